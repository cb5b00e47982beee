"""What was measured, and whether it keeps within a limit."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

TOLERANCE = 0.15
"""By so much a ratio of times may be over its limit: a shared machine is no steadier."""


@dataclass
class Figures:
    """Everything that was measured in one run of the benchmark.

    Attributes:
        found: The values under each name, one for each repeat.
    """

    found: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, value: float) -> None:
        """Keep one value."""
        self.found.setdefault(name, []).append(value)

    def median(self, name: str) -> float:
        """The median of a name's values."""
        return statistics.median(self.found[name])

    def least(self, name: str) -> float:
        """The least of a name's values: what the machine does when nobody disturbs it."""
        return min(self.found[name])


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What it says at its beginning.
        name: The name of the figure.
        reference: The name of the figure that it is held against; empty where there is none.
        limit: The most that the ratio to the reference may be; without a reference, and of
            bytes, the most that the figure itself may be. None where nothing is asked.
        unit: One of `UNITS`.
    """

    what: str
    name: str
    reference: str = ""
    limit: float | None = None
    unit: str = "ms"


UNITS = {
    "ms": (1000, "{:,.1f} ms"),
    "s": (1, "{:,.2f} s"),
    "bytes": (1, "{:,.0f} B"),
    "MiB": (1, "{:,.1f} MiB"),
    "%": (100, "{:,.2f} %"),
    "per second": (1, "{:,.0f}/s"),
}
"""By what a figure is multiplied when it is shown, and how it is written."""

HEAD = (
    "| | reference | ita-tui | median ratio | ratio of minima | at most | met |\n"
    "|---|---:|---:|---:|---:|---:|:---:|"
)
"""The head of the table that `line` writes lines for."""


def line(row: Row, figures: Figures) -> str:
    """A row with its figures; a dash stands where there is nothing to say."""
    if row.name not in figures.found:
        return f"| {row.what} | – | – | – | – | {_limit(row)} | – |"
    reference = row.reference if row.reference in figures.found else ""
    cells = [
        row.what,
        shown(figures.median(reference), row.unit) if reference else "–",
        shown(figures.median(row.name), row.unit),
        _ratio(figures.median(row.name), figures.median(reference)) if reference else "–",
        _ratio(figures.least(row.name), figures.least(reference)) if reference else "–",
        _limit(row),
        _met(row, figures, reference),
    ]
    return f"| {' | '.join(cells)} |"


def shown(value: float, unit: str) -> str:
    """A value with its unit."""
    factor, form = UNITS[unit]
    return form.format(value * factor)


def is_met(row: Row, figures: Figures) -> bool:
    """Whether a row that has a limit keeps within it."""
    limit = row.limit or 0.0
    if row.unit == "bytes":
        return figures.median(row.name) <= limit
    if _is_absolute(row):
        return figures.least(row.name) <= limit * (1 + TOLERANCE)
    return figures.least(row.name) <= figures.least(row.reference) * limit * (1 + TOLERANCE)


def _is_absolute(row: Row) -> bool:
    return row.unit == "bytes" or not row.reference


def _met(row: Row, figures: Figures, reference: str) -> str:
    if row.limit is None or not (reference or _is_absolute(row)):
        return "–"
    return "yes" if is_met(row, figures) else "**no**"


def _ratio(value: float, reference: float) -> str:
    return f"{value / reference:.2f}" if reference else "–"


def _limit(row: Row) -> str:
    if row.limit is None:
        return "–"
    return shown(row.limit, row.unit) if _is_absolute(row) else f"{row.limit:g}"
