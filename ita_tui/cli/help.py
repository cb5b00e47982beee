"""How help looks: Thai lines end where words end, and complaints are one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from ita_tui.cli.output import terminal_cells
from ita_tui.errors import UsageError
from ita_tui.i18n import _

if TYPE_CHECKING:
    from typing import NoReturn

    from _typeshed import SupportsWrite

_HELP_COLUMN = 28
_USUAL_WIDTH = 80


class Formatter(argparse.HelpFormatter):
    """Help whose texts are wrapped by terminal cells, and inside no Thai word."""

    def __init__(self, prog: str) -> None:
        """Begin the help of a command."""
        super().__init__(prog, max_help_position=_HELP_COLUMN, width=_width())

    def _split_lines(self, text: str, width: int) -> list[str]:
        from ita_tui.thai.wrapping import wrap  # noqa: PLC0415 (only help needs it)

        return wrap(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = self._split_lines(text, max(width - len(indent), 1))
        return "\n".join(indent + line for line in lines)


def _width() -> int:
    """How wide help is, as argparse would have it; asking shutil takes a command too long."""
    told = os.environ.get("COLUMNS", "")
    cells = int(told) if told.isdecimal() else 0
    return (cells or terminal_cells() or _USUAL_WIDTH) - 2


class Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence."""

    def __init__(self, **options: object) -> None:
        """As argparse, with this help, and without guessing at shortened options."""
        fixed = {"formatter_class": Formatter, "allow_abbrev": False}
        super().__init__(**{**options, **fixed})  # type: ignore[arg-type]  # (argparse's own)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Write help or the version; where that fails, it is told as of every other output."""
        (sys.stderr if file is None else file).write(message)

    def error(self, message: str) -> NoReturn:
        """Complain.

        Raises:
            UsageError: Always.
        """
        self.complain(message, self.prog)

    def complain(self, message: str, command: str) -> NoReturn:
        """Complain, and point to the help of a command.

        Raises:
            UsageError: Always.
        """
        raise UsageError(
            _("{complaint} (see `{command} --help`)").format(complaint=message, command=command)
        )
