"""What a gate tells when it has tried: how often, what was wrong, and how long the longest took."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """The outcome of the trials of one gate.

    Attributes:
        tried: How many trials there were.
        wrong: What was wrong, a sentence each; empty when the promise was kept.
        slowest: How many seconds the longest wait took that the promise limits; 0 for none.
        note: What could not be tried on this machine, and why; empty when all was.
    """

    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    note: str = ""

    def add(self, other: Report) -> None:
        """Count the trials of another report to this one."""
        self.tried += other.tried
        self.wrong += other.wrong
        self.slowest = max(self.slowest, other.slowest)
        self.note = self.note or other.note

    def judge(self, place: str, found: str) -> None:
        """Count one trial, and keep what was wrong in it, if anything was."""
        self.tried += 1
        if found:
            self.wrong.append(f"{place}: {found}")
