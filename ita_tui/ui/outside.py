"""A text in the editor of the person's own: the screen steps aside, and comes back."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from ita_tui.domain.text import clean_lines
from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

_USUAL = ("sensible-editor", "nano", "vi")
"""What is looked for where neither VISUAL nor EDITOR says anything."""


class Outside:
    """One text that is being written in an editor.

    It lies in a folder that only this person may enter, and goes with it, whatever happens.
    """

    def __init__(self, text: str, place: Callable[[], Path]) -> None:
        """Begin with a text; nothing is written yet.

        Args:
            text: The text.
            place: Makes the folder in which the file gets a folder of its own.
        """
        self._text = text
        self._place = place
        self._file: Path | None = None

    def written(self) -> str:
        """What the file holds now; the text at first while there is none."""
        if self._file is None:
            return self._text
        try:
            raw = self._file.read_bytes()
        except OSError:  # an editor that is just writing may have put it aside
            return self._text
        return clean_lines(raw.decode("utf-8", "replace")).rstrip("\n")

    def edit(self, app: App[int]) -> str:
        """Open the editor, and wait for its end.

        Args:
            app: What has the terminal; it gives it away meanwhile.

        Returns:
            The text as it was saved.

        Raises:
            UsageError: There is no editor, or it ended with an error, or the terminal cannot be
                given away.
            DataError: The text cannot be written where the editor would find it.
        """
        command = _editor()
        with ExitStack() as folders:
            try:
                self._file = self._written_for_the_editor(folders)
            except OSError as error:
                raise DataError(
                    _("The text cannot be given to the editor ({reason}).").format(
                        reason=reason(error)
                    )
                ) from error
            try:
                with app.suspend(), _interrupts_for_the_editor():
                    code = subprocess.run([*command, str(self._file)], check=False).returncode
            except (SuspendNotSupported, OSError) as error:
                raise UsageError(_no_editor(command[0])) from error
            text = self.written()
        self._file = None
        if code:
            raise UsageError(
                _("{editor} ended with an error; the text is as it was.").format(editor=command[0])
            )
        return text

    def _written_for_the_editor(self, folders: ExitStack) -> Path:
        own = TemporaryDirectory(prefix="editing-", dir=self._place(), ignore_cleanup_errors=True)
        file = Path(folders.enter_context(own), "text.md")
        file.write_text(f"{self._text}\n", "utf-8")
        return file

    def take_away(self) -> None:
        """Remove the file before its time; the process is about to end."""
        if self._file is not None:
            shutil.rmtree(self._file.parent, ignore_errors=True)


@contextmanager
def _interrupts_for_the_editor() -> Iterator[None]:
    """Leave Ctrl+C, which the terminal sends to both, to the editor."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _editor() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        command = shlex.split(os.environ.get(name, ""))
        if command:
            return command
    found = next((one for one in _USUAL if shutil.which(one)), None)
    if found is None:
        raise UsageError(_("There is no editor here; set EDITOR to the name of one."))
    return [found]


def _no_editor(name: str) -> str:
    return _("{editor} could not be opened from here; set EDITOR to an editor.").format(editor=name)
