"""The parts of our own minutes, taken section by section and put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance, Meeting
from ita_tui.i18n import _
from ita_tui.minutes.agenda import DECISIONS_HEADING, LISTS
from ita_tui.minutes.attendance import HEADINGS
from ita_tui.minutes.parsing.agenda import AGENDA_HEADING, read_agenda_item
from ita_tui.minutes.parsing.blocks import Block, Heading
from ita_tui.minutes.parsing.checklist import ShownChecklist
from ita_tui.minutes.parsing.heading import ReadHeading, read_clock, read_heading
from ita_tui.minutes.parsing.parsed import Notes, Part, ReadMinutes
from ita_tui.minutes.parsing.people import read_people, read_signatures
from ita_tui.minutes.parsing.tables import not_expected
from ita_tui.minutes.rendering import DAY, END, NUMBER, PLACE, START, TITLE, TO_SIGN
from ita_tui.thai.months import BE_OFFSET

if TYPE_CHECKING:
    from datetime import time

    from ita_tui.domain.meeting import AgendaItem, Attendee, Signature
    from ita_tui.minutes.front_matter import FrontMatter

_LISTS = {heading: attendance for attendance, heading in HEADINGS.items()}
_SIGNED = TO_SIGN.split()[0]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 1 or 2, and what stands under it.

    Attributes:
        heading: None before the first one.
        blocks: Up to the next one.
    """

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)


class Document:
    """Takes the sections of a document one by one."""

    def __init__(self, front: FrontMatter, last_line: int) -> None:
        """Begin before the first section.

        Args:
            front: What the front matter says.
            last_line: The number of the last line.
        """
        self._front = front
        self._last_line = last_line
        self._notes = Notes()
        self._checklist = ShownChecklist(front.fiscal_year, self._notes)
        self._heading: ReadHeading | None = None
        self._people: dict[Attendance, tuple[Attendee, ...]] = {}
        self._clocks: dict[str, time | None] = {}
        self._agenda: list[AgendaItem] = []
        self._signatures: tuple[Signature, ...] = ()

    def take(self, section: Section) -> None:
        """Read the next section."""
        heading, blocks = section.heading, section.blocks
        if heading is None or not self._takes(heading, blocks):
            for block in [heading, *blocks] if heading else blocks:
                not_expected(block, self._notes)

    def _takes(self, heading: Heading, blocks: list[Block]) -> bool:
        """Whether the section has a place in the form, and did not stand before."""
        text = heading.text
        if text.startswith(TITLE) and self._heading is None:
            self._heading = read_heading(heading, blocks, self._notes)
        elif text in _LISTS and _LISTS[text] not in self._people:
            self._people[_LISTS[text]] = read_people(_LISTS[text], blocks, self._notes)
        elif found := AGENDA_HEADING.fullmatch(text):
            title = found["title"]
            item = read_agenda_item(title, blocks, self._checklist, self._notes)
            self._agenda.append(item)
        elif text == DECISIONS_HEADING:
            self._checklist.read_decisions(blocks)
        elif text in LISTS.values():
            self._checklist.read_list(text, blocks)
        else:
            return self._takes_clock(heading, blocks)
        return True

    def _takes_clock(self, heading: Heading, blocks: list[Block]) -> bool:
        """Whether the section is the beginning or the end of the meeting."""
        parts = {START: Part.START, END: Part.END}
        word = next((word for word in parts if heading.text.startswith(word)), None)
        if word is None or word in self._clocks:
            return False
        clock = heading.text.removeprefix(word)
        self._clocks[word] = read_clock(clock, heading.line, self._notes, parts[word])
        if word == END:
            self._signatures = read_signatures(blocks, self._notes)
        else:
            for block in blocks:
                not_expected(block, self._notes)
        return True

    def read(self) -> ReadMinutes:
        """All that was read."""
        heading = self._heading or ReadHeading()
        self._note_missing(heading)
        shown = self._checklist
        return ReadMinutes(
            meeting=self._meeting(heading),
            fiscal_year=self._front.fiscal_year,
            agency=shown.agency or self._front.agency,
            framework_title=shown.framework_title or self._front.framework_title,
            framework_year=shown.framework_year or self._front.framework_year,
            categories=tuple(shown.categories.values()),
            rows=tuple(shown.rows.values()),
            named=tuple(shown.named),
            problems=tuple(sorted(self._notes.problems, key=lambda one: one.line)),
        )

    def _meeting(self, heading: ReadHeading) -> Meeting:
        year = heading.held_on.year + BE_OFFSET if heading.held_on else self._front.fiscal_year
        people = (self._people.get(attendance, ()) for attendance in Attendance)
        return Meeting(
            id=self._front.meeting,
            name=heading.name,
            number=heading.number,
            year=year if heading.year is None else heading.year,
            held_on=heading.held_on,
            place=heading.place or "",
            start=self._start(heading),
            end=self._clocks.get(END),
            attendees=tuple(person for people_there in people for person in people_there),
            agenda=self._whole_agenda(),
            problems=tuple(self._checklist.lists["problems"]),
            next_steps=tuple(self._checklist.lists["next_steps"]),
            signatures=self._signatures,
            decisions=tuple(self._checklist.decisions),
            frozen=self._checklist.frozen,
        )

    def _whole_agenda(self) -> tuple[AgendaItem, ...]:
        """The agenda; without the heading after it, the signatures stand below its last words."""
        if END in self._clocks or not self._agenda:
            return tuple(self._agenda)
        *others, last = self._agenda
        resolution = last.resolution.partition(f"\n\n{TO_SIGN}")[0]
        return (*others, replace(last, resolution=resolution))

    def _start(self, heading: ReadHeading) -> time | None:
        """The time of the beginning, which stands in two places."""
        beside_day, above = heading.start, self._clocks.get(START)
        if beside_day and above and beside_day != above:
            reason = _("The time of the beginning is another one in the heading {heading}.")
            self._notes.add(
                heading.day_line,
                f"{beside_day:%H.%M}",
                reason.format(heading=f"{START} {above:%H.%M}"),
                Part.START,
            )
        return above or beside_day

    def _note_missing(self, heading: ReadHeading) -> None:
        """Note what the form has and the document has not."""
        there = {
            Part.NAME: (TITLE, self._heading is not None),
            Part.NUMBER: (NUMBER, heading.year is not None),
            Part.HELD_ON: (DAY, heading.day_line > 0),
            Part.PLACE: (PLACE, heading.place is not None),
            **{Part(one.value): (name, one in self._people) for one, name in HEADINGS.items()},
            Part.START: (START, START in self._clocks),
            Part.END: (END, END in self._clocks),
            Part.SIGNATURES: (_SIGNED, END in self._clocks),
        }
        noted = {problem.part for problem in self._notes.problems}
        for part, (name, found) in there.items():
            if not found and part not in noted:
                reason = _("The document has no “{name}” any more; that part was left alone.")
                self._notes.add(self._last_line, name, reason.format(name=name), part)
