"""No command: the screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ita_tui.cli.terminal_check import check_terminal
from ita_tui.i18n import N_
from ita_tui.startup import passed

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings


def run(_arguments: Namespace, settings: Settings) -> int:
    """Open the screen, if it can be drawn here."""
    check_terminal()
    # With its own keyboard protocol, kitty sends Thai marks without their text.
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    # An exported size is that of another terminal, or of this one before it was resized.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    from ita_tui.ui.app import run_screen  # noqa: PLC0415 (after the check and the variables)

    passed(N_("loading of the screen"))
    return run_screen(settings)
