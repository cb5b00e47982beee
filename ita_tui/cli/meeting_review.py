"""`meeting review`: an item as the review of a meeting shows it, and what is left to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.output import Cell, Signs, Table, say, say_json, signs
from ita_tui.i18n import _
from ita_tui.services.meetings.fields import written_number
from ita_tui.services.reviews import decided, decided_before, decision_on, stood
from ita_tui.services.typed import find_item
from ita_tui.services.views import item_view
from ita_tui.services.wording import describe_value, field_label, state_label

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.domain.meeting import Decision, Meeting
    from ita_tui.domain.status import Status
    from ita_tui.services.settings import Settings
    from ita_tui.services.views import View
    from ita_tui.store import Snapshot


def show_review(
    arguments: Namespace, settings: Settings, snapshot: Snapshot, meeting: Meeting
) -> None:
    """Write the item with the code that was given, else the first that is not decided on.

    Raises:
        UsageError: There is no such item.
    """
    item = _under_review(snapshot.checklist, meeting, arguments.code)
    if arguments.json:
        say_json(_view(snapshot, meeting, item))
        return
    count, total = len(decided(meeting)), len(snapshot.checklist.items)
    said = _("{count} of {total} items decided").format(count=count, total=total)
    drawn = signs(settings)
    table = Table(drawn, None, None)
    table.line(f"{written_number(meeting)}  {meeting.name} {drawn.dot} {said}")
    if item is None:
        table.show()
        say(_("Every item is decided on."))
        return
    table.line(f"{item.code}  {item.name}", "strong")
    for label, value in _lines(snapshot, meeting, item, drawn):
        table.row(Cell(label, "quiet"), value)
    table.show()


def _under_review(checklist: Checklist, meeting: Meeting, code: str | None) -> Item | None:
    if code is not None:
        return find_item(checklist, code)
    done = decided(meeting)
    return next((one for one in checklist.items if one.code not in done), None)


def _lines(
    snapshot: Snapshot, meeting: Meeting, item: Item, drawn: Signs
) -> Iterator[tuple[str, str]]:
    """Label and value of each line below the name; what is empty is left out."""
    state = item.status.state
    yield field_label("status").capitalize(), f"{drawn.glyphs[state]} {_status(item.status)}"
    if item.previous_score is not None:
        year = snapshot.checklist.fiscal_year - 1
        yield _("Score of {year}").format(year=year), f"{item.previous_score:g}"
    for field in ("unit", "due", "remark", "evidence"):
        if value := getattr(item, field):
            yield field_label(field).capitalize(), describe_value(field, value)
    decision = decision_on(meeting, item.code)
    if decision is not None:
        yield _("Decided now"), _change(decision, drawn)
    earlier = decided_before(snapshot.meetings, meeting.id, item.code)
    if earlier is not None:
        yield _("Last meeting"), _change(earlier, drawn)
    then = stood(snapshot.meetings, meeting.id, item.code)
    now = item.status if decision is None else decision.before
    if then is not None and then != now:
        change = f"{_status(then)} {drawn.arrow} {_status(now)}"
        yield _("Since the last meeting"), change


def _status(status: Status) -> str:
    return status.wording or state_label(status.state)


def _change(decision: Decision, drawn: Signs) -> str:
    before, after = _status(decision.before), _status(decision.after)
    change = after if before == after else f"{before} {drawn.arrow} {after}"
    return f"{change} {drawn.dot} {decision.remark}" if decision.remark else change


def _view(snapshot: Snapshot, meeting: Meeting, item: Item | None) -> View:
    """The same for scripts; `item` is null where every item is decided on."""
    done = decided(meeting)
    left = [one.code for one in snapshot.checklist.items if one.code not in done]
    view: View = {"meeting": meeting.id, "decided": len(done), "undecided": left, "item": None}
    if item is None:
        return view
    then = stood(snapshot.meetings, meeting.id, item.code)
    return view | {
        "item": item_view(item),
        "decision": _decision(decision_on(meeting, item.code)),
        "last_decision": _decision(decided_before(snapshot.meetings, meeting.id, item.code)),
        "last_status": None if then is None else _plain(then),
    }


def _decision(decision: Decision | None) -> View | None:
    if decision is None:
        return None
    before, after = _plain(decision.before), _plain(decision.after)
    return {"before": before, "after": after, "remark": decision.remark}


def _plain(status: Status) -> View:
    return {"state": status.state.value, "wording": status.wording}
