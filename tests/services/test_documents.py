"""Which meeting a person means."""

from __future__ import annotations

from datetime import date

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.errors import UsageError
from ita_tui.services.documents import find_meeting

JANUARY = Meeting("jan", "ตัวอย่าง", 1, 2567, date(2024, 1, 10))
FEBRUARY = Meeting("feb", "ตัวอย่าง", 2, 2567, date(2024, 2, 10))
SAME_DAY = Meeting("feb-2", "ตัวอย่าง", 3, 2567, date(2024, 2, 10))
UNDATED = Meeting("new", "ตัวอย่าง", None, 2567)


@pytest.mark.parametrize(
    ("meetings", "newest"),
    [
        ((JANUARY,), JANUARY),
        ((JANUARY, FEBRUARY), FEBRUARY),
        ((FEBRUARY, JANUARY), FEBRUARY),
        ((FEBRUARY, SAME_DAY), SAME_DAY),
        ((SAME_DAY, FEBRUARY), FEBRUARY),
        ((UNDATED, FEBRUARY), UNDATED),
    ],
)
def test_the_newest_meeting_is_meant_without_a_word(
    meetings: tuple[Meeting, ...], newest: Meeting
) -> None:
    assert find_meeting(meetings, None) is newest


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("2/2567", FEBRUARY),
        ("๒ / ๒๕๖๗", FEBRUARY),
        ("feb", FEBRUARY),
        (" feb-2 ", SAME_DAY),
        ("-/2567", UNDATED),
    ],
)
def test_a_meeting_is_named_by_number_or_id(wanted: str, found: Meeting) -> None:
    assert find_meeting((JANUARY, FEBRUARY, SAME_DAY, UNDATED), wanted) is found


@pytest.mark.parametrize("wanted", ["", "2", "2/2566", "fe"])
def test_a_meeting_that_is_not_there(wanted: str) -> None:
    with pytest.raises(UsageError, match=r"there are 1/2567 \(jan\), 2/2567 \(feb\)"):
        find_meeting((JANUARY, FEBRUARY), wanted)
