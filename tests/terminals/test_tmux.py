"""A tmux that was started without UTF-8 shows `_` for Thai: the start says how to mend it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminals.tmux import Tmux

if TYPE_CHECKING:
    from pathlib import Path

# Only where the programs are: .ci/run installs them, and says what it could not install.
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="not installed: tmux")


@pytest.mark.parametrize(("locale", "told"), [("C", "tmux -u attach"), ("C.UTF-8", "O2 ")])
def test_the_way_back_is_told_where_tmux_shows_no_thai(
    folder: Path, sockets: Path, request: pytest.FixtureRequest, locale: str, told: str
) -> None:
    """The tmux inside is looked at through the one outside, which is its terminal."""
    settings = sockets / "inner.conf"
    settings.write_text("set -g remain-on-exit on\n", "utf-8")
    inner = ["tmux", "-f", str(settings), "-S", str(sockets / "inner")]
    program = [sys.executable, "-m", "ita_tui", "--data", str(folder), "--lang", "en"]
    command = shlex.join(["env", f"XDG_CONFIG_HOME={sockets}", *program])
    without = ["env", "-u", "TMUX", f"LC_ALL={locale}"]
    terminal = Tmux(sockets, [*without, *inner, "new-session", command])
    request.addfinalizer(terminal.close)
    request.addfinalizer(
        lambda: subprocess.run([*inner, "kill-server"], check=False, capture_output=True)
    )
    terminal.sees(told)
