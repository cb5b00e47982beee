"""Whose an event is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.event import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor


def by(actor: Actor) -> Event:
    return Event(
        seq=1,
        at=datetime(2024, 1, 1, tzinfo=UTC),
        name=actor.name,
        unix_user=actor.unix_user,
        origin=actor.origin,
        session=actor.session,
        code="O1",
        field="remark",
        before="",
        after="x",
        revision=1,
        batch=1,
    )


@pytest.mark.parametrize(
    ("changed_by", "looked_at_by", "own"),
    [
        (("", "a", "1"), ("", "a", "1"), True),
        (("", "a", "1"), ("", "a", "2"), False),
        (("", "a", "1"), ("", "b", "1"), False),
        (("ก", "a", "1"), ("ก", "a", "2"), True),
        (("ก", "a", "1"), ("ก", "b", "1"), False),
        (("ก", "a", "1"), ("ข", "a", "1"), False),
        (("ก", "a", "1"), ("", "a", "1"), False),
        (("", "a", "1"), ("ก", "a", "1"), False),
    ],
)
def test_own_means_the_same_user_and_name_or_without_a_name_the_same_session(
    make_actor: Callable[..., Actor],
    changed_by: tuple[str, str, str],
    looked_at_by: tuple[str, str, str],
    own: bool,
) -> None:
    (name, user, session), (other_name, other_user, other_session) = changed_by, looked_at_by
    event = by(make_actor(name, unix_user=user, session=session))
    other = make_actor(other_name, unix_user=other_user, session=other_session)
    assert other.owns(event) is own


def test_others_see_the_given_name_else_the_unix_user(make_actor: Callable[..., Actor]) -> None:
    assert make_actor("กองช่าง").shown == by(make_actor("กองช่าง")).by == "กองช่าง"
    assert make_actor("", unix_user="u1").shown == by(make_actor("", unix_user="u1")).by == "u1"
