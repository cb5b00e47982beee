"""Runs inside a terminal: writes texts, and asks the terminal how far its cursor has moved.

Arguments: a JSON file with a list of texts, and the file that gets the list of cells.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tty
from pathlib import Path

AT_ONCE = 40
"""How many texts are asked about before the answers are read."""

_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


def cells(texts: list[str]) -> list[int]:
    """How many cells each text takes, by the terminal's own count."""
    found: list[int] = []
    for start in range(0, len(texts), AT_ONCE):
        some = texts[start : start + AT_ONCE]
        os.write(1, "".join(f"\r\x1b[K{text}\x1b[6n" for text in some).encode())
        said = b""
        while len(answers := _ANSWER.findall(said)) < len(some):
            said += os.read(0, 4096)
        found += [int(column) - 1 for column in answers]
    return found


def main() -> None:
    """Ask about the texts of one file, and write the answers to the other."""
    source, target = map(Path, sys.argv[1:])
    tty.setcbreak(0)
    answers = cells(json.loads(source.read_text("utf-8")))
    unfinished = target.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(answers), "utf-8")
    unfinished.rename(target)


if __name__ == "__main__":
    main()
