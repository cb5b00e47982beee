"""The arguments of `meeting` and of its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.options import allow_global_options, number_from
from ita_tui.i18n import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

SCHEMES = ("short", "follow-up")
"""The keys of `services.agendas.AGENDAS`, which help and complaints need not load."""


def meeting_arguments(parser: ArgumentParser) -> None:
    """Add the actions of `meeting`, each with its arguments."""
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title=_("actions")
    )
    for name, (help_text, add_arguments) in ACTIONS.items():
        action = actions.add_parser(name, help=_(help_text), description=_(help_text))
        add_arguments(action)
        allow_global_options(action)
    allow_global_options(parser)


def _list(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON document"))


def _new(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("--date", metavar="DATE", help=_("the day (else today)"))
    add(
        "--name",
        dest="title",
        metavar="TEXT",
        help=_("the name of the committee or meeting (else the last meeting's)"),
    )
    add("--number", metavar="N", help=_("number/year, - for none (else the next one)"))
    add(
        "--scheme",
        choices=SCHEMES,
        help=_("the customary agenda without or with matters arising (else the last meeting's)"),
    )


def _show(parser: ArgumentParser) -> None:
    _add_meeting(parser, optional=True)
    _list(parser)
    parser.set_defaults(late="meeting")


def _set(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    add = parser.add_argument
    add("--name", dest="title", metavar="TEXT", help=_("the name of the committee or meeting"))
    add("--number", metavar="N", help=_("number/year, such as 3/2567; - for none"))
    add("--date", metavar="DATE", help=_("the day, such as 30/4/2567 or 2024-04-30"))
    add("--place", metavar="TEXT", help=_("where it is held"))
    add("--start", metavar="TIME", help=_("when it began, such as 9.30"))
    add("--end", metavar="TIME", help=_("when it ended"))


def _attend(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    _add_row(parser, _("a line of the attendance: its number, or an office"))
    add = parser.add_argument
    add("--office", metavar="TEXT", help=_("another office for the line"))
    add("--role", metavar="TEXT", help=_("the role in the committee"))
    add("--name", dest="person", metavar="TEXT", help=_("the person's name"))
    add("--for", dest="acting_for", metavar="OFFICE", help=_("the office that is acted for"))
    lists = parser.add_mutually_exclusive_group()
    for name, help_text in _LISTS.items():
        lists.add_argument(
            f"--{name}", dest="attendance", action="store_const", const=name, help=_(help_text)
        )
    add("--reason", metavar="TEXT", help=_("why the person is absent"))
    _add_fate(parser)


_LISTS = {
    "present": N_("the person is present"),
    "absent": N_("the person is absent"),
    "other": N_("the person attends without being of the committee"),
}


def _agenda(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    _add_row(parser, _("an agenda item: its number, or a title"))
    add = parser.add_argument
    add("--title", metavar="TEXT", help=_("another title for the item"))
    add("--resolution", metavar="TEXT", help=_("what was resolved, such as รับทราบ or เห็นชอบ"))
    add("--table", choices=("yes", "no"), help=_("whether the checklist stands under it"))
    _add_fate(parser)


def _say(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    parser.add_argument("item", metavar="ITEM", help=_("the agenda item: its number, or its title"))
    _add_row(parser, _("a statement: its number, or what is said; - reads it from the input"))
    add = parser.add_argument
    add("--speaker", metavar="TEXT", help=_("the speaker's office or role"))
    add("--text", metavar="TEXT", help=_("another text for the statement"))
    _add_fate(parser)


def _problem(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    _add_row(parser, _("a problem or obstacle: its number, or its text"))
    parser.add_argument("--text", metavar="TEXT", help=_("another text for the problem"))
    _add_fate(parser)


def _step(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    _add_row(parser, _("what is to be done next: its number, or its text"))
    parser.add_argument("--text", metavar="TEXT", help=_("another text for the step"))
    _add_fate(parser)


def _sign(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    _add_row(parser, _("a signature: its number, or what the person did"))
    add = parser.add_argument
    add("--task", metavar="TEXT", help=_("another task for the signature"))
    add("--office", metavar="TEXT", help=_("the person's office or role"))
    add("--name", dest="person", metavar="TEXT", help=_("the person's name"))
    _add_fate(parser)


def _certify(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    parser.add_argument(
        "--correct",
        metavar="TEXT",
        action="append",
        default=[],
        help=_("a correction of the last minutes; may be given more than once"),
    )


def _decide(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    add = parser.add_argument
    add("code", metavar="CODE", help=_("the item's code, such as O12"))
    add("state", metavar="STATE", nargs="?", help=_("a state, or an exact wording, as in `set`"))
    add("--wording", metavar="TEXT", help=_("the words of the minutes' table"))
    add("--remark", metavar="TEXT", help=_("what the meeting remarks on the item"))
    add("--resolution", metavar="TEXT", help=_("what is resolved on it; an empty text clears"))
    parser.set_defaults(late="state")


def _review(parser: ArgumentParser) -> None:
    _add_meeting(parser)
    parser.add_argument(
        "code", metavar="CODE", nargs="?", help=_("the item's code (else the first undecided one)")
    )
    _list(parser)
    parser.set_defaults(late="code")


def _add_meeting(parser: ArgumentParser, *, optional: bool = False) -> None:
    help_text = _("number/year or id of the meeting; `last` for the newest")
    parser.add_argument(
        "meeting", metavar="MEETING", nargs="?" if optional else None, help=help_text
    )


def _add_row(parser: ArgumentParser, help_text: str) -> None:
    parser.add_argument("row", metavar="ROW", help=help_text)


def _add_fate(parser: ArgumentParser) -> None:
    fate = parser.add_mutually_exclusive_group()
    fate.add_argument(
        "--to", metavar="N", type=number_from(1), help=_("move it to this place in its list")
    )
    fate.add_argument("--remove", action="store_true", help=_("take it out"))


ACTIONS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "list": (N_("List the meetings."), _list),
    "new": (N_("Begin a meeting from the last one."), _new),
    "show": (N_("Show a meeting, and what its minutes still lack."), _show),
    "set": (N_("Change name, number, day, place or times; an empty text clears."), _set),
    "attend": (N_("Add or change somebody in the attendance."), _attend),
    "agenda": (N_("Add or change an agenda item, and its resolution."), _agenda),
    "say": (N_("Add or change a statement under an agenda item."), _say),
    "problem": (N_("Add or change a problem that was named."), _problem),
    "step": (N_("Add or change what is to be done next."), _step),
    "sign": (N_("Add or change a signature."), _sign),
    "certify": (N_("Certify the minutes of the last meeting."), _certify),
    "decide": (N_("Record what the meeting decided on an item."), _decide),
    "review": (N_("Show the next item to decide on, or one, as the review does."), _review),
    "close": (N_("Close a meeting: its table stays as it is now."), _add_meeting),
    "reopen": (N_("Open a closed meeting again."), _add_meeting),
}
"""Each action with what it does and what adds its arguments, in the order of the help."""
