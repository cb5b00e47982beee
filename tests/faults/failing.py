"""Every system call of a commit fails once, with each of six errors."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.errors import DataError, ItaError
from tests.faults import sample
from tests.faults.acts import ACTS, Act, content, next_save, template
from tests.faults.report import Report
from tests.faults.shim import Shim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR)


def judged(path: Path, act: Act, trouble: Callable[[], object]) -> str:
    """What is wrong after an act during which there was trouble; empty if nothing is."""
    before = content(path)
    said = "saved"
    try:
        trouble()
    except DataError as error:
        said = f"refused ({error.message})"
    except ItaError as error:
        return f"said {type(error).__name__}"
    except Exception as error:  # the very thing that must not come out
        return f"raised {error!r}"
    state = act.state(path, before)
    if state != ("new" if said == "saved" else "old"):
        return f"said {said}: {state}"
    return next_save(path)


def fail(number: int) -> None:
    """What a failing system call does."""
    raise OSError(number, os.strerror(number))


def errors(folder: Path, count: int, seed: int) -> Report:
    """Let each system call of each act fail with each of so many errors."""
    numbers = [ERRORS[(seed + turn) % len(ERRORS)] for turn in range(count)]
    shim = Shim()
    report = Report()
    for act in ACTS:
        _every_call(shim, template(act, folder), act, numbers, report)
    return report


def _every_call(shim: Shim, start: Path, act: Act, numbers: list[int], report: Report) -> None:
    folder = start.parent.with_name("trial")
    path = sample.copy(start, folder)
    with shim.armed():
        act.do(path)
    for at, name in enumerate(list(shim.made)):
        for number in numbers:
            path = sample.copy(start, folder)

            def trouble(at: int = at, number: int = number, path: Path = path) -> None:
                with shim.armed(at, partial(fail, number)):
                    act.do(path)

            place = f"{act.name}, {name} ({at}), {errno.errorcode[number]}"
            report.judge(place, judged(path, act, trouble))
