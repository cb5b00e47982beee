"""Whatever happens during a commit, the file is the old version or the new one.

The programs beside this file try it, in processes of their own, and report what was wrong.
`ITA_TUI_FAULT_SCALE` says how many times over; 1 is for every day.
"""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING

import pytest

from tests.faults.gates import GATES, PROMISES, Gate
from tests.faults.running import until

if TYPE_CHECKING:
    from pathlib import Path

SCALE = int(os.environ.get("ITA_TUI_FAULT_SCALE", "1"))


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.trial)
def test_a_promise_is_kept(gate: Gate, tmp_path: Path) -> None:
    count = min(gate.often * SCALE, gate.release)
    found, _seconds = until(gate, count, math.inf, seed=1, inside=tmp_path)
    assert found.wrong == []
    if found.note and not found.tried:
        pytest.skip(found.note)  # the note says what this machine lacks
    assert found.tried >= count * gate.each


def test_every_promise_has_a_gate() -> None:
    proven = {gate.promise for gate in GATES} | {7 for gate in GATES if gate.whole}
    assert proven == set(PROMISES)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.trial)
def test_every_day_takes_a_tenth_of_a_release_at_most(gate: Gate) -> None:
    assert gate.often <= max(1, gate.release // 10)
    assert gate.often <= gate.part
