"""`export`: write the minutes, the checklist or the history as a document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import note, say
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.documents import (
    FORMATS,
    Digits,
    Document,
    checklist_document,
    find_meeting,
    form_of,
    history_document,
    minutes_document,
)
from ita_tui.services.outfile import write_file

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings

_STANDARD_OUTPUT = "-"


def run(arguments: Namespace, settings: Settings) -> int:
    """Write a document to standard output, or to a file and say where.

    Raises:
        UsageError: There is no such meeting, the document has no such format, what writes the
            format is not installed, or it is nothing for a terminal.
        DataError: The file is there already, or cannot be written.
    """
    form = _format(arguments)
    to_output = arguments.output in {None, _STANDARD_OUTPUT}
    if to_output and form == "docx" and sys.stdout.isatty():
        raise UsageError(_("A Word file is nothing for a terminal; name a file with -o."))
    document = _document(arguments, settings, form)
    for one in document.notes:
        note(_("Note: {sentence}").format(sentence=one))
    if to_output:
        # A document is UTF-8, whatever the terminal speaks.
        sys.stdout.buffer.write(document.content)
        return 0
    target = Path(arguments.output)
    write_file(target, document.content, force=arguments.force)
    say(_("Wrote {file}.").format(file=target))
    return 0


def _document(arguments: Namespace, settings: Settings, form: str) -> Document:
    snapshot = session.read(settings)
    digits = Digits(arguments.digits)
    if arguments.document == "minutes":
        meeting = find_meeting(snapshot.meetings, arguments.meeting)
        beside = session.beside(settings, snapshot)
        return minutes_document(snapshot, meeting, digits, form, beside)
    if arguments.meeting is not None:
        raise UsageError(_("--meeting goes with `export minutes` only."))
    if arguments.document == "checklist":
        return checklist_document(snapshot, digits, form)
    return history_document(snapshot, form, digits)


def _format(arguments: Namespace) -> str:
    """The format asked for, else that of the file's ending, else the usual one."""
    known = FORMATS[arguments.document]
    if arguments.format is None:
        return form_of(arguments.document, Path(arguments.output or ""))
    if arguments.format not in known:
        raise UsageError(
            _("{document} cannot be written as {format}, only as {formats}.").format(
                document=arguments.document, format=arguments.format, formats=", ".join(known)
            )
        )
    return str(arguments.format)
