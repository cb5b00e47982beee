"""The command `ita-tui`: arguments in, plain output and an exit code out."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from ita_tui.cli.language import asked_for, speak
from ita_tui.cli.options import settings_of
from ita_tui.cli.output import note
from ita_tui.cli.parser import command_of, parse
from ita_tui.errors import DataError, ItaError
from ita_tui.i18n import DEFAULT_LANGUAGE, N_, _
from ita_tui.services.configuration import configuration_file, read_configuration
from ita_tui.startup import passed, told
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ita_tui.services.settings import Settings

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments without the program's name; those of the process when None.

    Returns:
        The exit code: see `ita_tui.errors`; 1 for findings or rows that were left.
    """
    arguments = [_typed(one) for one in (sys.argv[1:] if argv is None else argv)]
    _write_anything()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as in `ita-tui list | head -1`
        _discard_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except ItaError as error:
        note(error.message)
        return error.exit_code
    except MemoryError:
        note(_("There is not enough memory for this."))
        return DataError.exit_code
    except OSError as error:
        _discard_output()
        note(_sentence(error))
        return DataError.exit_code
    return code


def _typed(argument: str) -> str:
    """An argument as it would have been typed; what is copied off the screen is in pieces.

    The name of something that is there stays as it is.
    """
    if argument.isascii() or os.path.lexists(argument):
        return argument
    from ita_tui.thai.editing import pasted  # noqa: PLC0415 (few arguments are Thai)

    return pasted(argument)


def _run(arguments: Sequence[str]) -> int:
    try:
        parsed, settings = _prepare(arguments)
    except SystemExit as done:  # argparse has shown the help or the version
        return int(done.code or 0)
    passed(N_("configuration and arguments"))
    code = command_of(parsed)(parsed, settings)
    if getattr(parsed, "profile_startup", False):
        passed(N_("everything until the end"))
        note(told())
    return code


def _prepare(arguments: Sequence[str]) -> tuple[Namespace, Settings]:
    """The arguments and the settings, with help and complaints in the right language."""
    asked = asked_for(arguments)
    speak(asked or DEFAULT_LANGUAGE)
    try:
        configuration = read_configuration(configuration_file())
    except ItaError:
        parse(arguments)  # help and wrong use come before a wrong configuration
        raise
    speak(asked or configuration.lang or DEFAULT_LANGUAGE)
    parsed = parse(arguments)
    return parsed, settings_of(parsed, configuration)


def _write_anything() -> None:
    """Let a character that the encoding lacks be written as an escape instead of ending it all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Send what is left in the buffer nowhere: writing it at the end would fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


def _sentence(error: OSError) -> str:
    why = reason(error)
    if error.filename is None:
        return _("The output could not be written ({reason}).").format(reason=why)
    return _("{file}: {reason}.").format(file=os.fsdecode(error.filename), reason=why)
