"""Every system call of a commit fails once; and the disk is full after so many bytes.

    python -m tests.faults.failing FOLDER SCALE

Prints JSON: how many commits were tried, and what was wrong with which of them.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.errors import DataError, ItaError
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.shim import Shim
from tests.faults.truth import leftovers, whole

if TYPE_CHECKING:
    from collections.abc import Callable

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR)
AT_FIRST = 3
"""How many of the errors are tried at scale 1."""


def change(path: Path) -> bool:
    """Change an item; whether the disk confirmed it."""
    return edit(Store(path), sample.ACTOR, "O8", [Edit("unit", "กองช่าง")]).confirmed


def create(path: Path) -> bool:
    """Make a checklist where there is none; whether the disk confirmed it."""
    with Store(path).transaction(sample.ACTOR, creating=True) as tx:
        tx.begin(sample.CHECKLIST, ())
    return tx.confirmed


def content(path: Path) -> bytes | None:
    """What is in a file; None if there is no file."""
    return path.read_bytes() if path.exists() else None


def judged(path: Path, act: Callable[[Path], bool], trouble: Callable[[], object]) -> str:
    """What is wrong after an act during which there was trouble; empty if nothing is."""
    before = content(path)
    said = "saved"
    try:
        trouble()
    except DataError as error:
        said = error.message
    except ItaError as error:
        return f"said {type(error).__name__}"
    except Exception as error:  # the very thing that must not come out
        return f"raised {error!r}"
    if said == "saved":
        wrong, events = whole(path)
        if content(path) == before or wrong:
            return f"said saved: {wrong or 'but did not'}"
        if act is change and (events[-1].code, events[-1].after) != ("O8", "กองช่าง"):
            return "said saved: without the event"
    elif content(path) != before:
        return f"said refused, but wrote ({said})"
    return next_save(path)


def next_save(path: Path) -> str:
    """What is wrong after the first commit without trouble."""
    if not path.exists():
        create(path)
    edit(Store(path), sample.ACTOR, "O7", [Edit("remark", "หลังจากนั้น")])
    wrong, events = whole(path)
    if wrong or events[-1].after != "หลังจากนั้น":
        return f"the next save: {wrong or 'is not there'}"
    left = leftovers(path.parent)
    return f"left behind {left}" if left else ""


def fail(number: int) -> None:
    """What a failing system call does."""
    raise OSError(number, os.strerror(number))


def every_call(
    shim: Shim, template: Path, act: Callable[[Path], bool], errors: tuple[int, ...]
) -> tuple[int, list[str]]:
    """Let each system call of an act fail with each error."""
    folder = template.parent.with_name("trial")
    path = sample.copy(template, folder)
    with shim.armed():
        act(path)
    calls = list(shim.made)
    wrong = []
    for at, name in enumerate(calls):
        for number in errors:
            path = sample.copy(template, folder)

            def trouble(at: int = at, number: int = number, path: Path = path) -> None:
                with shim.armed(at, partial(fail, number)):
                    act(path)

            if found := judged(path, act, trouble):
                wrong.append(f"{act.__name__}, {name} ({at}), {errno.errorcode[number]}: {found}")
    return len(calls) * len(errors), wrong


def full_disk(template: Path, step: int) -> tuple[int, list[str]]:
    """Let the disk be full after so many bytes of a file, in steps."""
    folder = template.parent.with_name("trial")
    room, wrong = 0, []
    needed = template.stat().st_size + 1000
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in range(0, needed, step):
        path = sample.copy(template, folder)

        def trouble(path: Path = path, room: int = room) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, unlimited[1]))
            try:
                change(path)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)

        if found := judged(path, change, trouble):
            wrong.append(f"room for {room} bytes: {found}")
    return needed // step, wrong


def main(folder: str, scale: int) -> None:
    """Try everything and print the report."""
    sample.shorten()
    shim = Shim()
    root = Path(folder)
    errors = ERRORS[: AT_FIRST if scale == 1 else None]
    trials = [
        every_call(shim, sample.make(root / "first", 0), change, errors),
        every_call(shim, sample.make(root / "full", 17), change, errors),
        full_disk(root / "full" / "2567.json", max(1, 200 // scale)),
    ]
    nothing = root / "nothing" / "2567.json"
    nothing.parent.mkdir()
    trials.append(every_call(shim, nothing, create, errors))
    report = {
        "tried": [tried for tried, _wrong in trials],
        "wrong": [w for t in trials for w in t[1]],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
