"""Changes of a meeting that are refused, and what the refusal says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.errors import UsageError
from ita_tui.services.meetings.edits import MeetingConflictError, edit_meeting
from ita_tui.services.meetings.holding import begin, close
from ita_tui.services.undo import undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

SEEN = Meeting("2567-03-12", "คณะกรรมการตัวอย่าง", 1, 2567)


@pytest.fixture
def colleague(make_actor: Callable[..., Actor]) -> Actor:
    return make_actor("กองช่าง")


@pytest.fixture(autouse=True)
def kept(store: Store, actor: Actor) -> None:
    begin(store, actor, SEEN)


def test_nobody_is_named_where_no_event_says_who(store: Store, actor: Actor) -> None:
    with pytest.raises(MeetingConflictError, match=r"^Somebody changed") as raised:
        edit_meeting(store, actor, replace(SEEN, place="ชั้น 1"), replace(SEEN, place="ชั้น 2"))
    assert raised.value.last is None


def test_nobody_is_blamed_for_an_edit_outside_the_program(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit_meeting(store, colleague, SEEN, replace(SEEN, place="ชั้น 2"))
    with store.transaction(actor) as tx:  # as `doctor --accept` finds it
        tx.meetings = (replace(SEEN, place="ชั้น 5"),)
        tx.record("accepted", None, "2567.json")
    with pytest.raises(MeetingConflictError, match=r"^Somebody changed .* “ชั้น 5”"):
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ชั้น 3"))


def test_a_closed_meeting_is_not_changed(store: Store, actor: Actor) -> None:
    close(store, actor, SEEN.id)
    with pytest.raises(UsageError, match="closed; reopen it first"):
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ชั้น 2"))


def test_a_meeting_that_is_gone_is_said(store: Store, actor: Actor) -> None:
    undo(store, actor)
    with pytest.raises(UsageError, match="no meeting 2567-03-12"):
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ชั้น 2"))


def test_a_long_value_is_told_in_short_and_kept_whole(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit_meeting(store, colleague, SEEN, replace(SEEN, place="ก" * 500))
    with pytest.raises(MeetingConflictError) as raised:
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ข" * 500))
    assert f"“{'ก' * 120}…”" in raised.value.message
    assert (raised.value.theirs, raised.value.yours) == ("ก" * 500, "ข" * 500)
