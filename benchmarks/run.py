"""`make bench`: everything in one go, interleaved, as ratios against references of the same run.

Writes RESULTS.md beside this file. Nothing here fails because something was slow.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import commits
from benchmarks.terminal import Terminal

HERE = Path(__file__).parent
REPEATS = int(os.environ.get("ITA_TUI_BENCH_REPEATS", "7"))
SIZE = (100, 30)
READY = "โครงสร้าง"
COLD = {
    "list": ("list",),
    "show": ("show", "O12"),
    "set": ("set", "O12", "--remark", "ทดสอบ"),
}
DOWN = b"\x1b[B"


@dataclass
class Figures:
    """What was measured of one program: a list of runs for each name."""

    runs: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, value: float) -> None:
        """Keep one value."""
        self.runs.setdefault(name, []).append(value)

    def median(self, name: str) -> float:
        """The median of a name's values."""
        return statistics.median(self.runs[name])

    def best(self, name: str) -> float:
        """The least of a name's values: steadier than the median on a shared machine."""
        return min(self.runs[name])


def _environment(colours: str) -> dict[str, str]:
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    if colours == "16":
        env |= {"TERM": "xterm", "COLORTERM": "", "TEXTUAL_COLOR_SYSTEM": "standard"}
    return env


def _screen(command: list[str], toggle: bytes, env: dict[str, str], figures: Figures) -> None:
    """One run: start, cursor keys, toggles, many keys at once, quit."""
    program = Terminal(command, env, SIZE)
    figures.add("first paint, ms", program.wait_for(READY) * 1000)
    program.settle()
    figures.add("bytes at start", program.sent)
    for _ in range(3):  # so that the toggles fall on an item in both lists
        program.press(DOWN)
    for name, key, times in (("cursor key", DOWN, 10), ("toggle", toggle, 6)):
        pressed = [program.press(key) for _ in range(times)]
        figures.add(f"{name}, ms", statistics.median(seconds * 1000 for seconds, _size in pressed))
        figures.add(f"{name}, bytes", statistics.median(size for _seconds, size in pressed))
    figures.add("200 cursor keys at once, ms", program.press(DOWN * 200)[0] * 1000)
    seconds, cpu, memory = program.leave(b"q")
    figures.add("quit, ms", seconds * 1000)
    figures.add("CPU of the run, s", cpu)
    figures.add("memory at most, MiB", memory / 1024)


def _cold(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def _screens(data: str) -> dict[str, tuple[Figures, Figures]]:
    """Floor and ours for each kind of terminal, interleaved."""
    ours = [sys.executable, "-m", "ita_tui", "--data", data]
    floor = [sys.executable, str(HERE / "floor.py")]
    found = {}
    for colours in ("truecolour", "16"):
        env = _environment(colours)
        pair = (Figures(), Figures())
        for _ in range(REPEATS):
            _screen(floor, b"x", env, pair[0])
            _screen(ours, b" ", env, pair[1])
        found[colours] = pair
    return found


def _commands(data: str) -> Figures:
    figures = Figures()
    for _ in range(REPEATS * 3):
        figures.add("pass", _cold([sys.executable, "-I", "-S", "-c", "pass"]))
        for name, arguments in COLD.items():
            command = [sys.executable, "-m", "ita_tui", "--data", data, *arguments]
            figures.add(name, _cold(command))
    return figures


def _report(
    screens: dict[str, tuple[Figures, Figures]], cold: Figures, committed: dict[str, float]
) -> str:
    lines = [
        "# Results of the last `make bench`",
        "",
        "Times depend on the machine; read the ratios, which compare runs that alternate on the",
        "same one. `floor` is the least Textual program that shows the same list, without storage",
        f"(floor.py). {SIZE[0]}x{SIZE[1]}, medians of {REPEATS} runs; `best` is the ratio of the",
        "minima, which is steadier where the machine is shared.",
    ]
    for colours, (floor, ours) in screens.items():
        lines += ["", f"## Screen, {colours}", "", "| | floor | ita-tui | ratio | best |"]
        lines.append("|---|---:|---:|---:|---:|")
        for name in floor.runs:
            a, b = floor.median(name), ours.median(name)
            best = ours.best(name) / max(floor.best(name), 1e-9)
            lines.append(f"| {name} | {a:,.1f} | {b:,.1f} | {b / max(a, 1e-9):.2f} | {best:.2f} |")
    lines += ["", "## Cold commands, against `python -I -S -c pass`", "", "| | ms | ratio | best |"]
    lines.append("|---|---:|---:|---:|")
    for name in cold.runs:
        ratio, best = cold.median(name) / cold.median("pass"), cold.best(name) / cold.best("pass")
        lines.append(f"| {name} | {cold.median(name):.1f} | {ratio:.1f} | {best:.1f} |")
    lines += ["", "## One durable change with its event, against SQLite", "", "| | ms | ratio |"]
    lines.append("|---|---:|---:|")
    reference = committed["SQLite (DELETE, EXTRA)"]
    lines += [f"| {name} | {ms:.2f} | {ms / reference:.1f} |" for name, ms in committed.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, write the table, and print it."""
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        subprocess.run(
            [sys.executable, "-m", "ita_tui", "--data", data, "init", "--seed"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        screens = _screens(data)
        cold = _commands(data)
        committed = commits.measure(Path(folder), 30 * REPEATS)
    report = _report(screens, cold, committed)
    (HERE / "RESULTS.md").write_text(report, "utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
