"""The way in and the way out of the process: both as short as Python lets them be."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ita_tui.i18n import N_
from ita_tui.startup import passed

if TYPE_CHECKING:
    from typing import NoReturn


_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
"""The streams that a process has from its parent, in the order of their descriptors."""


def _open_closed_streams() -> None:
    """Read nothing from a stream that the parent has closed, and write to nowhere.

    Left alone, its descriptor would be that of the next file that is opened, such as the data.
    """
    for descriptor, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != descriptor:
                os.dup2(nowhere, descriptor)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8"))


def run() -> NoReturn:
    """Run with the arguments of the process, and end it.

    No garbage is collected: most commands end before there is any, and the screen begins to
    collect once it is there. What Python does at the end of a process, taking apart every
    module, is left out too; by then the output is written and every file that matters is closed.
    """
    gc.disable()
    passed(N_("Python itself"))
    _open_closed_streams()
    from ita_tui.cli.main import main  # noqa: PLC0415 (loading is what makes garbage)

    passed(N_("loading of the command line"))
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # whoever read it is gone; `main` has had its say
            stream.flush()
    os._exit(code)
