"""A program that holds the lock of a data file until its input ends, or until it is killed.

python -m tests.store.holder FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from ita_tui.domain.event import Actor
from ita_tui.store import Store


def main(path: str) -> None:
    """Begin a change, say so, wait, and finish it."""
    with Store(Path(path)).transaction(Actor("กองช่าง", "holder", "host", "s")) as tx:
        tx.set_field("O5", "remark", "จากโปรแกรมอื่น")
        print("held", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
