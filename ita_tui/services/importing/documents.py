"""Taking a document over, whatever it is: our own minutes whole, of any other the statuses.

The plan tells what would change before anything does; screen and command line show the same.
"""

from __future__ import annotations

import unicodedata
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.minutes.columns import RESULTS, TOPIC
from ita_tui.minutes.parsing.minutes import Part, read_minutes
from ita_tui.services.importing.beginning import begin_with_minutes, new_checklist
from ita_tui.services.importing.own_minutes import apply_minutes
from ita_tui.services.importing.plan import MinutesPlan, plan_beginning, plan_minutes
from ita_tui.services.importing.statuses import ImportPlan, apply_import, plan_import, read_document
from ita_tui.services.meetings.differences import part_label
from ita_tui.services.meetings.fields import written_number
from ita_tui.services.seeds.loading import load_framework
from ita_tui.services.wording import describe_field, field_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.minutes.parsing.minutes import ReadMinutes
    from ita_tui.services.statuses import Outcome
    from ita_tui.services.workspace import Workspace
    from ita_tui.store import Store

_SHORT = 60
"""The most characters of a text that is shown whole."""

_AROUND = 15
"""How many characters are shown before and after a difference in a longer one."""

DocumentPlan = ImportPlan | MinutesPlan
"""What a document would change: statuses, or all that minutes of our own say."""


@dataclass(frozen=True, slots=True)
class Line:
    """One difference as a person reads it, in one line.

    Attributes:
        what: The item, with the field where it is not the status; or the part of the meeting.
        before: How it is.
        after: How it would be.
    """

    what: str
    before: str
    after: str


def plan_document(
    workspace: Workspace,
    year: int | None,
    file: Path,
    agency: str = "",
    framework: Path | None = None,
) -> DocumentPlan:
    """Read a document; nothing is changed yet.

    Args:
        workspace: The data folder; it may be empty for minutes of our own.
        year: The fiscal year that was asked for; that of the minutes, or the newest, when None.
        file: The document.
        agency: Whose checklist begins with minutes that do not say so.
        framework: A list of items, for a checklist that begins with minutes without a table.

    Raises:
        NoChecklistError: The folder is empty, and the document would not begin a checklist.
        UsageError: The minutes are of another agency or another fiscal year, or the checklist
            that they are to begin is not known.
        DataError: The document or the data cannot be read.
    """
    years = workspace.years()
    if not years and not file.is_file():
        workspace.store(year)  # an empty folder says how to begin
    text = read_document(file)
    read = read_minutes(text)
    if read is not None and not years:
        known = None if framework is None else load_framework(framework)
        return plan_beginning(read, new_checklist(read, agency, known))
    if agency or framework is not None:
        raise UsageError(
            _("--agency and --framework are for minutes that begin a checklist in an empty folder.")
        )
    with closing(workspace.store(_year(read, year, years))) as store:
        snapshot = store.read()
    if read is not None:
        return plan_minutes(read, snapshot)
    return plan_import(text, str(file), snapshot.checklist)


def apply_document(
    workspace: Workspace, year: int | None, actor: Actor, plan: DocumentPlan
) -> Outcome | None:
    """Carry out a plan as one change that is undone as one.

    Args:
        workspace: The data folder.
        year: The fiscal year that was asked for, as for the plan.
        actor: Who.
        plan: What `plan_document` has given.

    Returns:
        What it came to; None where a checklist began with it.

    Raises:
        ConflictError: Somebody changed what the plan is about since; nothing was written.
        DataError, BusyError: As the store says.
    """
    if isinstance(plan, MinutesPlan) and plan.begins:
        begin_with_minutes(workspace, actor, plan)
        return None
    read = plan.read if isinstance(plan, MinutesPlan) else None
    with closing(workspace.store(_year(read, year, workspace.years()))) as store:
        return apply_to(store, actor, plan)


def apply_to(store: Store, actor: Actor, plan: DocumentPlan) -> Outcome:
    """Carry out a plan in a checklist that is there; otherwise as `apply_document`."""
    if isinstance(plan, MinutesPlan):
        return apply_minutes(store, actor, plan)
    return apply_import(store, actor, plan)


def _year(read: ReadMinutes | None, year: int | None, years: tuple[int, ...]) -> int | None:
    """The fiscal year to take a document into; minutes name their own."""
    if year is None and read is not None and read.fiscal_year in years:
        return read.fiscal_year
    return year


def can_apply(plan: DocumentPlan) -> bool:
    """Whether there is anything to write."""
    return bool(plan.matched) if isinstance(plan, ImportPlan) else plan.changes_anything


def changes_anything(plan: DocumentPlan) -> bool:
    """Whether anything would be another than it is."""
    return bool(plan.replacements) if isinstance(plan, ImportPlan) else plan.changes_anything


def understood(plan: DocumentPlan) -> bool:
    """Whether nothing in the document was left alone."""
    if isinstance(plan, MinutesPlan):
        return not plan.problems
    return bool(plan.matched) and not plan.unmatched


def lines_of(plan: DocumentPlan) -> tuple[Line, ...]:
    """What would change, in the order of the document."""
    if isinstance(plan, MinutesPlan):
        return (*_of_meeting(plan), *_of_items(plan))
    told = ((one.code, one.before, one.after) for one in plan.replacements)
    return tuple(
        Line(code, *(describe_field("status", one) for one in values)) for code, *values in told
    )


def _of_meeting(plan: MinutesPlan) -> Iterator[Line]:
    for one in plan.part_changes:
        place = f" {one.place}" if one.part is Part.AGENDA else ""
        before, after = (" ".join(text.split()) for text in (one.before, one.after))
        if before and after:
            before, after = excerpts(before, after)
        yield Line(f"{part_label(one.part)}{place}", before or _("empty"), after or _("empty"))


def _of_items(plan: MinutesPlan) -> Iterator[Line]:
    for one in plan.item_changes:
        texts = (describe_field(one.field, value) for value in (one.before, one.after))
        yield Line(f"{one.code} {field_label(one.field)}", *texts)


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two versions of a text, without most of what is the same at their ends where they are long.

    No sign of Thai is parted from the letter that it stands on.
    """
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return _excerpt(before, start, len(before) - end), _excerpt(after, start, len(after) - end)


def _common(one: str, other: str) -> int:
    """How many characters are the same at the beginning of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    while first > 0 and _leans(text[first]):
        first -= 1
    while last < len(text) and _leans(text[last]):
        last += 1
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _leans(char: str) -> bool:
    """Whether a character stands on the one before it."""
    return unicodedata.category(char) == "Mn" or char == "ำ"


def left_alone(plan: DocumentPlan) -> tuple[str, ...]:
    """What was left alone, each as a sentence with its line; then what no row speaks of."""
    sentence = _("Line {line}, “{text}”: {reason}")
    if isinstance(plan, MinutesPlan):
        left = [(one.line, one.text, one.reason) for one in plan.problems]
    else:
        rows = ((one.row, one.reason) for one in plan.unmatched)
        left = [(row.line, row.name or row.wording, reason) for row, reason in rows]
    told = [sentence.format(line=line, text=text, reason=reason) for line, text, reason in left]
    if plan.missing and (isinstance(plan, MinutesPlan) or plan.matched):
        told.append(_("No row speaks of {codes}.").format(codes=", ".join(plan.missing)))
    return tuple(told)


def summary_of(plan: DocumentPlan) -> str:
    """What a document would change, in one sentence with the figures."""
    if isinstance(plan, ImportPlan) and not (plan.matched or plan.unmatched):
        return _(
            "There is no table of results in {file}: its heading needs {topic} and {results}, and "
            "each row below a topic and its status."
        ).format(file=clean(plan.source), topic=TOPIC, results=RESULTS)
    if isinstance(plan, ImportPlan):
        return _(
            "Rows matched: {matched}; items that would change: {changed}; rows left: {left}."
        ).format(
            matched=len(plan.matched), changed=len(plan.replacements), left=len(plan.unmatched)
        )
    number, left = written_number(plan.meeting), len(plan.problems)
    if plan.new is not None:
        return _(
            "A new checklist of {agency} for fiscal year {year}, items: {items}, "
            "with the meeting {number}; left: {left}."
        ).format(
            agency=plan.new.agency,
            year=plan.new.fiscal_year,
            items=len(plan.new.items),
            number=number,
            left=left,
        )
    items = len(plan.item_changes)
    if plan.is_new_meeting:
        return _("A new meeting {number}; differences in items: {items}; left: {left}.").format(
            number=number, items=items, left=left
        )
    return _(
        "Differences in the meeting {number}: {parts}; in items: {items}; left: {left}."
    ).format(number=number, parts=len(plan.part_changes), items=items, left=left)


def done_of(plan: DocumentPlan, outcome: Outcome) -> str:
    """What taking a document over came to, in one sentence with the figures."""
    if not isinstance(plan, ImportPlan):
        return summary_of(plan)
    return _("Rows matched: {matched}; items changed: {changed}; rows left: {left}.").format(
        matched=len(plan.matched), changed=len(outcome.events), left=len(plan.unmatched)
    )
