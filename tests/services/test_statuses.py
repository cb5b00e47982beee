"""Changing items: codes and states as people type them, fields, and what is undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import Evidence
from ita_tui.domain.event import Cause
from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.services.statuses import Edit, edit, edit_many
from ita_tui.services.typed import find_item, parse_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

DONE, WAITING = Status.of(State.DONE), Status.of(State.WAITING)


def batches(store: Store) -> list[tuple[int, int, str]]:
    """Number, batch and code of every event of an item, the oldest first."""
    events = list(store.read().events())[::-1]
    return [(event.seq, event.batch, event.code) for event in events if event.code]


@pytest.mark.parametrize("typed", ["O3", "o3", " O3 ", "3", "๓", "O๓", "o๓"])
def test_an_item_is_found_however_its_code_is_typed(checklist: Checklist, typed: str) -> None:
    assert find_item(checklist, typed).code == "O3"


@pytest.mark.parametrize("typed", ["O33", "", "O", "0", "-3", "O3 O4", "โครงสร้าง", "\x1b[31m"])
def test_an_unknown_code_is_refused_and_the_codes_are_named(
    checklist: Checklist, typed: str
) -> None:
    with pytest.raises(UsageError, match=r"fiscal year 2567; the codes go from O1 to O5") as raised:
        find_item(checklist, typed)
    assert typed.replace("\x1b", "␛") in raised.value.message
    assert "\x1b" not in raised.value.message


def test_codes_of_other_lists_are_found_too(checklist: Checklist) -> None:
    other = replace(checklist, items=(replace(checklist.items[0], code="a-12"),))
    assert find_item(other, "A-๑๒").code == "a-12"


def test_a_checklist_without_items_has_no_code(checklist: Checklist) -> None:
    with pytest.raises(UsageError, match="no items"):
        find_item(replace(checklist, items=()), "O1")


@pytest.mark.parametrize("state", State)
def test_a_state_is_named_by_its_key(state: State) -> None:
    assert parse_status(f" {state.value} ") == Status.of(state)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("กำลังดำเนินการ", Status(State.IN_PROGRESS, "กำลังดำเนินการ")),
        ("ดำเนินการ เรียบร้อยแล้ว", DONE),
    ],
)
def test_a_state_is_named_by_an_exact_wording(text: str, status: Status) -> None:
    assert parse_status(text) == status


@pytest.mark.parametrize("text", ["", "DONE!", "finished", "ดำเนินการ", "เสร็จ", "\x1b[31m"])
def test_any_other_state_is_refused_and_the_keys_are_named(text: str) -> None:
    keys = "not_started, waiting, in_progress, done, current"
    with pytest.raises(UsageError, match=keys) as raised:
        parse_status(text)
    assert raised.value.message.startswith(text.strip().replace("\x1b", "␛") or '""')


def test_one_edit_of_many_fields_is_one_batch_with_an_event_each(
    store: Store, actor: Actor
) -> None:
    before = store.read().checklist.item("O2")
    wanted = [
        Edit("status", DONE),
        Edit("remark", "เผยแพร่แล้ว"),
        Edit("unit", "กองช่าง"),
        Edit("due", date(2024, 4, 30)),
        Edit("evidence", (Evidence("https://example.go.th/2"),)),
    ]
    outcome = edit(store, actor, "O2", wanted, meeting="m1")
    assert [event.field for event in outcome.events] == [one.field for one in wanted]
    assert batches(store) == [(number, 2, "O2") for number in range(2, 7)]
    assert {event.meeting for event in outcome.events} == {"m1"}
    assert outcome.before == (before,)
    assert outcome.after == (store.read().checklist.item("O2"),)
    assert [getattr(outcome.after[0], one.field) for one in wanted] == [one.value for one in wanted]
    assert outcome.after[0].revision == 5
    assert outcome.snapshot is not None
    assert outcome.snapshot.generation == store.read().generation == 2
    assert outcome.confirmed


def test_what_is_so_already_is_no_change(store: Store, actor: Actor) -> None:
    edit(store, actor, "O2", [Edit("unit", "กองช่าง")])
    outcome = edit(store, actor, "O2", [Edit("unit", "กองช่าง"), Edit("remark", "")])
    assert (outcome.snapshot, outcome.events) == (None, ())
    assert outcome.before == outcome.after == (store.read().checklist.item("O2"),)
    assert store.read().generation == 2
    assert edit(store, actor, "O2", []).snapshot is None


def test_an_item_that_is_not_there_is_refused(store: Store, actor: Actor) -> None:
    with pytest.raises(UsageError, match="no item O99 in this checklist"):
        edit(store, actor, "O99", [Edit("unit", "x")])
    with pytest.raises(UsageError, match="no item O99 in this checklist"):
        edit_many(store, actor, [("O1", Edit("unit", "x")), ("O99", Edit("unit", "x"))])
    assert store.read().generation == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (Edit("unit", "\x1b[31mกอง\nช่าง"), "␛[31mกอง ช่าง"),
        (Edit("remark", "หนึ่ง\r\nสอง\x07"), "หนึ่ง\nสอง␇"),
        (Edit("status", Status(State.DONE, "เสร็จ\u202e")), Status(State.DONE, "เสร็จ‹U+202E›")),
        (
            Edit("evidence", (Evidence("https://x\x1b", "a\nb", "\x9b"),)),
            (Evidence("https://x␛", "a b", "‹U+009B›"),),
        ),
        (Edit("due", None), None),
    ],
)
def test_texts_are_cleaned_before_they_are_kept(
    store: Store, actor: Actor, given: Edit, kept: object
) -> None:
    edit(store, actor, "O1", [given])
    edit_many(store, actor, [("O2", given)])
    for item in store.read().checklist.items[:2]:
        assert getattr(item, given.field) == kept


def press(store: Store, actor: Actor, code: str = "O1", meeting: str = "") -> None:
    """The Space key on an item."""
    item = store.read().checklist.item(code)
    assert item is not None
    edit(store, actor, code, [Edit("status", item.status.next())], seen=item, meeting=meeting)


def test_presses_within_five_seconds_are_one_batch(
    store: Store, actor: Actor, pass_time: Callable[[float], None]
) -> None:
    for seconds in (0, 5, 3, 5):
        pass_time(seconds)
        press(store, actor)
    assert batches(store) == [(number, 2, "O1") for number in (2, 3, 4, 5)]


def test_a_press_after_five_seconds_is_a_batch_of_its_own(
    store: Store, actor: Actor, pass_time: Callable[[float], None]
) -> None:
    press(store, actor)
    pass_time(5.001)
    press(store, actor)
    assert batches(store) == [(2, 2, "O1"), (3, 3, "O1")]


def test_a_clock_that_was_set_back_far_joins_nothing(
    store: Store, actor: Actor, pass_time: Callable[[float], None]
) -> None:
    press(store, actor)
    pass_time(-3600)
    press(store, actor)
    assert batches(store) == [(2, 2, "O1"), (3, 3, "O1")]


def colleague_presses(store: Store, make_actor: Callable[..., Actor]) -> None:
    press(store, make_actor("กองช่าง"))


def colleague_elsewhere(store: Store, make_actor: Callable[..., Actor]) -> None:
    press(store, make_actor("กองช่าง"), "O2")


def other_window_of_mine(store: Store, make_actor: Callable[..., Actor]) -> None:
    press(store, make_actor("กองคลัง", session="s2"))


def another_name_in_this_login(store: Store, make_actor: Callable[..., Actor]) -> None:
    press(store, make_actor("กองช่าง", session="session of กองคลัง"))


def another_item(store: Store, make_actor: Callable[..., Actor]) -> None:
    press(store, make_actor("กองคลัง"), "O2")


def another_field(store: Store, make_actor: Callable[..., Actor]) -> None:
    edit(store, make_actor("กองคลัง"), "O1", [Edit("remark", "x")])


def field_and_status(store: Store, make_actor: Callable[..., Actor]) -> None:
    edit(store, make_actor("กองคลัง"), "O1", [Edit("remark", "x"), Edit("status", WAITING)])


def many_items(store: Store, make_actor: Callable[..., Actor]) -> None:
    wanted = [("O2", Edit("status", DONE)), ("O1", Edit("status", DONE))]
    edit_many(store, make_actor("กองคลัง"), wanted)


def a_meeting(store: Store, make_actor: Callable[..., Actor]) -> None:
    with store.transaction(make_actor("กองคลัง")) as tx:
        tx.record("meeting", None, "m1")


@pytest.mark.parametrize(
    "between",
    [
        colleague_presses,
        colleague_elsewhere,
        other_window_of_mine,
        another_name_in_this_login,
        another_item,
        another_field,
        field_and_status,
        many_items,
        a_meeting,
    ],
)
def test_a_press_joins_no_other_when_there_was_something_between(
    store: Store,
    actor: Actor,
    make_actor: Callable[..., Actor],
    between: Callable[[Store, Callable[..., Actor]], None],
) -> None:
    press(store, actor)
    between(store, make_actor)
    press(store, actor)
    number, batch, code = batches(store)[-1]
    assert (number, code) == (batch, "O1")


def test_presses_in_and_outside_a_meeting_are_not_one(store: Store, actor: Actor) -> None:
    press(store, actor)
    press(store, actor, meeting="m1")
    press(store, actor, meeting="m1")
    assert batches(store) == [(2, 2, "O1"), (3, 3, "O1"), (4, 3, "O1")]


def test_presses_without_a_name_are_joined_in_one_session_only(
    store: Store, make_actor: Callable[..., Actor]
) -> None:
    one, two = make_actor(session="s1"), make_actor(session="s2")
    for who in (one, one, two, two):
        press(store, who)
    assert [batch for _number, batch, _code in batches(store)] == [2, 2, 4, 4]


def test_many_edits_are_one_batch_and_one_version(store: Store, actor: Actor) -> None:
    edit(store, actor, "O3", [Edit("unit", "กองช่าง")])
    before = store.read().checklist
    wanted = [
        ("O3", Edit("unit", "กองช่าง")),
        ("O1", Edit("status", DONE)),
        ("O5", Edit("remark", "หมายเหตุ")),
        ("O1", Edit("remark", "แล้ว")),
    ]
    outcome = edit_many(store, actor, iter(wanted), Cause(meeting="m1"))
    assert [(event.code, event.field) for event in outcome.events] == [
        ("O1", "status"),
        ("O5", "remark"),
        ("O1", "remark"),
    ]
    assert {(event.batch, event.meeting) for event in outcome.events} == {(3, "m1")}
    assert store.read().generation == 3
    assert outcome.before == tuple(before.item(code) for code in ("O3", "O1", "O5"))
    now = store.read().checklist
    assert outcome.after == tuple(now.item(code) for code in ("O3", "O1", "O5"))


def test_many_edits_that_change_nothing_write_nothing(store: Store, actor: Actor) -> None:
    outcome = edit_many(store, actor, [("O1", Edit("unit", "")), ("O2", Edit("due", None))])
    assert (outcome.snapshot, outcome.events, outcome.confirmed) == (None, (), True)
    assert edit_many(store, actor, []).after == ()
    assert store.read().generation == 1
