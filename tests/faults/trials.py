"""Runs some trials of one gate.

    python -m tests.faults.trials MODULE.FUNCTION FOLDER COUNT SEED

The folder is there and empty. Prints the report as JSON.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.faults import sample


def main(key: str, folder: str, count: int, seed: int) -> None:
    """Run them and print the report."""
    sample.shorten()
    module, _dot, function = key.partition(".")
    act = getattr(import_module(f"tests.faults.{module}"), function)
    with redirect_stdout(sys.stderr):  # what libraries say is no part of the report
        report = act(Path(folder), count, seed)
    print(json.dumps(asdict(report)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
