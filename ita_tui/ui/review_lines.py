"""What the review shows of one item: large, calm, readable from the back row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import Decision
from ita_tui.domain.status import CYCLE, Status
from ita_tui.domain.text import clean
from ita_tui.i18n import _, language
from ita_tui.services.wording import describe_value, state_label
from ita_tui.thai.cells import truncate
from ita_tui.thai.dates import short_date
from ita_tui.thai.wrapping import wrap
from ita_tui.ui.widgets.painting import Line, line_width, spread, state_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.ui.signs import Signs

_NAME_CELLS = 64
_REMARK_LINES = 3

_AIRY = 0.8
"""Up to which part of the height the item is spread over with wider gaps."""

_USUAL = 10
"""How many lines most items take; those stand in the middle, and others begin where those do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to show.

    Attributes:
        item: The item under review.
        checklist: Its checklist.
        decision: What this meeting has decided on it; None if nothing yet.
        earlier: What was decided on it last time; None if nothing.
        stood: How it stood at the end of the last meeting; None if no meeting says so.
        place: The item's number in the review, from 1.
        count: How many items the review goes through.
        decided: On how many items this meeting has decided.
        scope: Which items it goes through, in words; empty for all.
        title: The meeting.
        clock: The time of day, and how long the meeting has been going on.
    """

    item: Item
    checklist: Checklist
    decision: Decision | None
    earlier: Decision | None
    stood: Status | None
    place: int
    count: int
    decided: int
    scope: str
    title: str
    clock: str


def review_lines(page: Page, cells: int, rows: int, signs: Signs) -> list[Line]:
    """The page as lines; the item begins in the same row, as far as there is room below it.

    Args:
        page: What to show.
        cells: How wide a line may be.
        rows: How many lines there are.
        signs: What to draw with.
    """
    top: Line = [(truncate(page.title, cells), "muted")]
    middle = _middle(page, cells, signs)
    foot = [_choices(page, cells, signs), [], _progress(page, cells, signs)]
    room = max(rows - 1 - len(foot), 0)
    if len(middle) > room:
        middle = [line for line in middle if line][:room]
    elif len(middle) + middle.count([]) <= room * _AIRY:
        middle = [part for line in middle for part in ([line] if line else [[], []])]
    above = max(min((room - _USUAL) // 2, room - len(middle)), 0)
    below = room - len(middle) - above
    return [top, *[[]] * above, *middle, *[[]] * below, *foot]


def _middle(page: Page, cells: int, signs: Signs) -> list[Line]:
    item = page.item
    category = next(one for one in page.checklist.categories if one.code == item.category)
    lines: list[Line] = [
        _centred(
            [(clean(f"{item.code} {signs.dot} {category.code} {category.name}"), "accent")], cells
        ),
        [],
    ]
    for part in wrap(clean(item.name), min(cells, _NAME_CELLS)):
        lines.append(_centred([(part, "title")], cells))
    status = item.status
    words = clean(status.wording) or state_label(status.state)
    role = state_role(status.state)
    lines += [[], _centred([(f"{signs.states[status.state]}  {words}", role)], cells), []]
    for text in _facts(page, signs):
        lines += [_centred([(part, "muted")], cells) for part in wrap(text, cells)[:_REMARK_LINES]]
    for text, role in _meetings(page, signs):
        lines += [[], *(_centred([(part, role)], cells) for part in wrap(text, cells)[:2])]
    return lines


def _meetings(page: Page, signs: Signs) -> Iterator[tuple[str, str]]:
    """What this meeting has decided, what the last one did, and what has changed between."""
    if page.decision is not None:
        yield _decided(_("Decided now"), page.decision, signs), "accent"
    if page.earlier is not None:
        yield _decided(_("Last meeting"), page.earlier, signs), "muted"
    now = page.item.status if page.decision is None else page.decision.before
    if page.stood is not None and page.stood != now:
        before, after = (clean(describe_value("status", one)) for one in (page.stood, now))
        what = _("Since the last meeting")
        yield f"{what}: {before} {signs.arrow} {after}", "accent"


def _facts(page: Page, signs: Signs) -> list[str]:
    item = page.item
    score = "–" if item.previous_score is None else f"{item.previous_score:g}"
    year = page.checklist.fiscal_year - 1
    facts = [_("score of {year}: {score}").format(year=year, score=score)]
    if item.unit:
        facts.append(clean(item.unit))
    if item.due is not None:
        due = short_date(item.due, language())
        facts.append(_("due {date}").format(date=due))
    lines = [f"   {signs.dot}   ".join(facts)]
    if item.remark:
        lines.append(clean(item.remark))
    if item.evidence:
        more = len(item.evidence) - 1
        first = clean(item.evidence[0].url)
        lines.append(first + (_(" and {count} more").format(count=more) if more else ""))
    return lines


def _decided(what: str, decision: Decision, signs: Signs) -> str:
    before = clean(describe_value("status", decision.before))
    after = clean(describe_value("status", decision.after))
    change = after if before == after else f"{before} {signs.arrow} {after}"
    remark = f" {signs.dot} {clean(decision.remark)}" if decision.remark else ""
    return f"{what}: {change}{remark}"


def _choices(page: Page, cells: int, signs: Signs) -> Line:
    """The five states with their digits; where they have no room, only the present has a word."""
    choices = _each_choice(page, signs, wordy=True)
    if sum(map(line_width, choices)) > cells:
        choices = _each_choice(page, signs, wordy=False)
    room = cells - sum(map(line_width, choices))
    gap = " " * max(0, min(2, room // (len(choices) - 1)))
    return _centred([part for choice in choices for part in (*choice, (gap, ""))][:-1], cells)


def _each_choice(page: Page, signs: Signs, *, wordy: bool) -> list[Line]:
    """Each state with its digit; the present one is marked, not only coloured."""
    choices: list[Line] = []
    for number, state in enumerate(CYCLE, start=1):
        here = state is page.item.status.state
        left, right = ("[", "]") if here else (" ", " ")
        word = f" {state_label(state)}" if wordy or here else ""
        words = f"{signs.states[state]}{word}{right}"
        choices.append([(f"{left}{number} ", "accent"), (words, state_role(state))])
    return choices


def _progress(page: Page, cells: int, signs: Signs) -> Line:
    full, empty = signs.bar(page.place / max(page.count, 1), min(cells // 3, 40))
    left: Line = [
        (f"{page.place}/{page.count} ", "title"),
        (full, "bar"),
        (empty, "bar-empty"),
        (f"  {page.scope}", "accent"),
    ]
    said = _("{count} decided").format(count=page.decided)
    return spread(left, [(f"{said}   ", "muted"), (page.clock, "title")], cells)


def _centred(line: Line, cells: int) -> Line:
    return [(" " * max((cells - line_width(line)) // 2, 0), ""), *line]
