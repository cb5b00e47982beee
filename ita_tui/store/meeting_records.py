"""Meetings as JSON records, and back; like `records`, without validation."""

from __future__ import annotations

from datetime import date, time

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.store.records import Record, status_from_json, status_to_json


def meeting_to_record(meeting: Meeting) -> Record:
    """A meeting as a record."""
    return {
        "id": meeting.id,
        "name": meeting.name,
        "number": meeting.number,
        "year": meeting.year,
        "held_on": None if meeting.held_on is None else meeting.held_on.isoformat(),
        "place": meeting.place,
        "start": _time_to_json(meeting.start),
        "end": _time_to_json(meeting.end),
        "attendees": [
            {
                "office": one.office,
                "role": one.role,
                "name": one.name,
                "attendance": one.attendance.value,
                "reason": one.reason,
                "acting_for": one.acting_for,
            }
            for one in meeting.attendees
        ],
        "agenda": [_agenda_to_record(one) for one in meeting.agenda],
        "problems": list(meeting.problems),
        "next_steps": list(meeting.next_steps),
        "signatures": [
            {"task": one.task, "office": one.office, "name": one.name} for one in meeting.signatures
        ],
        "decisions": [
            {
                "code": one.code,
                "before": status_to_json(one.before),
                "after": status_to_json(one.after),
                "remark": one.remark,
            }
            for one in meeting.decisions
        ],
        "frozen": None if meeting.frozen is None else _frozen_to_records(meeting.frozen),
    }


def meeting_from_record(record: Record) -> Meeting:
    """The meeting of such a record."""
    frozen = record["frozen"]
    held_on = record["held_on"]
    return Meeting(
        id=record["id"],
        name=record["name"],
        number=record["number"],
        year=record["year"],
        held_on=None if held_on is None else date.fromisoformat(held_on),
        place=record["place"],
        start=_time_from_json(record["start"]),
        end=_time_from_json(record["end"]),
        attendees=tuple(
            Attendee(**{**one, "attendance": Attendance(one["attendance"])})
            for one in record["attendees"]
        ),
        agenda=tuple(_agenda_from_record(one) for one in record["agenda"]),
        problems=tuple(record["problems"]),
        next_steps=tuple(record.get("next_steps", ())),  # records of the first version have none
        signatures=tuple(Signature(**one) for one in record["signatures"]),
        decisions=tuple(
            Decision(
                one["code"],
                status_from_json(one["before"]),
                status_from_json(one["after"]),
                one["remark"],
            )
            for one in record["decisions"]
        ),
        frozen=None if frozen is None else _frozen_from_records(frozen),
    )


def _agenda_to_record(agenda: AgendaItem) -> Record:
    return {
        "title": agenda.title,
        "statements": [{"speaker": one.speaker, "text": one.text} for one in agenda.statements],
        "resolution": agenda.resolution,
        "shows_checklist": agenda.shows_checklist,
    }


def _agenda_from_record(record: Record) -> AgendaItem:
    statements = tuple(Statement(one["speaker"], one["text"]) for one in record["statements"])
    return AgendaItem(**{**record, "statements": statements})


def _frozen_to_records(frozen: tuple[FrozenItem, ...]) -> list[Record]:
    return [
        {
            "code": one.code,
            "status": status_to_json(one.status),
            "remark": one.remark,
            "previous_score": one.previous_score,
        }
        for one in frozen
    ]


def _frozen_from_records(records: list[Record]) -> tuple[FrozenItem, ...]:
    return tuple(
        FrozenItem(**{**one, "status": status_from_json(one["status"])}) for one in records
    )


def _time_to_json(moment: time | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def _time_from_json(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)
