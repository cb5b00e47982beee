"""The planted bugs can still be planted; `make mutants` plants them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.bugs import MUTANTS
from tests.faults.gates import GATES
from tests.faults.mutants import PlantingError, planted
from tests.faults.planted import Change, Mutant, gate

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_bug_can_be_planted(mutant: Mutant) -> None:
    for file in {change.file for change in mutant.changes}:
        text = (ROOT / file).read_text("utf-8")
        bad = planted(text, mutant, file)
        assert bad != text
        compile(bad, file, "exec")


@pytest.mark.parametrize("trial", [one.trial for one in GATES])
def test_every_gate_sees_a_bug_that_only_it_looks_for(trial: str) -> None:
    assert any(mutant.tests == (gate(trial),) for mutant in MUTANTS)


@pytest.mark.parametrize("text", ["nothing of it", "old, and again old"])
def test_a_source_that_has_changed_is_told(text: str) -> None:
    with pytest.raises(PlantingError, match="it is wrong"):
        planted(text, Mutant("it is wrong", (Change("x.py", "old", "new"),), ()), "x.py")
