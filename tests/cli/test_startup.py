"""`--profile-startup`: where the time of a start went."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

LINE = re.compile(r" *(–|[0-9.]+) +([0-9.]+)  (.+)")


def test_each_stretch_of_a_start_is_told(
    tmp_path: Path, checklist: Checklist, actor: Actor
) -> None:
    Workspace(tmp_path / "data").create(checklist, (), actor)
    command = [sys.executable, "-m", "ita_tui", "--data", str(tmp_path / "data"), "--lang", "en"]
    plain, told = (
        subprocess.run(
            [*command, "list", *options], capture_output=True, text=True, check=True, timeout=60
        )
        for options in ((), ("--profile-startup",))
    )
    assert (plain.stdout, plain.stderr) == (told.stdout, "")
    head, *lines = told.stderr.splitlines()
    assert head.split() == ["passed", "processor,", "in", "milliseconds"]
    found = [LINE.fullmatch(line) for line in lines]
    assert [one and one[3] for one in found] == [
        "Python itself", "loading of the command line", "configuration and arguments",
        "everything until the end", "In all",
    ]  # fmt: skip
    *parts, total = (float(one[2]) for one in found if one)
    assert abs(sum(parts) - total) < 0.1 * len(parts)
