"""What a bug is that is planted in a copy of the program, and which tests must see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Change(NamedTuple):
    """A text in a source file, and what stands there instead."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """A bug.

    Attributes:
        name: What the program does wrong with it.
        changes: How it comes about; each text stands just once in its file.
        tests: The tests of which one must fail, as pytest takes them.
    """

    name: str
    changes: tuple[Change, ...]
    tests: tuple[str, ...]


def gate(trial: str) -> str:
    """The test that runs a gate."""
    return f"tests/faults/test_faults.py::test_a_promise_is_kept[{trial}]"


def bug(name: str, file: str, old: str, new: str, *tests: str) -> Mutant:
    """A bug that comes about by one change."""
    return Mutant(name, (Change(f"ita_tui/{file}", old, new),), tests)
