"""Every text of a meeting is made anew, and nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.meeting_texts import with_texts
from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

MEETING = Meeting(
    id="2567-01-01",
    name="a",
    number=1,
    year=2567,
    place="a",
    attendees=(Attendee("a", "a", "a", reason="a", acting_for="a"),),
    agenda=(AgendaItem("a", (Statement("a", "b"),), "b"),),
    problems=("b",),
    next_steps=("b",),
    signatures=(Signature("a", "a", "a"),),
    decisions=(Decision("O1", Status.of(State.DONE), Status.of(State.WAITING), "b"),),
    frozen=(FrozenItem("O1", Status.of(State.DONE), "c"),),
)


def texts(part: object) -> Iterator[str]:
    """The texts of a meeting that people write: all of one letter."""
    if isinstance(part, str) and len(part) == 1:
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def test_every_text_is_made_anew_by_the_rule_for_its_kind() -> None:
    made = with_texts(MEETING, lambda text: text.upper(), lambda text: text.upper() * 2)
    found = sorted(texts(MEETING))
    assert found == ["a"] * 12 + ["b"] * 5 + ["c"]
    assert sorted(texts(made)) == ["A"] * 12 + ["c"]
    assert repr(made).count("'BB'") == 5


def test_a_rule_that_changes_nothing_gives_the_same_meeting() -> None:
    assert with_texts(MEETING, str, str) == MEETING
