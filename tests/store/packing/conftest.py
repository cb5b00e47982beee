"""A store with a history in several parts, packed, and a folder without a data file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.store import Store, history
from ita_tui.store.packing import Packed, pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor

PLACE = Path("backup.zip/2567.json")
FIRST = "000000001-000000003.json"
MEETING = Meeting("m-1", "คณะกรรมการตัวอย่าง", 1, 2567, problems=("บรรทัด\nสอง",))


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tail and segments so short that a few events make many of them."""
    monkeypatch.setattr(history, "TAIL_LIMIT", 6)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 3)


@pytest.fixture
def filled(store: Store, actor: Actor) -> Store:
    """A store with a meeting, 15 events, and segments of the first nine."""
    with store.transaction(actor) as tx:
        tx.put_meeting(MEETING)
        for _event in range(13):
            tx.set_field("O1", "remark", f"บรรทัด\n{tx.next_event}")
    return store


@pytest.fixture
def packed(filled: Store) -> Packed:
    return pack(filled.read())


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Callable[[], object]) -> Store:
    """A store in another folder, without a data file."""
    (tmp_path / "elsewhere").mkdir(mode=0o2770)
    return Store(tmp_path / "elsewhere" / "2567.json", clock)  # type: ignore[arg-type]  # (stopped)


def files(store: Store) -> dict[str, bytes]:
    """Every file of a folder except the lock."""
    folder = store.path.parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
