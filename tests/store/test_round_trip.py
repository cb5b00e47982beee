"""Whatever a checklist and its meetings hold comes back from the disk as it was."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Evidence, Item
from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.score import Score, ScoreCard
from ita_tui.domain.status import State, Status
from ita_tui.domain.text import clean, clean_lines
from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor

FULL = Meeting(
    id="m1",
    name="คณะกรรมการตัวอย่าง",
    number=3,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม",
    start=time(9, 30),
    end=time(16, 0),
    attendees=(
        Attendee("ปลัดเทศบาล", "ประธาน", "ตัวอย่าง หนึ่ง"),
        Attendee("ผู้อำนวยการกองช่าง", attendance=Attendance.ABSENT, reason="ติดราชการ"),
        Attendee("นักวิชาการ", attendance=Attendance.OTHER, acting_for="ผู้อำนวยการกองคลัง"),
    ),
    agenda=(
        AgendaItem("เรื่องที่ประธานแจ้ง", (Statement("ประธาน", "ย่อหน้าแรก\n\nย่อหน้าสอง"),), "รับทราบ"),
        AgendaItem("เรื่องเพื่อพิจารณา", shows_checklist=True),
    ),
    problems=("ปัญหา\nสองบรรทัด",),
    next_steps=("ทำต่อ\nสองบรรทัด",),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
    decisions=(Decision("O1", Status(), Status.of(State.DONE), "เห็นชอบ"),),
    frozen=(FrozenItem("O1", Status.of(State.DONE), "เห็นชอบ", 100.0), FrozenItem("O2", Status())),
)
BARE = Meeting(id="m2", name="", number=None, year=2567)
SCORES = ScoreCard(2566, 99.33, (Score("1", "การปฏิบัติหน้าที่", 100.0),), (Score("IIT", "", 99.33),))


@pytest.fixture
def full(store: Store, checklist: Checklist, actor: Actor) -> Checklist:
    """A checklist with last year's scores and two meetings, in place of the sample."""
    store.path.unlink()
    items = (replace(checklist.items[0], previous_score=100.0), *checklist.items[1:])
    full = replace(checklist, items=items, previous=SCORES)
    with store.transaction(actor, creating=True) as tx:
        tx.begin(full, (FULL, BARE))
    return full


def test_meetings_and_scores_come_back(store: Store, full: Checklist) -> None:
    snapshot = store.read()
    assert snapshot.checklist == full
    assert snapshot.meetings == (FULL, BARE)


def test_they_come_back_from_an_edited_file_too(store: Store, full: Checklist) -> None:
    store.path.write_text(json.dumps(json.loads(store.path.read_bytes())), "utf-8")
    snapshot = store.read()
    assert snapshot.edited_by_hand
    assert snapshot.checklist == full
    assert snapshot.meetings == (FULL, BARE)


def test_a_change_of_an_item_leaves_meetings_and_scores_alone(
    store: Store, full: Checklist, actor: Actor
) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O5", "unit", "กองช่าง")
    snapshot = store.read()
    assert snapshot.meetings == (FULL, BARE)
    assert snapshot.checklist.previous == full.previous
    assert snapshot.checklist.items[:4] == full.items[:4]


line = st.text().map(clean)
lines = st.text().map(clean_lines)
evidence = st.lists(st.builds(Evidence, line, line, line), max_size=3).map(tuple)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 (UTC below)
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)
items = st.lists(
    st.builds(
        Item,
        code=line,
        name=line,
        category=st.sampled_from(["9.1", "9.2"]),
        cadence=line,
        previous_score=st.none() | st.floats(0, 100),
        status=st.builds(Status, st.sampled_from(State), line),
        remark=lines,
        unit=line,
        due=st.none() | st.dates(),
        evidence=evidence,
        revision=st.integers(0, 10**6),
        updated_at=st.none() | moments,
        updated_by=line,
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda item: item.code,
)


@settings(max_examples=60 * int(os.environ.get("ITA_TUI_FAULT_SCALE", "1")), deadline=None)
@given(given_items=items, agency=line)
def test_any_checklist_comes_back_also_when_its_checksum_is_gone(
    tmp_path_factory: pytest.TempPathFactory,
    given_items: list[Item],
    agency: str,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    categories = (Category("9.1", "ก"), Category("9.2", "ข"))
    checklist = Checklist(agency, 2567, "ชุด", 2566, categories, tuple(given_items))
    written = begun(folder, checklist)
    assert written.read().checklist == checklist
    written.path.write_bytes(written.path.read_bytes().replace(b'"checksum"', b' "checksum"'))
    assert written.read().edited_by_hand
    assert written.read().checklist == checklist
    written.close()


def begun(folder: Path, checklist: Checklist) -> Store:
    """A store with this checklist."""
    from ita_tui.domain.event import Actor

    store = Store(folder / "2567.json")
    with store.transaction(Actor("", "u", "h", "s"), creating=True) as tx:
        tx.begin(checklist, ())
    return store


def test_the_order_of_more_than_nine_items_is_kept(
    make_store: Callable[..., Store], checklist: Checklist, actor: Actor
) -> None:
    store = make_store()
    store.path.unlink()
    many = tuple(replace(checklist.items[0], code=f"O{number}") for number in range(1, 44))
    with store.transaction(actor, creating=True) as tx:
        tx.begin(replace(checklist, items=many), ())
    with store.transaction(actor) as tx:
        tx.set_field("O10", "remark", "สิบ")
        tx.set_field("O2", "remark", "สอง")
    codes = [item.code for item in store.read().checklist.items]
    assert codes == [f"O{number}" for number in range(1, 44)]
    assert store.read().checklist.items[9].remark == "สิบ"
