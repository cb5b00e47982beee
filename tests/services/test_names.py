from dataclasses import replace
from pathlib import Path

from ita_tui.domain.event import Actor
from ita_tui.domain.meeting import Attendee, Statement
from ita_tui.services.names import names
from ita_tui.services.seeds.loading import sample
from ita_tui.store import Store


def test_the_names_are_those_of_the_agency_its_units_and_its_meetings(tmp_path: Path) -> None:
    found = sample()
    first, *others = found.checklist.items
    checklist = replace(found.checklist, items=(replace(first, unit="กองสวัสดิการสังคม"), *others))
    meeting = found.meetings[0]
    person = Attendee("ผู้แทนชุมชนริมคลอง", "กรรมการ", "นายตัวอย่าง มั่นคง", acting_for="ประธานชุมชน")
    agenda = replace(meeting.agenda[0], statements=(Statement("หัวหน้าฝ่ายทะเบียน", "ข้อความ"),))
    meeting = replace(meeting, place="ศาลากลางน้ำ", attendees=(person,), agenda=(agenda,))
    store = Store(tmp_path / "2567.json")
    with store.transaction(Actor("a", "a", "a", "a"), creating=True) as transaction:
        transaction.begin(checklist, (meeting,))
    known = names(store.read())
    store.close()
    assert {checklist.agency, "กองสวัสดิการสังคม", meeting.name, "ศาลากลางน้ำ"} <= known
    assert {person.office, person.role, person.name, person.acting_for} <= known
    assert "หัวหน้าฝ่ายทะเบียน" in known
    assert {signature.office for signature in meeting.signatures} <= known
    assert "ข้อความ" not in known
