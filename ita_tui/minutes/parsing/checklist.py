"""What minutes show of the checklist, read back: its facts, its table, decisions and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_tui.domain.category import Category
from ita_tui.domain.meeting import Decision, FrozenItem
from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.minutes.agenda import LISTS
from ita_tui.minutes.facts import (
    AGENCY,
    AS_OF,
    END_OF_MEETING,
    FISCAL_YEAR,
    FRAMEWORK,
    FRAMEWORK_YEAR,
)
from ita_tui.minutes.markdown import from_cell
from ita_tui.minutes.parsing.blocks import Paragraph, Table
from ita_tui.minutes.parsing.heading import opened
from ita_tui.minutes.parsing.parsed import Part, ReadRow
from ita_tui.minutes.parsing.tables import not_expected, rows_of
from ita_tui.minutes.status_words import read_status
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tables import AFTER, BEFORE, CATEGORY, CODE, ITEM, REMARK, RESULT, SCORE, TOPIC
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.status import Status
    from ita_tui.minutes.parsing.blocks import Block, Line
    from ita_tui.minutes.parsing.parsed import Notes

_FACTS = (AGENCY, FISCAL_YEAR, FRAMEWORK, FRAMEWORK_YEAR, AS_OF)
_ROW_COLUMNS = {
    CODE: "code",
    TOPIC: "name",
    SCORE: "score",
    RESULT: "status",
    REMARK: "remark",
}
_DECISION_COLUMNS = {
    CODE: "code",
    ITEM: "name",
    BEFORE: "before",
    AFTER: "after",
    REMARK: "remark",
}
_SCORE_FORM = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_YEAR_FORM = re.compile("[0-9]{1,4}")
_NUMBERED = re.compile(r"\A\([0-9๐-๙]+\) ")


class ShownChecklist:
    """Collects what the agenda shows of the checklist; a table may be shown more than once.

    Attributes:
        categories: By code, in order.
        rows: By code, in order.
        decisions: In order.
        named: Code and name of the item of each decision.
        lists: The texts of each of `agenda.LISTS`, by its field.
    """

    def __init__(self, fiscal_year: int, notes: Notes) -> None:
        """Begin without anything.

        Args:
            fiscal_year: The one of the front matter.
            notes: Takes what is not understood.
        """
        self.categories: dict[str, Category] = {}
        self.rows: dict[str, ReadRow] = {}
        self.decisions: list[Decision] = []
        self.named: list[tuple[str, str]] = []
        self.lists: dict[str, list[str]] = {field: [] for field in LISTS}
        self._facts: dict[str, str] = {}
        self._fiscal_year = fiscal_year
        self._notes = notes

    @property
    def agency(self) -> str:
        """Whose checklist it is; empty where it is not shown."""
        return self._facts.get(AGENCY, "")

    @property
    def framework_title(self) -> str:
        """The list that it follows; empty where it is not shown."""
        return self._facts.get(FRAMEWORK, "")

    @property
    def framework_year(self) -> int | None:
        """The year of that list; None where it is not shown."""
        year = to_arabic(self._facts.get(FRAMEWORK_YEAR, ""))
        return int(year) if _YEAR_FORM.fullmatch(year) else None

    @property
    def frozen(self) -> tuple[FrozenItem, ...] | None:
        """The table as it stood at closing; None where it is the table of an open meeting."""
        if self._facts.get(AS_OF) != END_OF_MEETING:
            return None
        return tuple(
            FrozenItem(row.code, row.status, row.remark, row.previous_score)
            for row in self.rows.values()
        )

    def read_facts(self, blocks: Sequence[Block]) -> None:
        """The paragraph of facts above the table."""
        for block in blocks:
            if not isinstance(block, Paragraph):
                not_expected(block, self._notes)
                continue
            for number, line in enumerate(block.lines, block.line):
                if not self._takes_fact(line):
                    reason = _("This line about the checklist is not as the form has it.")
                    self._notes.add(number, line.text, reason, Part.CHECKLIST)

    def _takes_fact(self, line: Line) -> bool:
        label, value = line.bold.strip(), opened(line.rest)
        known = self._facts.setdefault(label, value) if label in _FACTS else None
        expected = {FISCAL_YEAR: str(self._fiscal_year), AS_OF: END_OF_MEETING}
        if label == FRAMEWORK_YEAR:
            return known == value and _YEAR_FORM.fullmatch(to_arabic(value)) is not None
        return known == value and to_arabic(value) == expected.get(label, to_arabic(value))

    def read_rows(self, heading: str, blocks: Sequence[Block]) -> None:
        """The tables under the heading of a category, or of the items outside the list."""
        category = self._category(heading)
        for block in blocks:
            if not isinstance(block, Table):
                not_expected(block, self._notes, Part.CHECKLIST)
                continue
            required = (CODE, TOPIC, SCORE, RESULT, REMARK)
            for row, texts in rows_of(block, _ROW_COLUMNS, required, self._notes, Part.CHECKLIST):
                score = to_arabic(from_cell(texts["score"]))
                reason = self._take_row(
                    ReadRow(
                        row.line,
                        code=from_cell(texts["code"]),
                        name=from_cell(texts["name"]),
                        category=category,
                        previous_score=float(score) if _SCORE_FORM.fullmatch(score) else None,
                        status=_status(texts["status"]),
                        remark=from_cell(texts["remark"]),
                    ),
                    score,
                )
                if reason:
                    self._notes.add(row.line, row.text, reason, Part.CHECKLIST)

    def _take_row(self, row: ReadRow, score: str) -> str:
        """Keep a row; otherwise the reason why it is left out."""
        if not row.code:
            return _("The row has no code; it was left out.")
        if score and row.previous_score is None:
            return _("{score} is no score; the row was left out.").format(score=score)
        first = self.rows.setdefault(row.code, row)
        if first.item != row.item:
            return _("{code} stands in line {line} already with other words; keep one.").format(
                code=row.code, line=first.line
            )
        return ""

    def _category(self, heading: str) -> str:
        """The code of the category that a heading names, which is kept; empty for none."""
        if not heading.startswith(CATEGORY):
            return ""
        shown, _space, name = heading.removeprefix(CATEGORY).removeprefix(" ").partition(" ")
        code = to_arabic(shown)
        if shown not in {code, Digits.THAI.prose(code)}:
            code = shown
        self.categories.setdefault(code, Category(code, name))
        return code

    def read_decisions(self, blocks: Sequence[Block]) -> None:
        """The table of what the meeting changed."""
        for block in blocks:
            if not isinstance(block, Table):
                not_expected(block, self._notes, Part.DECISIONS)
                continue
            required = (CODE, BEFORE, AFTER, REMARK)
            columns = _DECISION_COLUMNS
            for _row, texts in rows_of(block, columns, required, self._notes, Part.DECISIONS):
                code = from_cell(texts["code"])
                self.named.append((code, from_cell(texts.get("name", ""))))
                before, after = _status(texts["before"]), _status(texts["after"])
                self.decisions.append(Decision(code, before, after, from_cell(texts["remark"])))

    def read_list(self, heading: str, blocks: Sequence[Block]) -> None:
        """One of the lists, a paragraph each; one that was added need not have a number."""
        field = next(field for field, name in LISTS.items() if name == heading)
        for block in blocks:
            if isinstance(block, Paragraph):
                text = _NUMBERED.sub("", block.text)
                self.lists[field].append(opened(text) and text)
            else:
                not_expected(block, self._notes)


def _status(shown: str) -> Status:
    # A sign for a line break is part of a wording, since a wording is one line.
    text = clean(shown).strip()
    return read_status(from_cell(text) and text)
