"""Taking back a certain event instead of the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import ConflictError, UsageError
from ita_tui.services.statuses import Edit, edit, edit_many
from ita_tui.services.undo import redo, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


@pytest.fixture
def change(store: Store, actor: Actor) -> Callable[..., int]:
    """Changes the unit of an item; the number of the event."""

    def make(code: str, value: str, by: Actor = actor) -> int:
        return edit(store, by, code, [Edit("unit", value)]).events[0].seq

    return make


def units(store: Store) -> str:
    return ",".join(item.unit for item in store.read().checklist.items)


def refused(store: Store, actor: Actor, event: int, error: type[Exception], match: str) -> None:
    """The undo of an event is refused with this explanation, and nothing is written."""
    before = store.path.read_bytes()
    with pytest.raises(error, match=match):
        undo(store, actor, event)
    assert store.path.read_bytes() == before


def test_an_older_change_is_taken_back_and_later_ones_stay(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    first = change("O1", "ก")
    change("O2", "ข")
    assert undo(store, actor, first).events[0].undoes == first
    assert units(store) == ",ข,,,"
    undo(store, actor)
    assert units(store) == ",,,,"
    redo(store, actor)
    redo(store, actor)
    assert units(store) == "ก,ข,,,"


def test_the_whole_batch_of_the_event_is_taken_back(store: Store, actor: Actor) -> None:
    outcome = edit_many(store, actor, [(code, Edit("unit", "ก")) for code in ("O1", "O2", "O3")])
    undo(store, actor, outcome.events[1].seq)
    assert units(store) == ",,,,"


@pytest.mark.parametrize("number", [1, 0, -1, 99])
def test_what_is_no_change_of_an_item_is_refused(
    store: Store, actor: Actor, change: Callable[..., int], number: int
) -> None:
    change("O1", "ก")
    refused(store, actor, number, UsageError, f"Event {number} is no change that can be undone")


def test_a_colleagues_event_is_refused_by_name(
    store: Store, actor: Actor, make_actor: Callable[..., Actor], change: Callable[..., int]
) -> None:
    theirs = change("O1", "ก", by=make_actor("กองช่าง"))
    refused(store, actor, theirs, UsageError, "is a change by กองช่าง; only one's own")


def test_an_event_is_taken_back_only_once(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    first = change("O1", "ก")
    undo(store, actor, first)
    refused(store, actor, first, UsageError, "taken back already")
    change("O1", "ก")
    refused(store, actor, first, UsageError, "taken back already")


def test_an_undo_that_is_taken_back_is_a_redo(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    change("O1", "ก")
    taken_back = undo(store, actor).events[0].seq
    undo(store, actor, taken_back)
    assert units(store) == "ก,,,,"
    refused(store, actor, taken_back, UsageError, "taken back already")
    undo(store, actor)
    assert units(store) == ",,,,"


def test_a_redo_may_be_taken_back_too(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    change("O1", "ก")
    undo(store, actor)
    redone = redo(store, actor).events[0].seq
    undo(store, actor, redone)
    assert units(store) == ",,,,"
    redo(store, actor)
    assert units(store) == "ก,,,,"


def test_a_change_that_a_later_one_builds_upon_is_refused(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    first = change("O1", "ก")
    change("O1", "ข")
    refused(
        store, actor, first, ConflictError, r"กองคลัง \(.*\) changed responsible unit of O1 since"
    )
    undo(store, actor)
    undo(store, actor, first)
    assert units(store) == ",,,,"


def test_it_is_refused_even_when_the_value_came_back(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    first = change("O1", "ก")
    change("O1", "ข")
    change("O1", "ก")
    refused(store, actor, first, ConflictError, r"กองคลัง \(.*\) changed")
    for expected in ("ข,,,,", "ก,,,,", ",,,,"):
        undo(store, actor)
        assert units(store) == expected


def test_a_batch_that_changed_nothing_in_the_end_has_nothing_to_take_back(
    store: Store, actor: Actor
) -> None:
    wanted = [("O1", Edit("unit", "ก")), ("O1", Edit("unit", ""))]
    number = edit_many(store, actor, wanted).events[0].seq
    refused(store, actor, number, UsageError, "made no difference")


def test_it_has_nothing_to_take_back_after_an_undo_of_ones_own_either(
    store: Store, actor: Actor, change: Callable[..., int]
) -> None:
    change("O1", "ก")
    change("O1", "")
    wanted = [("O1", Edit("unit", "ก")), ("O1", Edit("unit", ""))]
    number = edit_many(store, actor, wanted).events[0].seq
    undo(store, actor)
    assert units(store) == "ก,,,,"
    refused(store, actor, number, UsageError, "made no difference")
