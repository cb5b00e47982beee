"""`backup`: the earlier versions that are kept, or the whole data folder in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Cell, Table, say, say_json, signs
from ita_tui.errors import UsageError
from ita_tui.i18n import _, language
from ita_tui.services.events import describe_event
from ita_tui.services.upkeep.backups import Version, versions, versions_view
from ita_tui.thai.dates import short_moment

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings

_LEAST = (None, None, None, 8, None, 20)
"""The fewest cells of number, time, progress, person, item and change."""


def run(arguments: Namespace, settings: Settings) -> int:
    """List the versions, or write the file.

    Raises:
        UsageError: It is not said which, or both are.
        DataError: The data cannot be read, or the file cannot be written.
    """
    if arguments.list == (arguments.file is not None):
        raise UsageError(_("Give either a file to write or --list for the versions."))
    if arguments.list:
        return _list(arguments, settings)
    if arguments.json:
        raise UsageError(_("--json goes with `backup --list` only."))
    return _write(arguments, settings)


def _write(arguments: Namespace, settings: Settings) -> int:
    from ita_tui.services.upkeep.folder_backups import save_folder  # noqa: PLC0415 (zip, to write only)

    target = Path(arguments.file)
    workspace = session.workspace(settings)
    years = save_folder(workspace, target, year=settings.year, force=arguments.force)
    say(
        _("Wrote {file}; fiscal years with their history: {years}.").format(
            file=target, years=", ".join(map(str, years))
        )
    )
    return 0


def _list(arguments: Namespace, settings: Settings) -> int:
    store = session.store(settings)
    found = versions(store)
    if arguments.json:
        say_json(versions_view(found))
        return 0
    if not found:
        say(_("No earlier version is kept."))
        return 0
    drawn = signs(settings)
    table = Table(drawn, *_LEAST)
    for version in found:
        _add(table, version, drawn.arrow)
    table.show()
    return 0


def _add(table: Table, version: Version, arrow: str) -> None:
    number = Cell(f"{version.number}", "quiet")
    newest, progress = version.newest, version.progress
    if newest is None or progress is None:
        table.row(number, "", "", "", "", _("damaged, or edited by hand"))
        return
    change = describe_event(newest)
    values = f": {change.before} {arrow} {change.after}" if newest.code else ""
    table.row(
        number,
        short_moment(newest.at, language()),
        f"{progress.finished}/{progress.total}",
        newest.by,
        newest.code,
        f"{change.field}{values}",
    )
