"""The words that argparse itself says to a person, marked for the catalogue.

argparse asks gettext for them when it runs, so no source of ours holds them. They are listed here
letter by letter as they stand in its sources, Python 3.11 to 3.14; a version uses a part of them.
"""

from __future__ import annotations

from ita_tui.i18n import N_


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark a message whose wording hangs on a number; argparse translates it with ngettext."""
    return one, many


WORDS = (
    # help
    N_("usage: "),
    N_("%(heading)s:"),
    N_("positional arguments"),
    N_("options"),
    N_("subcommands"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_(" (default: %(default)s)"),
    # the line that carries a message
    N_("%(prog)s: error: %(message)s\n"),
    N_("%(prog)s: warning: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    # errors
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("unexpected option string: %s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("can't open '%(filename)s': %(error)s"),
    # warnings
    N_("option '%(option)s' is deprecated"),
    N_("argument '%(argument_name)s' is deprecated"),
    N_("command '%(parser_name)s' is deprecated"),
)
"""Messages that argparse translates with gettext."""

PLURAL_WORDS = (ngettext_noop("expected %s argument", "expected %s arguments"),)
"""Messages that argparse translates with ngettext, for one and for more."""
