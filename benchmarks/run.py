"""`make bench`: everything in one go, in turns, as ratios against references of the same run.

Writes RESULTS.md beside this file. Nothing here fails because something was slow.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import cold, colleague, screens, sessions
from benchmarks.commits import Commits
from benchmarks.figures import Figures
from benchmarks.folders import make, make_minutes
from benchmarks.programs import floor, ours
from benchmarks.report import report

RESULTS = Path(__file__).parent / "RESULTS.md"

EVENTS = (0, 10_000, 100_000)
SESSIONS = (1, 4, 16)
PAGES = 60
_SELDOM = 3
"""What depends little on the machine, or takes long, is measured in every third repeat."""


class Benchmark:
    """Data folders of every size, and one repeat of everything."""

    def __init__(self, place: Path) -> None:
        """Make the folders and the stores to compare with."""
        self._place = place
        self._folder = make(place / "sample")
        self._empty = make(place / "empty", statuses=False)
        self._histories = {events: make(place / f"e{events}", events=events) for events in EVENTS}
        self._commits = Commits(place, self._histories)
        self._grown = [
            ours(make(place / "i1000", items=1_000), "1,000 items"),
            ours(make(place / "i10000", items=10_000), "10,000 items"),
            ours(make(place / "e1000", events=1_000), "1,000 events"),
            ours(self._histories[100_000], "100,000 events"),
        ]

        self._minutes = [
            ours(make_minutes(place / f"minutes{pages}", pages), f"minutes of {pages} pages")
            for pages in (0, PAGES)
        ]

    def repeat(self, number: int, figures: Figures) -> None:
        """Measure everything once.

        Args:
            number: Which repeat it is, from 0.
            figures: Where the figures go.
        """
        seldom = number % _SELDOM == 0
        programs = [floor(), ours(self._folder)][:: -1 if number % 2 else 1]
        for program in programs:
            screens.run(program, figures)
            screens.interact(program, figures)
            if seldom:
                screens.run(program, figures, truecolour=False)
        self._commits.measure(figures)
        _add_commits(figures)
        self._grow(figures, seldom=seldom)
        for program in self._minutes:
            screens.write(program, figures)
        screens.interact(ours(self._folder), figures, signal.SIGHUP)
        colleague.watch(ours(self._folder), self._folder, figures)
        cold.measure(self._folder, self._empty, number, figures)
        if seldom:
            for count in SESSIONS:
                sessions.measure(self._folder, count, figures)

    def _grow(self, figures: Figures, *, seldom: bool) -> None:
        for program in self._grown:
            screens.grown(program, figures, filtered=program.name == "10,000 items")
            screens.interact(program, figures)
            more = figures.found[f"{program.name}: memory"][-1] - figures.found["ours: memory"][-1]
            figures.add(f"{program.name}: memory more", more)
        if seldom:
            many = floor()
            many = replace(many, name="floor, 10,000 items", command=(*many.command, "10000"))
            screens.grown(many, figures)


def _add_commits(figures: Figures) -> None:
    """What Space is held against: the floor's toggle, and three commits of SQLite."""
    toggle = figures.found["floor: toggle, p50"][-1]
    commit = figures.median("SQLite, 0 events")
    figures.add("floor: toggle and 3 commits", toggle + 3 * commit)


def main(arguments: list[str] | None = None) -> int:
    """Measure, write the tables, and print them."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=__doc__)
    parser.add_argument("--repeat", type=int, default=11, help="how often (11)")
    parser.add_argument("--output", type=Path, default=RESULTS, help="the file to write")
    options = parser.parse_args(arguments)
    figures, began = Figures(), time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        benchmark = Benchmark(Path(place))
        benchmark.repeat(0, Figures())  # what is loaded for the first time is slower
        for number in range(options.repeat):
            benchmark.repeat(number, figures)
            passed = time.monotonic() - began
            sys.stderr.write(f"repeat {number + 1} of {options.repeat}, {passed:.0f} s\n")
    text = report(figures, options.repeat)
    options.output.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
