"""The model of several people who edit, undo and redo, for as many lives as wanted."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.report import Report
from tests.services.test_model import People

if TYPE_CHECKING:
    from pathlib import Path

STEPS = 40


class Counted(People):
    """The model, which counts its lives."""

    lived = 0

    def teardown(self) -> None:
        """Count a life that has ended."""
        Counted.lived += 1
        super().teardown()


def lives(folder: Path, count: int, seed: int) -> Report:
    """Let the model and the program live so many lives of forty steps side by side."""
    tempfile.tempdir = str(folder)
    machine = seeded(seed)(Counted)
    wanted = settings(
        max_examples=count,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(machine, settings=wanted)
    except (Exception, pytest.fail.Exception) as error:  # whatever the two disagree about
        return Report(Counted.lived, [f"seed {seed}: {error!r}"])
    return Report(Counted.lived)
