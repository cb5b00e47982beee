"""What is proposed while somebody types names and offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance, Attendee, Signature, Statement
from ita_tui.services.meetings.agendas import agenda_of
from ita_tui.services.meetings.holding import begin, next_meeting
from ita_tui.services.meetings.people import known_people
from ita_tui.services.statuses import Edit, edit

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


def test_an_empty_folder_proposes_nothing(store: Store) -> None:
    known = known_people(store.read())
    assert (known.seats, known.offices, known.roles, known.names) == ((), (), (), ())


def test_the_newest_comes_first_and_nothing_twice(store: Store, actor: Actor) -> None:
    edit(store, actor, "O1", [Edit("unit", "กองช่าง")])
    first = next_meeting(store.read(), date(2024, 1, 9))
    (item,) = agenda_of(["เรื่องเพื่อทราบ"])
    first = replace(
        first,
        place="ห้องประชุม 1",
        attendees=(
            Attendee("ปลัดเทศบาล", "ประธานกรรมการ", "(ตัวอย่าง) ก"),
            Attendee("นิติกร", "กรรมการ", attendance=Attendance.ABSENT, reason="ลา"),
        ),
        agenda=(replace(item, statements=(Statement("ผู้ช่วยเลขานุการ", "แจ้ง"),)),),
        signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ", "(ตัวอย่าง) ข"),),
    )
    begin(store, actor, first)
    second = next_meeting(store.read(), date(2024, 2, 9))
    second = replace(
        second,
        place="ห้องประชุม 2",
        agenda=(),
        attendees=(
            Attendee("รองปลัด", "ประธาน", acting_for="ปลัดเทศบาล"),
            Attendee("นิติกร", "กรรมการ"),
        ),
    )
    begin(store, actor, second)
    known = known_people(store.read())
    assert known.seats == (
        Attendee("รองปลัด", "ประธาน"),
        Attendee("นิติกร", "กรรมการ"),
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ", "(ตัวอย่าง) ก"),
    )
    assert known.offices == (
        "รองปลัด",
        "นิติกร",
        "ปลัดเทศบาล",
        "ผู้ช่วยเลขานุการ",
        "เลขานุการ",
        "กองช่าง",
    )
    assert known.names == ("(ตัวอย่าง) ก", "(ตัวอย่าง) ข")
    assert known.places == ("ห้องประชุม 2", "ห้องประชุม 1")
