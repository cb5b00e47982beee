"""A colleague's change is never overwritten unseen; changes of different fields both stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError
from ita_tui.services.statuses import Edit, edit
from ita_tui.thai.dates import short_moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

DONE, WAITING = Status.of(State.DONE), Status.of(State.WAITING)


@pytest.fixture
def colleague(make_actor: Callable[..., Actor]) -> Actor:
    """Somebody else at work on the same checklist."""
    return make_actor("กองช่าง")


def item(store: Store, code: str = "O1") -> Item:
    found = store.read().checklist.item(code)
    assert found is not None
    return found


def test_another_value_in_the_same_field_is_a_conflict_that_shows_both(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    seen = item(store)
    edit(store, colleague, "O1", [Edit("status", WAITING)])
    before = store.path.read_bytes()
    with pytest.raises(ConflictError) as raised:
        edit(store, actor, "O1", [Edit("remark", "ของฉัน"), Edit("status", DONE)], seen=seen)
    when = short_moment(next(store.read().events()).at, "en")
    assert raised.value.message == (
        f"กองช่าง ({when}) changed status of O1 to “รอดำเนินการ” meanwhile; "
        "yours was “ดำเนินการเรียบร้อยแล้ว”. Nothing was written."
    )
    assert raised.value.exit_code == 3
    assert store.path.read_bytes() == before


def test_an_emptied_field_is_named_as_empty(store: Store, actor: Actor, colleague: Actor) -> None:
    edit(store, actor, "O1", [Edit("remark", "เดิม")])
    seen = item(store)
    edit(store, colleague, "O1", [Edit("remark", "")])
    with pytest.raises(ConflictError, match="remark of O1 to “empty” meanwhile; yours was “ใหม่”"):
        edit(store, actor, "O1", [Edit("remark", "ใหม่")], seen=seen)


def test_changes_of_different_fields_both_stay(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    seen = item(store)
    edit(store, colleague, "O1", [Edit("status", WAITING), Edit("unit", "กองช่าง")])
    edit(store, actor, "O1", [Edit("remark", "ของฉัน")], seen=seen)
    edit(store, actor, "O1", [Edit("due", None)], seen_revision=seen.revision)
    now = item(store)
    assert (now.status, now.unit, now.remark) == (WAITING, "กองช่าง", "ของฉัน")


def test_the_same_field_of_another_item_is_no_conflict(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    seen = item(store)
    edit(store, colleague, "O2", [Edit("status", WAITING)])
    edit(store, actor, "O1", [Edit("status", DONE)], seen=seen, seen_revision=0)
    assert (item(store).status, item(store, "O2").status) == (DONE, WAITING)


def test_two_who_want_the_same_do_not_conflict(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    seen = item(store)
    edit(store, colleague, "O1", [Edit("status", DONE)])
    for expected in ({"seen": seen}, {"seen_revision": 0}):
        outcome = edit(store, actor, "O1", [Edit("status", DONE)], **expected)
        assert outcome.events == ()


def test_a_value_that_came_back_is_no_conflict_for_who_saw_the_item(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    seen = item(store)
    edit(store, colleague, "O1", [Edit("unit", "x")])
    edit(store, colleague, "O1", [Edit("unit", "")])
    edit(store, actor, "O1", [Edit("unit", "กองคลัง")], seen=seen)
    assert item(store).unit == "กองคลัง"


def test_a_field_that_changed_after_the_revision_is_a_conflict(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit(store, actor, "O1", [Edit("unit", "ก"), Edit("remark", "ก")])
    seen = item(store).revision
    edit(store, colleague, "O1", [Edit("unit", "ข")])
    edit(store, colleague, "O2", [Edit("unit", "ค")])
    with pytest.raises(ConflictError, match=r"กองช่าง \(.+\) changed responsible unit of O1 to “ข”"):
        edit(store, actor, "O1", [Edit("unit", "ง")], seen_revision=seen)
    edit(store, actor, "O1", [Edit("remark", "ง")], seen_revision=seen)
    edit(store, actor, "O1", [Edit("unit", "ง")], seen_revision=seen + 1)
    assert (item(store).unit, item(store).remark) == ("ง", "ง")


def test_a_field_that_came_back_is_a_conflict_for_who_named_a_revision(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    for unit in ("x", ""):
        edit(store, colleague, "O1", [Edit("unit", unit)])
    with pytest.raises(ConflictError):
        edit(store, actor, "O1", [Edit("unit", "กองคลัง")], seen_revision=0)


def test_a_revision_of_the_future_conflicts_with_nothing(store: Store, actor: Actor) -> None:
    edit(store, actor, "O1", [Edit("unit", "ก")], seen_revision=99)
    assert item(store).unit == "ก"


def test_a_revision_before_the_tail_of_the_history_is_found_in_its_segments(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit(store, colleague, "O1", [Edit("unit", "ข")])
    with store.transaction(colleague) as tx:
        for number in range(300):
            tx.set_field("O2", "remark", f"{number}")
    with pytest.raises(ConflictError):
        edit(store, actor, "O1", [Edit("unit", "ง")], seen_revision=0)


def test_who_says_nothing_of_what_was_seen_writes_over_it(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit(store, colleague, "O1", [Edit("unit", "ข")])
    outcome = edit(store, actor, "O1", [Edit("unit", "ง")])
    assert outcome.before[0].unit == "ข"
    assert item(store).unit == "ง"


def test_an_edit_by_hand_is_put_on_nobody(store: Store, actor: Actor, colleague: Actor) -> None:
    edit(store, colleague, "O1", [Edit("unit", "ข")])
    seen = item(store)
    tables = json.loads(store.path.read_bytes())
    tables["items"]["1"]["unit"] = "แก้ด้วยมือ"
    store.path.write_text(json.dumps(tables), "utf-8")
    with store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, None)
    with pytest.raises(ConflictError, match=r"^Somebody changed responsible unit of O1"):
        edit(store, actor, "O1", [Edit("unit", "ง")], seen=seen)


def test_a_revision_raised_by_hand_conflicts_with_nothing(store: Store, actor: Actor) -> None:
    tables = json.loads(store.path.read_bytes())
    tables["items"]["1"]["revision"] = 50
    store.path.write_text(json.dumps(tables), "utf-8")
    with store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, None)
    edit(store, actor, "O1", [Edit("unit", "ก")], seen_revision=0)
    assert item(store).unit == "ก"
