"""Items and checklists as JSON records, and back.

Nothing is validated here: the checksum vouches for a record.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Evidence, Item
from ita_tui.domain.score import Score, ScoreCard
from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from ita_tui.domain.event import JsonValue

Record = dict[str, Any]
"""One TinyDB document."""

Tables = dict[str, dict[str, Record]]
"""TinyDB tables: name to document id to record."""

TABLES = ("header", "checklist", "items", "meetings", "history")
"""The tables of a data file, in the order in which they stand in it."""

SEALED_TABLES = ("header", "history")
"""The tables of a sealed segment of its history."""


def moment_to_json(moment: datetime) -> str:
    """An aware moment as ISO text in UTC with milliseconds and Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_from_json(text: str) -> datetime:
    """The aware moment of such a text."""
    return datetime.fromisoformat(text)


def status_to_json(status: Status) -> Record:
    """A status as a record."""
    return {"state": status.state.value, "wording": status.wording}


def status_from_json(record: Record) -> Status:
    """The status of such a record."""
    return Status(State(record["state"]), record["wording"])


def field_to_json(value: object) -> JsonValue:
    """The value of one of an item's editable fields as JSON has it."""
    match value:
        case Status():
            return status_to_json(value)
        case date():
            return value.isoformat()
        case tuple():
            return [{"url": one.url, "text": one.text, "note": one.note} for one in value]
        case _:
            return value


def field_from_json(field: str, value: Any) -> Any:  # noqa: ANN401 (as above)
    """The value of an editable field from such JSON."""
    match field:
        case "status":
            return status_from_json(value)
        case "due":
            return None if value is None else date.fromisoformat(value)
        case "evidence":
            return tuple(Evidence(one["url"], one["text"], one["note"]) for one in value)
        case _:
            return value


def item_to_record(item: Item) -> Record:
    """An item as a record."""
    return {
        "code": item.code,
        "name": item.name,
        "category": item.category,
        "cadence": item.cadence,
        "previous_score": item.previous_score,
        "status": status_to_json(item.status),
        "remark": item.remark,
        "unit": item.unit,
        "due": field_to_json(item.due),
        "evidence": field_to_json(item.evidence),
        "revision": item.revision,
        "updated_at": None if item.updated_at is None else moment_to_json(item.updated_at),
        "updated_by": item.updated_by,
    }


def item_from_record(record: Record) -> Item:
    """The item of such a record."""
    updated_at = record["updated_at"]
    return Item(
        code=record["code"],
        name=record["name"],
        category=record["category"],
        cadence=record["cadence"],
        previous_score=record["previous_score"],
        status=status_from_json(record["status"]),
        remark=record["remark"],
        unit=record["unit"],
        due=field_from_json("due", record["due"]),
        evidence=field_from_json("evidence", record["evidence"]),
        revision=record["revision"],
        updated_at=None if updated_at is None else moment_from_json(updated_at),
        updated_by=record["updated_by"],
    )


def checklist_to_record(checklist: Checklist) -> Record:
    """A checklist without its items as a record."""
    previous = checklist.previous
    return {
        "agency": checklist.agency,
        "fiscal_year": checklist.fiscal_year,
        "framework_title": checklist.framework_title,
        "framework_year": checklist.framework_year,
        "categories": [{"code": one.code, "name": one.name} for one in checklist.categories],
        "previous": None if previous is None else _card_to_record(previous),
    }


def checklist_from_record(record: Record, items: tuple[Item, ...]) -> Checklist:
    """The checklist of such a record with these items."""
    previous = record["previous"]
    return Checklist(
        agency=record["agency"],
        fiscal_year=record["fiscal_year"],
        framework_title=record["framework_title"],
        framework_year=record["framework_year"],
        categories=tuple(Category(one["code"], one["name"]) for one in record["categories"]),
        items=items,
        previous=None if previous is None else _card_from_record(previous),
    )


def _card_to_record(card: ScoreCard) -> Record:
    def scores(scores: tuple[Score, ...]) -> list[Record]:
        return [{"code": one.code, "name": one.name, "value": one.value} for one in scores]

    return {
        "fiscal_year": card.fiscal_year,
        "overall": card.overall,
        "indicators": scores(card.indicators),
        "instruments": scores(card.instruments),
    }


def _card_from_record(record: Record) -> ScoreCard:
    def scores(records: list[Record]) -> tuple[Score, ...]:
        return tuple(Score(one["code"], one["name"], one["value"]) for one in records)

    return ScoreCard(
        fiscal_year=record["fiscal_year"],
        overall=record["overall"],
        indicators=scores(record["indicators"]),
        instruments=scores(record["instruments"]),
    )
