"""The commands and their arguments; what they do is loaded when one of them runs."""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import TYPE_CHECKING

from ita_tui import __version__
from ita_tui.cli.arguments import ARGUMENTS
from ita_tui.cli.help import Parser
from ita_tui.cli.options import add_global_options
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.configuration import PROGRAM

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Collection, Sequence

    from ita_tui.services.settings import Settings

    Command = Callable[[Namespace, Settings], int]

_MODULES = {
    None: "screen",
    "init": "init",
    "list": "listing",
    "show": "showing",
    "set": "setting",
    "evidence": "evidence",
    "import": "importing",
    "export": "exporting",
    "meeting": "meeting",
    "history": "history",
    "undo": "undoing",
    "redo": "undoing",
    "years": "years",
    "who": "who",
    "drafts": "drafts",
    "keys": "keys",
    "backup": "backup",
    "restore": "restoring",
    "doctor": "doctor",
}
"""The module of `ita_tui.cli.commands` that carries out each command."""


_HELP = ("-h", "--help")


def build(wanted: Collection[str], *, whole: bool = True) -> Parser:
    """The parser, with words in the language in use.

    Args:
        wanted: The commands whose arguments are told to it; telling it those of all commands
            would take longer than running most of them.
        whole: Whether it knows the other commands by name, as its help and its complaints do.
    """
    parser = Parser(
        prog=PROGRAM,
        description=_(
            "The OIT checklist of a Thai public agency: statuses, the review meeting, the minutes. "
            "Without a command the screen opens."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=_("show program's version number and exit"),
    )
    add_global_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for name, (help_text, add_arguments) in ARGUMENTS.items():
        if not whole and name not in wanted:
            continue
        command = commands.add_parser(name, help=_(help_text), description=_(help_text))
        if name in wanted:
            add_arguments(command)
    return parser


def parse(arguments: Sequence[str]) -> Namespace:
    """The arguments, parsed.

    A parser that knows only the commands that are named takes what the whole one takes, in half
    the time; what it refuses, the whole one complains about.

    Raises:
        UsageError: They are wrong.
        SystemExit: Help or the version was asked for, and shown.
    """
    if not any(argument.startswith(_HELP) for argument in arguments):
        with suppress(UsageError):
            return _parsed(build(arguments, whole=False), arguments)
    return _parsed(build(arguments), arguments)


def _parsed(parser: Parser, arguments: Sequence[str]) -> Namespace:
    parsed, left = parser.parse_known_args(arguments)
    late = getattr(parsed, "late", None)
    # argparse takes an argument that may be left out for left out where an option stands before.
    if len(left) == 1 and late and getattr(parsed, late) is None and not left[0].startswith("-"):
        setattr(parsed, late, left.pop())
    if left:
        command = f" {parsed.command}" if parsed.command else ""
        parser.complain(
            _("unrecognized arguments: %s") % " ".join(map(clean, left)), parser.prog + command
        )
    return parsed


def command_of(parsed: Namespace) -> Command:
    """What carries out the command of parsed arguments."""
    module = importlib.import_module(f"ita_tui.cli.commands.{_MODULES[parsed.command]}")
    command: Command = module.run
    return command
