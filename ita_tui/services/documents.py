"""The documents that are handed on: minutes, the checklist, the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.minutes.style import Digits
from ita_tui.services.meetings.fields import problems_of, written_number
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.history_forms import Part
    from ita_tui.services.meetings.neighbours import Neighbour
    from ita_tui.store import Snapshot

__all__ = [
    "FORMATS",
    "Digits",
    "Document",
    "checklist_document",
    "find_meeting",
    "form_of",
    "history_document",
    "minutes_document",
]

FORMATS = {
    "minutes": ("md", "html", "docx"),
    "checklist": ("md", "html", "docx"),
    "history": ("md", "csv", "json"),
}
"""What can be exported, and the formats of each, the usual one first."""


LAST = "last"
"""What a person writes for the newest meeting."""


def form_of(document: str, file: Path) -> str:
    """The format that a file's ending asks for, else the usual one of the document.

    Args:
        document: A key of `FORMATS`.
        file: Its name; it need not be there.
    """
    known = FORMATS[document]
    ending = file.suffix.lower().removeprefix(".")
    return ending if ending in known else known[0]


@dataclass(frozen=True, slots=True)
class Document:
    """A document, ready to be written.

    Attributes:
        content: The bytes of the file.
        notes: What is missing in it, each as a sentence in the language in use.
    """

    content: bytes
    notes: tuple[str, ...] = ()


def minutes_document(
    snapshot: Snapshot,
    meeting: Meeting,
    digits: Digits,
    form: str = "md",
    beside: Sequence[Neighbour] = (),
) -> Document:
    """The minutes of a meeting, with notes on what they lack.

    Args:
        snapshot: The checklist of the meeting's year.
        meeting: Whose minutes.
        digits: The digits of the text.
        form: One of `FORMATS["minutes"]`.
        beside: The fiscal years beside this one, for what is said of the number.

    Raises:
        UsageError: What writes this format is not installed.
    """
    from ita_tui.minutes.rendering import TITLE, render_minutes  # noqa: PLC0415 (one kind of three)

    text = render_minutes(meeting, snapshot.checklist, digits)
    title = f"{TITLE}{meeting.name} {digits.prose(written_number(meeting))}"
    notes = tuple(one.sentence for one in problems_of(meeting, snapshot.meetings, beside))
    return Document(_in_form(text, title, digits, form), notes)


def checklist_document(snapshot: Snapshot, digits: Digits, form: str = "md") -> Document:
    """The checklist.

    Args:
        snapshot: Whose checklist.
        digits: The digits of the text.
        form: One of `FORMATS["checklist"]`.

    Raises:
        UsageError: What writes this format is not installed.
    """
    from ita_tui.minutes.rendering import (  # noqa: PLC0415 (one kind of three)
        CHECKLIST_TITLE,
        render_checklist,
    )

    checklist = snapshot.checklist
    text = render_checklist(checklist, digits)
    title = f"{CHECKLIST_TITLE} {checklist.agency} {digits.prose(str(checklist.fiscal_year))}"
    return Document(_in_form(text, title, digits, form))


def _in_form(markdown: str, title: str, digits: Digits, form: str) -> bytes:
    """A document in one of the forms that are made from its Markdown."""
    if form == "html":
        from ita_tui.minutes.html import to_html  # noqa: PLC0415 (one form of three)

        return to_html(markdown, title, digits).encode()
    if form == "docx":
        from ita_tui.minutes.docx import to_docx  # noqa: PLC0415 (one form of three)

        return to_docx(markdown, title, digits)
    return markdown.encode()


def history_document(
    snapshot: Snapshot, form: str, digits: Digits, part: Part | None = None
) -> Document:
    """The history, the newest change first.

    Args:
        snapshot: Whose history.
        form: One of `FORMATS["history"]`.
        digits: The digits of Markdown; the other formats are for programs and keep the Arabic.
        part: What of it; everything when None.

    Raises:
        DamagedDataError: An older part of the history cannot be read.
    """
    from ita_tui.services import history_forms  # noqa: PLC0415 (one kind of three)

    wanted = history_forms.EVERYTHING if part is None else part
    return Document(history_forms.text(snapshot, form, digits, wanted).encode())


def find_meeting(meetings: Sequence[Meeting], wanted: str | None) -> Meeting:
    """The meeting that a person means.

    Args:
        meetings: In the order in which they were made.
        wanted: Its number and year (`3/2567`, in either digits) or its id; the newest for `last`
            or None.

    Raises:
        UsageError: There is none like it, or more than one; the message names those there are.
    """
    if not meetings:
        raise UsageError(_("There is no meeting yet; begin one with `ita-tui meeting new`."))
    if wanted is None or wanted.strip() == LAST:
        return max(reversed(meetings), key=lambda one: one.held_on or date.max)
    plain = to_arabic(wanted).replace(" ", "")
    found = [one for one in meetings if one.id == wanted.strip() or written_number(one) == plain]
    if len(found) != 1:
        sentence = (
            _("There is no meeting {wanted}; there are {meetings}.")
            if not found
            else _("More than one meeting is {wanted}; name one by its id: {meetings}.")
        )
        shown = ", ".join(f"{written_number(one)} ({one.id})" for one in found or meetings)
        raise UsageError(sentence.format(wanted=wanted, meetings=shown))
    return found[0]
