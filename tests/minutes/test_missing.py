"""What minutes lack before they are handed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee, Meeting, Signature
from ita_tui.minutes.missing import missing_parts

COMPLETE = Meeting(
    id="m1",
    name="คณะกรรมการตัวอย่าง",
    number=1,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม",
    start=time(9, 30),
    end=time(11, 30),
    attendees=(Attendee("ปลัดเทศบาล", "ประธานกรรมการ"), Attendee("ผู้อำนวยการกองคลัง", "กรรมการ")),
    agenda=(AgendaItem("เรื่องเพื่อทราบ", resolution="รับทราบ"),),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
)

LACKING: dict[str, tuple[dict[str, Any], str]] = {
    "name": ({"name": " "}, "The meeting has no name."),
    "number": ({"number": None}, "The meeting has no number."),
    "day": ({"held_on": None}, "The day of the meeting is missing."),
    "place": ({"place": ""}, "The place of the meeting is missing."),
    "start": ({"start": None}, "The time at which the meeting began is missing."),
    "end at the start": (
        {"end": time(9, 30)},
        "The meeting ends at 09.30, but begins at 09.30.",
    ),
    "no end": ({"end": None}, "The time at which the meeting ended is missing."),
    "nobody": ({"attendees": ()}, "Nobody is listed as present."),
    "no chair": (
        {"attendees": (Attendee("ผู้อำนวยการกองคลัง", "กรรมการ"),)},
        "Nobody among those present is in the chair.",
    ),
    "chair absent": (
        {
            "attendees": (
                Attendee("ปลัดเทศบาล", "ประธานกรรมการ", attendance=Attendance.ABSENT),
                Attendee("ผู้อำนวยการกองคลัง", "กรรมการ"),
            )
        },
        "Nobody among those present is in the chair.",
    ),
    "no quorum": (
        {
            "attendees": (
                *COMPLETE.attendees,
                *(Attendee(f"กรรมการ {n}", attendance=Attendance.ABSENT) for n in range(3)),
            )
        },
        "No quorum: 2 of 5 are present; it takes at least half.",
    ),
    "end": ({"end": time(9)}, "The meeting ends at 09.00, but begins at 09.30."),
    "agenda": ({"agenda": ()}, "The meeting has no agenda."),
    "title": ({"agenda": (AgendaItem("", resolution="ไม่มี"),)}, "Agenda item 1 has no title."),
    "resolution": (
        {"agenda": (*COMPLETE.agenda, AgendaItem("เรื่องอื่น ๆ"))},
        "Agenda item 2 has no resolution.",
    ),
    "signatures": ({"signatures": ()}, "The signatures are missing."),
}


def test_complete_minutes_lack_nothing() -> None:
    assert missing_parts(COMPLETE) == ()


@pytest.mark.parametrize(("changes", "sentence"), LACKING.values(), ids=LACKING)
def test_each_missing_part_is_named(changes: dict[str, Any], sentence: str) -> None:
    (missing,) = missing_parts(replace(COMPLETE, **changes))
    assert missing.sentence == sentence
    assert missing.path[0] in changes


def test_an_empty_meeting_names_everything_in_the_order_of_the_form() -> None:
    missing = missing_parts(Meeting("m1", "", None, 2566))
    assert tuple(one.sentence for one in missing) == (
        "The meeting has no name.",
        "The meeting has no number.",
        "The day of the meeting is missing.",
        "The place of the meeting is missing.",
        "The time at which the meeting began is missing.",
        "Nobody is listed as present.",
        "The meeting has no agenda.",
        "The time at which the meeting ended is missing.",
        "The signatures are missing.",
    )


def test_half_of_the_committee_is_a_quorum() -> None:
    absent = (Attendee(f"กรรมการ {n}", attendance=Attendance.ABSENT) for n in range(2))
    assert missing_parts(replace(COMPLETE, attendees=(*COMPLETE.attendees, *absent))) == ()


def test_a_row_is_told_by_its_place() -> None:
    agenda = (*COMPLETE.agenda, AgendaItem("เรื่องอื่น ๆ"))
    (missing,) = missing_parts(replace(COMPLETE, agenda=agenda))
    assert missing.path == ("agenda", 1, "resolution")
