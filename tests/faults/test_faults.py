"""Whatever happens during a commit, the file is the old version or the new one.

The programs beside this file try it, in processes of their own, and report what was wrong.
`ITA_TUI_FAULT_SCALE` says how many times over; 1 is for every day.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SCALE = int(os.environ.get("ITA_TUI_FAULT_SCALE", "1"))


def report(program: str, *arguments: object) -> Any:  # noqa: ANN401 (JSON)
    """What a program of this folder reports."""
    return json.loads(
        subprocess.run(
            [sys.executable, "-m", f"tests.faults.{program}", *map(str, arguments)],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
        ).stdout
    )


def test_eight_processes_lose_no_change_and_agree_with_the_history(tmp_path: Path) -> None:
    found = report("crowd", tmp_path, 8, 25 * SCALE)
    assert found["wrong"] == []
    assert found["tried"][0] >= 8 * 25 * SCALE


def test_a_writer_killed_at_any_system_call_leaves_the_old_version_or_the_new(
    tmp_path: Path,
) -> None:
    found = report("killing", "calls", tmp_path, min(SCALE, 20))
    assert found["wrong"] == []
    assert min(found["tried"]) > 30


def test_a_writer_killed_at_a_random_moment_loses_nothing_that_it_told_of(tmp_path: Path) -> None:
    found = report("killing", "moments", tmp_path, 40 * SCALE)
    assert found["wrong"] == []
    assert found["tried"] == [40 * SCALE]


def test_refused_means_the_old_version_and_saved_the_new_at_every_failing_call(
    tmp_path: Path,
) -> None:
    found = report("failing", tmp_path, SCALE)
    assert found["wrong"] == []
    assert min(found["tried"]) > 20
