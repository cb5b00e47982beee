"""The documents that can be written to a file from a screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.minutes.style import Digits
from ita_tui.services.documents import (
    Document,
    checklist_document,
    history_document,
    minutes_document,
)
from ita_tui.services.meetings.fields import problems_of
from ita_tui.services.meetings.neighbours import Neighbour, neighbours
from ita_tui.thai.dates import short_date
from ita_tui.ui.meeting_titles import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.history_forms import Part
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that can be written.

    Attributes:
        title: What it is called.
        name: The name of the file that is proposed, without its ending.
        kind: A key of `documents.FORMATS`.
        make: Makes it in one of these formats.
        missing: Tells what it still lacks; empty when nothing.
    """

    title: str
    name: str
    kind: str
    make: Callable[[str], Document]
    missing: Callable[[], str] = str

    @property
    def endings(self) -> str:
        """Which names of the file make which format, as a sentence."""
        if self.kind == "history":
            return _("A name in .csv or .json makes a table or data for programs, else Markdown.")
        return _("A name in .html or .docx makes a web page or a Word file, else Markdown.")


def all_offers(session: Session, snapshot: Snapshot, meeting: str = "") -> tuple[Offer, ...]:
    """Everything that a version of the data can be written as: the newest minutes first.

    Args:
        session: The folder that the data are in.
        snapshot: The data.
        meeting: The id of the meeting whose minutes come before all others.
    """
    beside = neighbours(session.workspace, snapshot.checklist.fiscal_year)
    newest_first = reversed(snapshot.meetings)
    meetings = sorted(newest_first, key=lambda one: one.id != meeting)
    titles = told_apart(meetings, [_title(one) for one in meetings])
    pairs = zip(titles, meetings, strict=True)
    minutes = (_minutes_offer(title, snapshot, beside, one) for title, one in pairs)
    year = snapshot.checklist.fiscal_year
    table = Offer(
        _("Table of the checklist {year}").format(year=year),
        f"checklist-{year}",
        "checklist",
        partial(checklist_document, snapshot, Digits.THAI),
    )
    return (*minutes, table, history_offer(snapshot))


def history_offer(snapshot: Snapshot, part: Part | None = None, name: str = "") -> Offer:
    """The history.

    Args:
        snapshot: Whose history.
        part: What of it; everything when None.
        name: What the part is called in the name of the file.
    """
    year = snapshot.checklist.fiscal_year
    title = _("History of the checklist {year}").format(year=year)
    stem = f"history-{year}"
    return Offer(
        title if part is None else part.told,
        f"{stem}-{_slug(name)}" if name else stem,
        "history",
        lambda form: history_document(snapshot, form, Digits.THAI, part),
    )


def _minutes_offer(
    title: str, snapshot: Snapshot, beside: Sequence[Neighbour], meeting: Meeting
) -> Offer:
    def missing() -> str:
        found = problems_of(meeting, snapshot.meetings, beside)
        parts = " ".join(one.sentence for one in found)
        return _("Still missing: {parts}").format(parts=parts) if found else ""

    return Offer(
        title,
        f"minutes-{_slug(meeting.id)}",
        "minutes",
        lambda form: minutes_document(snapshot, meeting, Digits.THAI, form, beside),
        missing,
    )


def _title(meeting: Meeting) -> str:
    number = "-" if meeting.number is None else meeting.number
    day = "" if meeting.held_on is None else f" · {short_date(meeting.held_on)}"
    return _("Minutes {number}/{year}").format(number=number, year=meeting.year) + day


def _slug(name: str) -> str:
    """A name without anything that leads to another folder."""
    return re.sub(r"[^\w-]+", "-", name)
