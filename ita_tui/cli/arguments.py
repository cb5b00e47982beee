"""The arguments of each command, beside the options that all of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.meeting_arguments import meeting_arguments
from ita_tui.cli.options import allow_global_options, fiscal_year, number_from
from ita_tui.i18n import N_, _

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable


def _init(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("--seed", action="store_true", help=_("the sample municipality with its statuses"))
    add("--agency", metavar="NAME", help=_("your agency's name; with --year, every item unset"))
    add("--framework", metavar="FILE", help=_("a list of items of your own, as TOML"))
    add(
        "--from-year",
        metavar="YEAR",
        type=fiscal_year,
        help=_("take the agency and the responsible units from this year's checklist"),
    )
    allow_global_options(parser)


def _list(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("--state", metavar="STATE", help=_("only items in this state, such as waiting"))
    add("--category", metavar="CODE", help=_("only items of this category, such as 9.1"))
    add("--unit", metavar="UNIT", help=_("only items of a unit whose name has this in it"))
    add("--find", metavar="TEXT", help=_("only items that this finds, as the filter does"))
    _add_json(parser)
    allow_global_options(parser)


def _show(parser: ArgumentParser) -> None:
    _add_code(parser)
    _add_json(parser)
    allow_global_options(parser)


def _set(parser: ArgumentParser) -> None:
    _add_code(parser)
    add = parser.add_argument
    add(
        "state",
        metavar="STATE",
        nargs="?",
        help=_(
            "unset, not_started, waiting, in_progress, done or current, "
            "its name in the list, or the exact wording of the minutes"
        ),
    )
    add("--wording", metavar="TEXT", help=_("the words of the minutes' table"))
    add("--remark", metavar="TEXT", help=_("the remark; an empty text clears it, here and below"))
    add("--unit", metavar="UNIT", help=_("the responsible unit"))
    add("--due", metavar="DATE", help=_("the due date, such as 30/4/2567 or 2024-04-30"))
    add(
        "--expect-revision",
        metavar="N",
        type=number_from(0),
        help=_("refuse if somebody changed one of these fields after revision N"),
    )
    allow_global_options(parser)
    parser.set_defaults(late="state")


def _evidence(parser: ArgumentParser) -> None:
    _add_code(parser)
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title=_("actions")
    )
    adding = actions.add_parser(
        "add",
        help=_("add an address"),
        description=_("Add an address of the item's page."),
    )
    adding.add_argument("url", metavar="URL", help=_("an address that begins with http(s)://"))
    adding.add_argument("text", metavar="TEXT", nargs="?", help=_("what a visitor finds there"))
    allow_global_options(adding)
    adding.set_defaults(late="text")
    removing = actions.add_parser(
        "remove", help=_("remove an address"), description=_("Remove an address.")
    )
    removing.add_argument(
        "number", metavar="N", type=number_from(1), help=_("its number, as `show` has it")
    )
    allow_global_options(removing)
    allow_global_options(parser)


def _import(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="FILE", help=_("Markdown, tab-separated or plain text with a table"))
    add("--dry-run", action="store_true", help=_("only say what would change"))
    add("--agency", metavar="NAME", help=_("the agency of minutes that do not name it"))
    add("--framework", metavar="FILE", help=_("the list that minutes without a table follow"))
    _add_json(parser)
    allow_global_options(parser)


def _export(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "document",
        choices=("minutes", "checklist", "history"),
        help=_("what to write: minutes, checklist or history"),
    )
    add("--meeting", metavar="N", help=_("number/year or id of the meeting (else the newest)"))
    add(
        "--format",
        choices=("md", "html", "docx", "csv", "json"),
        help=_(
            "that of the file's ending, else md (Markdown); html and docx (Word) for minutes and "
            "checklist, csv and json for history"
        ),
    )
    add(
        "--digits",
        choices=("thai", "arabic"),
        default="thai",
        help=_("the digits of the document: thai unless told otherwise"),
    )
    add("-o", "--output", metavar="FILE", help=_("the file to write (else standard output)"))
    add("--force", action="store_true", help=_("replace a file that is there already"))
    allow_global_options(parser)


def _history(parser: ArgumentParser) -> None:
    parser.add_argument(
        "code", metavar="CODE", nargs="?", help=_("only the changes of this item, such as O12")
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=number_from(1),
        help=_("how many changes (else 20, or with --json all)"),
    )
    _add_json(parser)
    allow_global_options(parser)


def _undo(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--event",
        metavar="N",
        type=number_from(1),
        help=_("the change with this number in `history`, and what was changed with it"),
    )
    allow_global_options(parser)


def _backup(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "file",
        metavar="FILE",
        nargs="?",
        help=_("the zip file to write: every fiscal year with its history"),
    )
    add("--list", action="store_true", help=_("list the earlier versions that are kept"))
    add("--force", action="store_true", help=_("replace a file that is there already"))
    _add_json(parser)
    allow_global_options(parser)
    parser.set_defaults(late="file")


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=_("a file that `backup` wrote: all of its fiscal years, or that of --year"),
    )
    parser.add_argument(
        "--backup",
        metavar="N",
        type=number_from(1),
        help=_("the version with this number in `backup --list`"),
    )
    allow_global_options(parser)
    parser.set_defaults(late="file")


def _doctor(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("--repair", action="store_true", help=_("remove leftovers and mend the rights of files"))
    add("--accept", action="store_true", help=_("accept data files that were edited by hand"))
    allow_global_options(parser)


def _read_only(parser: ArgumentParser) -> None:
    _add_json(parser)
    allow_global_options(parser)


def _add_code(parser: ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help=_("the item's code, such as O12"))


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON document"))


ARGUMENTS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "init": (N_("Begin a checklist: the sample municipality's, or your own agency's."), _init),
    "list": (N_("List the items with their statuses."), _list),
    "show": (N_("Show everything about one item."), _show),
    "set": (N_("Change the status or other fields of an item."), _set),
    "evidence": (N_("Add or remove the addresses where an item is published."), _evidence),
    "import": (N_("Take over edited minutes of our own, or the statuses of any others."), _import),
    "export": (N_("Write the minutes, the checklist or the history as a document."), _export),
    "meeting": (N_("Begin, fill, close and show the meetings."), meeting_arguments),
    "history": (N_("Show who changed what, the newest change first."), _history),
    "undo": (N_("Take back your last change."), _undo),
    "redo": (N_("Bring back what you took back last."), allow_global_options),
    "years": (N_("List the fiscal years that have a checklist."), _read_only),
    "who": (N_("List the people who have the checklist open."), _read_only),
    "drafts": (N_("Show what you were typing when the line dropped."), _read_only),
    "keys": (N_("List the keys of the screens in both keyboard layouts."), _read_only),
    "backup": (N_("List the earlier versions, or write the data folder to a file."), _backup),
    "restore": (N_("Go back to an earlier version, or to that of a file."), _restore),
    "doctor": (N_("Look for faults in the data folder, and mend them."), _doctor),
}
"""Each command with what it does and what adds its arguments, in the order of the help."""
