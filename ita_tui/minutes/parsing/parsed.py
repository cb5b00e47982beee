"""What was read back from minutes: the meeting, the checklist they show, and what was unclear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.status import Status
from ita_tui.domain.text import clean


class Part(StrEnum):
    """A part of the minutes, in the order of the form."""

    NAME = "name"
    NUMBER = "number"
    HELD_ON = "held_on"
    PLACE = "place"
    PRESENT = "present"
    ABSENT = "absent"
    OTHER = "other"
    START = "start"
    AGENDA = "agenda"
    CHECKLIST = "checklist"
    DECISIONS = "decisions"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    END = "end"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the text that was not understood, and so was left alone.

    Attributes:
        line: The number of its line, from 1; the last line for what is missing.
        text: The line as it is written, cleaned, or what is missing.
        reason: Why, as a sentence in the language in use.
        part: The part of which something may be lacking for it; None where all that the form
            asks for was read.
    """

    line: int
    text: str
    reason: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the table of the checklist.

    Attributes:
        line: The number of its line, from 1.
        code: The item's code.
        name: The item's name.
        category: The code of the category that it stands under; empty outside the list.
        previous_score: Last year's score; None without one.
        status: State and wording.
        remark: May have several lines.
    """

    line: int
    code: str
    name: str
    category: str
    previous_score: float | None
    status: Status
    remark: str

    @property
    def item(self) -> Item:
        """The item that it shows."""
        return Item(
            self.code,
            self.name,
            self.category,
            previous_score=self.previous_score,
            status=self.status,
            remark=self.remark,
        )


@dataclass(frozen=True, slots=True)
class ReadMinutes:
    """Minutes of our own, read back. Digits in texts are as the document has them.

    Attributes:
        meeting: All visible parts. It is closed (`frozen`) where the document shows a table of
            the end of the meeting.
        fiscal_year: Of the checklist, in the Buddhist era.
        agency: Whose checklist it is; empty where the document says nothing of it.
        framework_title: The list that the checklist follows; empty as above.
        framework_year: The fiscal year of that list; None as above.
        categories: Those that have items, in order.
        rows: The items, in the order in which they are shown.
        named: Code and name of each item that a decision names, in order.
        problems: What was left alone, by line.
    """

    meeting: Meeting
    fiscal_year: int
    agency: str = ""
    framework_title: str = ""
    framework_year: int | None = None
    categories: tuple[Category, ...] = ()
    rows: tuple[ReadRow, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def unread(self) -> frozenset[Part]:
        """The parts that were not understood, wholly or in part, or that are missing.

        What the meeting and the rows say of them is not to be relied on.
        """
        return frozenset(one.part for one in self.problems if one.part is not None)

    @property
    def shows_checklist(self) -> bool:
        """Whether the checklist stands in the document."""
        return any(item.shows_checklist for item in self.meeting.agenda)

    @property
    def checklist(self) -> Checklist:
        """The checklist as far as it is shown: with it, the meeting renders as the same text.

        Where the document shows no table, it has the items that decisions name.
        """
        items = tuple(row.item for row in self.rows)
        if not self.shows_checklist:
            items = tuple(Item(code, name, "") for code, name in dict(self.named).items())
        return Checklist(
            agency=self.agency,
            fiscal_year=self.fiscal_year,
            framework_title=self.framework_title,
            framework_year=self.framework_year or self.fiscal_year,
            categories=self.categories,
            items=items,
        )


class Notes:
    """Collects what was not understood while a document is read.

    Attributes:
        problems: In the order in which they were met.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.problems: list[Problem] = []

    def add(self, line: int, text: str, reason: str, part: Part | None = None) -> None:
        """Note a problem.

        Args:
            line: The number of the line.
            text: What stands there.
            reason: Why it is left alone, as a sentence in the language in use.
            part: The part of which something may be lacking for it.
        """
        self.problems.append(Problem(line, clean(text).strip(), reason, part))
