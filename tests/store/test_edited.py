"""A file edited by hand: read-only until it is accepted, and validated either way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.domain.checklist import Evidence
from ita_tui.domain.status import State, Status
from ita_tui.errors import DamagedDataError, DataError
from ita_tui.store import history

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

Tables = dict[str, Any]


@pytest.fixture
def edit(store: Store, actor: Actor) -> Callable[[Callable[[Tables], object]], None]:
    """Changes the file's JSON as an editor would, after the program wrote some history."""
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", Status.of(State.DONE))
        tx.set_field("O2", "evidence", (Evidence("https://example.go.th"),))
        tx.set_field("O2", "remark", "เดิม")

    def change(by: Callable[[Tables], object]) -> None:
        tables = json.loads(store.path.read_bytes())
        by(tables)
        store.path.write_text(json.dumps(tables, ensure_ascii=False, indent=2), "utf-8")

    return change


def set_in(*path: str, value: object) -> Callable[[Tables], None]:
    """Sets the value at a path of keys."""

    def change(tables: Tables) -> None:
        inner = tables
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return change


def drop(*path: str) -> Callable[[Tables], None]:
    """Removes the key at a path."""

    def change(tables: Tables) -> None:
        inner = tables
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]

    return change


def test_a_valid_edit_is_read_and_marked(
    store: Store, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    edit(set_in("items", "3", "remark", value="แก้ด้วยมือ\nสองบรรทัด"))
    snapshot = store.read()
    assert snapshot.edited_by_hand
    assert snapshot.checklist.items[2].remark == "แก้ด้วยมือ\nสองบรรทัด"
    assert [event.seq for event in snapshot.events()] == [4, 3, 2, 1]
    assert snapshot.generation == 2


def test_a_mere_change_of_layout_is_an_edit_too(
    store: Store, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    before = store.read().checklist
    edit(lambda _tables: None)
    assert store.read().edited_by_hand
    assert store.read().checklist == before


def test_an_edited_file_is_not_written_until_it_is_accepted(
    store: Store, actor: Actor, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    edit(set_in("items", "3", "unit", value="กองช่าง"))
    content = store.path.read_bytes()
    with pytest.raises(DataError, match="doctor --accept") as raised, store.transaction(actor):
        pass
    assert not isinstance(raised.value, DamagedDataError)
    assert store.path.read_bytes() == content
    with store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, "O3")
    snapshot = store.read()
    assert not snapshot.edited_by_hand
    assert snapshot.checklist.items[2].unit == "กองช่าง"
    assert [event.seq for event in snapshot.events()] == [5, 4, 3, 2, 1]
    assert snapshot.generation == 3


def test_accepting_an_edit_without_recording_it_leaves_it_read_only(
    store: Store, actor: Actor, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    edit(set_in("items", "3", "unit", value="กองช่าง"))
    content = store.path.read_bytes()
    with store.transaction(actor, accepting=True):
        pass
    assert store.path.read_bytes() == content


def test_the_text_of_an_edit_is_cleaned(
    store: Store, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    edit(set_in("items", "3", "unit", value="\x1b[31mกอง\u202eคลัง\n"))
    edit(set_in("checklist", "1", "agency", value="เทศบาล\x9b"))
    checklist = store.read().checklist
    assert checklist.items[2].unit == "␛[31mกอง‹U+202E›คลัง "
    assert checklist.agency == "เทศบาล‹U+009B›"


def test_items_may_be_numbered_anew_and_taken_out(
    store: Store, actor: Actor, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    def renumber(tables: Tables) -> None:
        tables["items"]["12"] = tables["items"].pop("4")
        del tables["items"]["3"]

    edit(renumber)
    assert [item.code for item in store.read().checklist.items] == ["O1", "O2", "O5", "O4"]
    with store.transaction(actor, accepting=True) as tx:
        tx.set_field("O4", "remark", "หลังย้าย")
    assert [item.remark for item in store.read().checklist.items] == ["", "เดิม", "", "หลังย้าย"]


def double_an_item(tables: Tables) -> None:
    tables["items"]["2"] = {**tables["items"]["2"], "code": "O1"}


def no_history(tables: Tables) -> None:
    tables["history"].clear()


MISTAKES: dict[str, tuple[Callable[[Tables], object], str]] = {
    "an unknown state": (
        set_in("items", "2", "status", "state", value="finished"),
        r'items 2, status\.state: one of .*"done", "current" is expected',
    ),
    "a field of the wrong kind": (
        set_in("items", "4", "remark", value=5),
        "items 4, remark: a text is expected",
    ),
    "a date that is none": (set_in("items", "1", "due", value="2567-02-30"), "due: a date such"),
    "a missing field": (drop("items", "5", "category"), "items 5, category: the field is missing"),
    "an unknown field": (
        set_in("items", "1", "colour", value="red"),
        "items 1 has an unknown field colour",
    ),
    "an unknown field deep inside": (
        set_in("items", "1", "status", "colour", value="red"),
        r"items 1 has an unknown field status\.colour",
    ),
    "an unknown field in a list": (
        set_in("items", "1", "evidence", value=[{"url": "x"}, {"url": "y", "hidden": 1}]),
        r"items 1 has an unknown field evidence\.hidden",
    ),
    "an unknown field that a terminal obeys": (
        set_in("items", "1", "\x1b[31m", value=1),
        r"unknown field ␛\[31m",
    ),
    "an unknown table": (set_in("extra", value={}), "its tables are not header, checklist"),
    "a missing table": (drop("meetings"), "its tables are not header, checklist"),
    "a table that is no object": (
        set_in("meetings", value=[]),
        "the table meetings is no object",
    ),
    "a record that is no object": (set_in("items", "2", value="x"), "items 2 is no record"),
    "a name for a number": (set_in("items", "x\x1b", value={}), "items x␛ is no record"),
    "no name at all": (set_in("items", "", value={}), "items  is no record"),
    "a number written otherwise": (set_in("meetings", "01", value={}), "meetings 01 is no record"),
    "a number too large": (set_in("items", "9" * 99, value={}), "items 9+ is no record"),
    "no header": (set_in("header", value={}), "no schema version"),
    "no checklist": (set_in("checklist", value={}), "checklist has not just record 1"),
    "a second checklist": (
        set_in("checklist", "2", value={}),
        "checklist has not just record 1",
    ),
    "no items": (set_in("items", value={}), "it has no items"),
    "one code twice": (double_an_item, "the item O1 stands twice"),
    "an unknown category": (
        set_in("items", "1", "category", value="8.8"),
        r"the item O1 is in an unknown category 8\.8",
    ),
    "a wrong checklist": (
        set_in("checklist", "1", "fiscal_year", value="ปี"),
        "checklist 1, fiscal_year: ",
    ),
    "a wrong meeting": (set_in("meetings", "1", value={"id": 1}), "meetings 1, id: "),
    "a wrong generation": (
        set_in("header", "1", "generation", value=-1),
        "header 1, generation: ",
    ),
    "a generation too large": (
        set_in("header", "1", "generation", value=10**70),
        "header 1, generation: ",
    ),
    "a wrong count of events": (
        set_in("header", "1", "next_event", value=4),
        "the numbers of the events have a hole",
    ),
    "a count of events far too large": (
        set_in("header", "1", "next_event", value=10**9 - 1),
        "the numbers of the events have a hole",
    ),
    "an event taken out": (drop("history", "2"), "the numbers of the events have a hole"),
    "the first event taken out": (drop("history", "1"), "the numbers of the events have a hole"),
    "all events taken out": (no_history, "the numbers of the events have a hole"),
    "an event under another number": (
        set_in("history", "2", "seq", value=3),
        "an event stands under another number",
    ),
    "an event of an unknown field": (
        set_in("history", "2", "field", value="colour"),
        "event 2 has an unknown field",
    ),
    "an event of a later batch": (
        set_in("history", "2", "batch", value=3),
        "event 2 belongs to a later one",
    ),
    "an event of no batch": (
        set_in("history", "2", "batch", value=0),
        "event 2 belongs to a later one",
    ),
    "an event that takes itself back": (
        set_in("history", "2", "undoes", value=2),
        "event 2 belongs to a later one",
    ),
    "an event that takes nothing back": (
        set_in("history", "2", "undoes", value=0),
        "event 2 belongs to a later one",
    ),
    "a value before that no undo could give back": (
        set_in("history", "2", "before", value="done"),
        "history 2, before, ",
    ),
    "a value after that no undo could give back": (
        set_in("history", "3", "after", value=[{"text": "x"}]),
        "history 3, after, 0.url: ",
    ),
    "a text that is none": (set_in("history", "4", "before", value=7), "history 4, before, "),
}


@pytest.mark.parametrize(("mistake", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place_and_nothing_is_changed(
    store: Store,
    actor: Actor,
    edit: Callable[[Callable[[Tables], object]], None],
    mistake: Callable[[Tables], object],
    message: str,
) -> None:
    edit(mistake)
    content = store.path.read_bytes()
    with pytest.raises(DamagedDataError, match=message) as raised:
        store.read()
    assert str(store.path) in raised.value.message
    with pytest.raises(DamagedDataError), store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, None)
    assert store.path.read_bytes() == content


def test_values_in_the_history_are_read_as_the_program_would_have_written_them(
    store: Store, edit: Callable[[Callable[[Tables], object]], None]
) -> None:
    edit(set_in("history", "3", "after", value=[{"url": "https://example.go.th"}]))
    events = {event.seq: event for event in store.read().events()}
    assert events[3].after == [{"url": "https://example.go.th", "text": "", "note": ""}]
    assert events[2].before == {"state": "unset", "wording": ""}


def test_an_edited_file_goes_on_where_its_segments_end(
    store: Store,
    actor: Actor,
    edit: Callable[[Callable[[Tables], object]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history, "TAIL_LIMIT", 4)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 2)
    with store.transaction(actor) as tx:
        for _event in range(9):
            tx.set_field("O3", "remark", f"{tx.next_event}")
    edit(set_in("items", "1", "unit", value="กองช่าง"))
    snapshot = store.read()
    assert snapshot.edited_by_hand
    assert [event.seq for event in snapshot.events()] == list(range(13, 0, -1))
    edit(no_history)
    with pytest.raises(DamagedDataError, match="have a hole"):
        store.read()
