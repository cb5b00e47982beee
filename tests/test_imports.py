"""What a command loads: the ones that people run all day load nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ita_tui.services.workspace import Workspace
from ita_tui.ui import FRAMES

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

ASK = """
import sys
from ita_tui.cli.main import main
code = main(sys.argv[1:])
print("loaded:", *sorted(sys.modules))
sys.exit(code)
"""
READING = {
    "markdown_it", "platformdirs", "pydantic", "rapidfuzz", "rich", "textual", "thaibreak",
    "tinydb",
}  # fmt: skip
WRITING = READING - {"tinydb"}
LISTING = READING | {
    "ita_tui.domain.event", "ita_tui.domain.meeting", "ita_tui.store.drafts",
    "ita_tui.store.history", "ita_tui.store.presence", "shutil",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (("list",), LISTING),
        (("list", "--json", "--state", "done", "--unit", "กอง"), READING),
        (("show", "O2"), LISTING),
        (("history",), READING),
        (("years",), READING),
        (("set", "O2", "done", "--due", "30/4/2567"), WRITING),
        (("undo", "--as", "กองคลัง"), WRITING),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_nothing_heavy(
    tmp_path: Path,
    checklist: Checklist,
    actor: Actor,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    heavy: set[str],
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    Workspace(tmp_path / "data").create(checklist, (), actor)
    command = [sys.executable, "-c", ASK, "--data", str(tmp_path / "data"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0 or "undo" in arguments, done.stderr
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("loaded:"))
    loaded = set(line.split()[1:])
    assert "ita_tui" in loaded
    assert loaded & heavy == set()


SCREEN = """
import os, sys
os.environ.pop("TEXTUAL_FPS", None)
import ita_tui.ui.app
import textual.constants
print("ssl" in sys.modules, "ita_tui.ui.palette" in sys.modules, textual.constants.MAX_FPS)
import ssl
print(ssl.create_default_context().verify_mode.name)
"""


def test_the_screen_loads_no_tls_and_no_palette_and_waits_for_no_frame() -> None:
    """What is left out can be loaded all the same by whoever needs it later."""
    command = [sys.executable, "-c", SCREEN]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split() == ["False", "False", str(FRAMES), "CERT_REQUIRED"], done.stderr
