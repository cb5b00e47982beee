"""Only one's own is undone, and never over what somebody else did since."""

from __future__ import annotations

import json
from datetime import date
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
def change(store: Store, actor: Actor, pass_time: Callable[[float], None]) -> Callable[..., None]:
    """Changes a text of O1, long enough after the change before."""

    def make(value: str, *, field: str = "unit", code: str = "O1", by: Actor = actor) -> None:
        pass_time(60)
        edit(store, by, code, [Edit(field, value)])

    return make


@pytest.fixture
def colleague(make_actor: Callable[..., Actor]) -> Actor:
    """Somebody else at work on the same checklist."""
    return make_actor("กองช่าง")


def unit(store: Store, code: str = "O1") -> str:
    item = store.read().checklist.item(code)
    assert item is not None
    return item.unit


def refused(store: Store, act: Callable[[], object], error: type[Exception], match: str) -> None:
    """The act is refused with this explanation, and nothing is written."""
    before = store.path.read_bytes()
    with pytest.raises(error, match=match):
        act()
    assert store.path.read_bytes() == before


def test_nothing_to_undo_names_the_name_or_says_how_to_give_one(
    store: Store, actor: Actor, make_actor: Callable[..., Actor]
) -> None:
    refused(store, lambda: undo(store, actor), UsageError, "nothing of กองคลัง to undo")
    refused(store, lambda: redo(store, actor), UsageError, "nothing of กองคลัง to redo")
    nameless = make_actor()
    refused(store, lambda: undo(store, nameless), UsageError, "to undo .* with --as NAME")
    refused(store, lambda: redo(store, nameless), UsageError, "to redo .* with --as NAME")


def test_without_a_name_only_the_session_is_ones_own(
    store: Store, make_actor: Callable[..., Actor], change: Callable[..., None]
) -> None:
    change("ก", by=make_actor(session="s1"))
    refused(store, lambda: undo(store, make_actor(session="s2")), UsageError, "from here")
    undo(store, make_actor(session="s1"))
    assert unit(store) == ""


def test_with_a_name_it_is_ones_own_from_anywhere(
    store: Store, make_actor: Callable[..., Actor], change: Callable[..., None]
) -> None:
    change("ก", by=make_actor("กองคลัง", session="s1"))
    undo(store, make_actor("กองคลัง", session="s2"))
    redo(store, make_actor("กองคลัง", session="s3"))
    assert unit(store) == "ก"
    impostor = make_actor("กองคลัง", unix_user="other")
    refused(store, lambda: undo(store, impostor), UsageError, "nothing")


def test_a_colleagues_change_is_not_undone(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    change("ข", code="O2", by=colleague)
    undo(store, actor)
    assert (unit(store), unit(store, "O2")) == ("", "ข")
    refused(store, lambda: undo(store, actor), UsageError, "nothing of กองคลัง to undo")


def test_what_a_colleague_changed_since_is_not_taken_back(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    change("ข", by=colleague)
    refused(
        store,
        lambda: undo(store, actor),
        ConflictError,
        r"^กองช่าง \(12 Mar 2567 ..:..\) changed responsible unit of O1 since; change it by hand",
    )
    change("ก", by=colleague)
    refused(store, lambda: undo(store, actor), ConflictError, r"กองช่าง \(.*\) changed")


def test_it_is_not_taken_back_even_where_a_colleague_gave_the_value_back(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    change("ข", by=colleague)
    change("ก", by=colleague)
    refused(
        store, lambda: undo(store, actor), ConflictError, r"กองช่าง \(.*\) changed responsible unit"
    )


def test_what_a_colleague_changed_since_the_undo_is_not_redone(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    undo(store, actor)
    change("ข", by=colleague)
    refused(store, lambda: redo(store, actor), ConflictError, r"กองช่าง \(.*\) changed")


def test_another_field_that_a_colleague_changed_since_stays(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    change("ของเพื่อน", field="remark", by=colleague)
    undo(store, actor)
    item = store.read().checklist.item("O1")
    assert item is not None
    assert (item.unit, item.remark) == ("", "ของเพื่อน")


def test_a_batch_with_one_field_changed_since_is_refused_whole(
    store: Store, actor: Actor, colleague: Actor, change: Callable[..., None]
) -> None:
    edit_many(store, actor, [(code, Edit("unit", "ก")) for code in ("O1", "O2", "O3")])
    change("ข", code="O2", by=colleague)
    refused(
        store, lambda: undo(store, actor), ConflictError, r"กองช่าง \(.*\) changed .* of O2 since"
    )


def test_what_was_edited_by_hand_since_is_not_taken_back(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    tables = json.loads(store.path.read_bytes())
    tables["items"]["1"]["unit"] = "แก้ด้วยมือ"
    store.path.write_text(json.dumps(tables), "utf-8")
    with store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, None)
    refused(store, lambda: undo(store, actor), ConflictError, "^Somebody changed .* of O1 since")


def test_a_change_of_an_item_that_was_taken_out_by_hand_is_not_taken_back(
    store: Store, actor: Actor
) -> None:
    edit(store, actor, "O5", [Edit("due", date(2024, 4, 30))])
    undo(store, actor)
    tables = json.loads(store.path.read_bytes())
    del tables["items"]["5"]
    store.path.write_text(json.dumps(tables), "utf-8")
    with store.transaction(actor, accepting=True) as tx:
        tx.record("accepted", None, None)
    refused(store, lambda: redo(store, actor), ConflictError, "Somebody changed due date of O5")
