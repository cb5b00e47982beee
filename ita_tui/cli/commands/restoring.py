"""`restore`: go back to an earlier version, or to that of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.cli.output import note, note_unconfirmed, say
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.upkeep.backups import Restored, restore_version

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Go back, and say what changed.

    Raises:
        UsageError: It is not said to what, or there is no such version or year.
        DataError: The version or the file cannot be read, or is of another checklist.
        ConflictError: The data file was replaced by another program meanwhile.
    """
    if (arguments.backup is None) == (arguments.file is None):
        raise UsageError(_("Give either a file that `backup` wrote or a version with --backup N."))
    if arguments.file is not None:
        _restore_file(Path(arguments.file), settings)
        return 0
    store = session.store(settings)
    restored = restore_version(store, session.actor(settings), arguments.backup)
    _tell(restored, settings)
    if restored.after or restored.meetings:
        say(
            _("All is as in version {number} again; `{command}` takes that back.").format(
                number=arguments.backup,
                command="ita-tui undo" + (f" --year {settings.year}" if settings.year else ""),
            )
        )
    elif not restored.aside and not restored.was_gone:
        say(
            _("All is as in version {number} already; nothing was changed.").format(
                number=arguments.backup
            )
        )
    return 0


def _restore_file(source: Path, settings: Settings) -> None:
    from ita_tui.services.upkeep.folder_backups import load_folder  # noqa: PLC0415 (zip, for files only)

    workspace, actor = session.workspace(settings), session.actor(settings)
    for done in load_folder(workspace, actor, source, settings.year):
        result = done.result
        if not isinstance(result, Restored):
            say(_("{year}: laid down with its history.").format(year=done.year))
            aside = "" if result.aside is None else result.aside.name
            _tell_of(aside, confirmed=result.confirmed)
            continue
        _tell(result, settings)
        sentence = (
            _("{year}: as in the file again; `ita-tui undo --year {year}` takes that back.")
            if result.after or result.meetings
            else _("{year}: as in the file already.")
        )
        say(sentence.format(year=done.year))


def _tell(restored: Restored, settings: Settings) -> None:
    """What changed on each item, and what else is to be known."""
    of_items = tuple(event for event in restored.events if event.code)
    if of_items:
        show_changes(replace(restored, events=of_items), settings)
    if restored.meetings:
        say(_("Meetings that changed: {count}.").format(count=restored.meetings))
    if restored.was_gone:
        note(_("The data file was gone; the newest good version is in its place."))
    _tell_of(restored.aside, confirmed=restored.confirmed or bool(of_items))
    if restored.frame_stays:
        note(_("Names, categories and earlier scores were others then; they stay as they are."))


def _tell_of(aside: str, *, confirmed: bool) -> None:
    """Which damaged file is kept, and whether the disk has confirmed everything."""
    if aside:
        note(_("The data file that was in its place is kept as {name}.").format(name=aside))
    note_unconfirmed(confirmed=confirmed)
