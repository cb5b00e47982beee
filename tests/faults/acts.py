"""What is disturbed: a change, the first change, a new checklist, and a way back from damage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ita_tui.errors import DamagedDataError, NoChecklistError
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import RecoveringStore, Store
from tests.faults import sample
from tests.faults.truth import leftovers, whole


@dataclass(frozen=True, slots=True)
class Act:
    """A commit.

    Attributes:
        name: What it is.
        make: Makes the data that it begins with, in a folder; the data file.
        do: Does it; whether the disk confirmed it.
        last: What its last event says: code, field and value.
    """

    name: str
    make: Callable[[Path], Path]
    do: Callable[[Path], bool]
    last: tuple[str, str, str]

    def state(self, path: Path, before: bytes | None) -> str:
        """`old`, `new`, or what is wrong with a data file that held this before the act."""
        same = content(path) == before
        if same and (before is None or self is RECOVER):
            return "old"
        wrong, events = whole(path)
        if wrong or same:
            return wrong or "old"
        last = events[-1]
        if (last.code, last.field, last.after) != self.last:
            return "neither the old version nor the new"
        return "new" if self is not RECOVER or _is_kept(path, before) else "a damaged file is gone"


def content(path: Path) -> bytes | None:
    """What is in a file; None if there is no file."""
    return path.read_bytes() if path.exists() else None


def _is_kept(path: Path, damaged: bytes | None) -> bool:
    """Whether a damaged file stands beside the one that took its place."""
    return any(one.read_bytes() == damaged for one in path.parent.glob("*.damaged-*"))


def _change(path: Path) -> bool:
    return edit(Store(path), sample.ACTOR, "O8", [Edit("unit", "กองช่าง")]).confirmed


def _create(path: Path) -> bool:
    with Store(path).transaction(sample.ACTOR, creating=True) as tx:
        tx.begin(sample.CHECKLIST, ())
    return tx.confirmed


def _recover(path: Path) -> bool:
    with RecoveringStore(path).transaction(sample.ACTOR) as tx:
        tx.record("restored", None, "x")
    return tx.confirmed


def _new(folder: Path) -> Path:
    return sample.make(folder, 0)


def _full(folder: Path) -> Path:
    return sample.make(folder, 17)


def _nothing(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder / "2567.json"


def _damaged(folder: Path) -> Path:
    path = _full(folder)
    path.write_bytes(path.read_bytes()[:-40])
    return path


def _gone(folder: Path) -> Path:
    path = _full(folder)
    path.unlink()
    return path


FIRST = Act("the first change", _new, _change, ("O8", "unit", "กองช่าง"))
CHANGE = Act("a change", _full, _change, FIRST.last)
CREATE = Act("a new checklist", _nothing, _create, ("", "checklist", sample.CHECKLIST.agency))
RECOVER = Act("a way back", _damaged, _recover, ("", "restored", "x"))
REMAKE = Act("a way back without a file", _gone, _recover, RECOVER.last)
ACTS = (FIRST, CHANGE, CREATE, RECOVER, REMAKE)


def template(act: Act, folder: Path) -> Path:
    """What an act begins with, for a group: the data file, in a folder below this one."""
    path = act.make(folder / act.name)
    path.parent.chmod(0o770)
    for inner in path.parent.iterdir():
        inner.chmod(0o770 if inner.is_dir() else 0o660)
    return path


def next_save(path: Path) -> str:
    """What is wrong after the first commit without trouble; empty if nothing is."""
    store = Store(path)
    try:
        store.read()
    except NoChecklistError:
        _create(path)
    except DamagedDataError:
        _recover(path)
    finally:
        store.close()
    edit(Store(path), sample.ACTOR, "O7", [Edit("remark", "หลังจากนั้น")])
    wrong, events = whole(path)
    if wrong or events[-1].after != "หลังจากนั้น":
        return f"the next save: {wrong or 'is not there'}"
    left = leftovers(path.parent)
    return f"left behind {left}" if left else ""
