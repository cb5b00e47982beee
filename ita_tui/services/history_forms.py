"""The history as a document: Markdown for people, CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.event import Event
from ita_tui.domain.text import clean_lines
from ita_tui.i18n import _, language
from ita_tui.minutes.markdown import Align, table
from ita_tui.minutes.markdown import text as markdown_text
from ita_tui.services.events import describe_event
from ita_tui.services.views import event_view, history_view, to_json
from ita_tui.thai.dates import short_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_tui.minutes.style import Digits
    from ita_tui.store import Snapshot

_BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes the Thai text of a CSV file for that of another encoding."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CSV_COLUMNS = ("seq", "at", "by", "unix_user", "origin", "code", "field", "before", "after",
                "undoes", "batch", "meeting")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the history.

    Attributes:
        wanted: Whether an event is in it.
        told: What is in it, as a sentence; empty for everything.
    """

    wanted: Callable[[Event], bool]
    told: str = ""


EVERYTHING = Part(lambda _event: True)
"""The whole history."""


def text(snapshot: Snapshot, form: str, digits: Digits, part: Part = EVERYTHING) -> str:
    """The history in one of the formats `md`, `csv` and `json`, the newest change first.

    Args:
        snapshot: Whose history.
        form: The format.
        digits: The digits of Markdown.
        part: What of it.

    Raises:
        DamagedDataError: An older part of the history cannot be read.
    """
    events = filter(part.wanted, snapshot.events())
    match form:
        case "csv":
            return _csv(events)
        case "json":
            return to_json(history_view(events)) + "\n"
        case _:
            return _markdown(snapshot, events, digits, part.told)


def csv_cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula: an apostrophe stands before it.

    Line ends stay: a cell may have several lines.
    """
    shown = "" if value is None else clean_lines(str(value))
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _csv(events: Iterable[Event]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_CSV_COLUMNS)
    for event in events:
        change = describe_event(event)
        row = {**event_view(event), "before": change.before, "after": change.after}
        writer.writerow([csv_cell(row[name]) for name in _CSV_COLUMNS])
    return _BYTE_ORDER_MARK + out.getvalue()


def _markdown(snapshot: Snapshot, events: Iterable[Event], digits: Digits, told: str) -> str:
    checklist = snapshot.checklist
    title = _("History of the checklist of {agency}, fiscal year {year}").format(
        agency=checklist.agency, year=checklist.fiscal_year
    )
    columns = (
        (_("No."), Align.RIGHT),
        (_("When"), Align.LEFT),
        (_("Who"), Align.LEFT),
        (_("Item"), Align.LEFT),
        (_("What"), Align.LEFT),
        (_("Before"), Align.LEFT),
        (_("After"), Align.LEFT),
    )
    head = f"# {markdown_text(digits.prose(title))}\n\n"
    told = f"{markdown_text(digits.prose(told))}\n\n" if told else ""
    return f"{head}{told}{table(columns, _rows(events, digits))}\n"


def _rows(events: Iterable[Event], digits: Digits) -> Iterator[tuple[str, ...]]:
    for event in events:
        change = describe_event(event)
        yield (
            digits.number(event.seq),
            digits.prose(short_moment(event.at, language())),
            event.by,
            event.code,
            change.field,
            *(_in_digits(value, event, digits) for value in (change.before, change.after)),
        )


def _in_digits(value: str, event: Event, digits: Digits) -> str:
    """A value in the digits of the document; the wording of a status is a person's own."""
    return value if event.field == "status" else digits.prose(value)
