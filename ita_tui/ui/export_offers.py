"""The documents that can be written to a file from a screen.

Each is made of the data as they are when it is written: a colleague may have changed them since the
screen that offers it came up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.i18n import _, language
from ita_tui.minutes.style import Digits
from ita_tui.services.documents import (
    Document,
    checklist_document,
    find_meeting,
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
    minutes = (_minutes_offer(title, session, snapshot, beside, one) for title, one in pairs)
    year = snapshot.checklist.fiscal_year

    def make_table(form: str) -> Document:
        with _now(session, year) as now:
            return checklist_document(now, Digits.THAI, form)

    def make_history(form: str) -> Document:
        with _now(session, year) as now:
            return history_document(now, form, Digits.THAI)

    title = _("Table of the checklist {year}").format(year=year)
    table = Offer(title, f"checklist-{year}", "checklist", make_table)
    history = replace(history_offer(snapshot), make=make_history)
    return (*minutes, table, history)


@contextmanager
def _now(session: Session, year: int) -> Iterator[Snapshot]:
    """The data as they are on the disk, in a thread of its own beside the screens."""
    with closing(session.workspace.store(year)) as store:
        yield store.read()


def history_offer(snapshot: Snapshot, part: Part | None = None, name: str = "") -> Offer:
    """The history as a version of the data has it.

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
    title: str,
    session: Session,
    snapshot: Snapshot,
    beside: Sequence[Neighbour],
    meeting: Meeting,
) -> Offer:
    year = snapshot.checklist.fiscal_year

    def make(form: str) -> Document:
        with _now(session, year) as now:
            there = find_meeting(now.meetings, meeting.id)
            around = neighbours(session.workspace, year)
            return minutes_document(now, there, Digits.THAI, form, around)

    def missing() -> str:
        found = problems_of(meeting, snapshot.meetings, beside)
        parts = " ".join(one.sentence for one in found)
        return _("Still missing: {parts}").format(parts=parts) if found else ""

    return Offer(title, f"minutes-{_slug(meeting.id)}", "minutes", make, missing)


def _title(meeting: Meeting) -> str:
    number = "-" if meeting.number is None else meeting.number
    day = "" if meeting.held_on is None else f" · {short_date(meeting.held_on, language())}"
    return _("Minutes {number}/{year}").format(number=number, year=meeting.year) + day


def _slug(name: str) -> str:
    """A name without anything that leads to another folder."""
    return re.sub(r"[^\w-]+", "-", name)
