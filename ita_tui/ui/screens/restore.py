"""Choosing an earlier version to go back to, also where the data file is damaged."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets.option_list import Option

from ita_tui.errors import ItaError
from ita_tui.i18n import _, language
from ita_tui.services.events import describe_event
from ita_tui.services.upkeep.backups import Version, versions
from ita_tui.thai.cells import pad, truncate
from ita_tui.thai.dates import short_moment
from ita_tui.ui.literal import literal, shown
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from ita_tui.store import Store
    from ita_tui.ui.signs import Signs

_NUMBER_CELLS = 4
_WHEN_CELLS = 18
_PROGRESS_CELLS = 5
_BAR_CELLS = 8
_BY_CELLS = 12


class RestoreScreen(Dialog[int | None]):
    """Asks which version to go back to, and whether really; None when the person does not."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 (declared by Screen)

    def __init__(self, store: Store, signs: Signs, damage: str = "") -> None:
        """Ask about a data file.

        Args:
            store: The data file.
            signs: What to draw with.
            damage: What is wrong with it; empty when it can be read.
        """
        super().__init__()
        self._store = store
        self._signs = signs
        self._damage = damage
        self._versions: tuple[Version, ...] = ()

    def compose(self) -> ComposeResult:
        """What is wrong, if anything, above the versions."""
        with Vertical(classes="dialog wide"):
            yield Prose(_("Go back to an earlier version"), classes="dialog-title")
            if self._damage:
                yield Prose(self._damage, classes="dialog-problem dialog-text")
            yield Choices()
            yield Prose(id="problem", classes="dialog-problem")
            yield hint(self, _("Enter chooses, {back} goes back."))

    def on_mount(self) -> None:
        """Look for the versions; with many of them that takes a moment."""
        self.query_one(Choices).focus()
        self.run_worker(self._show_versions())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask whether really."""
        self.run_worker(self._confirm(self._versions[event.option_index]), exclusive=True)

    async def _show_versions(self) -> None:
        problem = self.query_one("#problem", Prose)
        try:
            self._versions = await asyncio.to_thread(versions, self._store)
        except ItaError as error:
            problem.show(error.message)
            return
        if not self._versions:
            problem.show(_("No earlier version is kept."))
        options = self.query_one(Choices)
        bar = 0 if options.show_vertical_scrollbar else options.styles.scrollbar_size_vertical
        cells = options.cells - bar  # which many versions bring
        for version in self._versions:
            line = truncate(self._line(version), cells)
            options.add_option(Option(literal(line), disabled=version.newest is None))
        options.action_first()

    async def _confirm(self, version: Version) -> None:
        asked = self._question().format(number=version.number, when=_when(version))
        if await self.app.push_screen_wait(ConfirmScreen(asked)):
            self.dismiss(version.number)

    def _question(self) -> str:
        if not self._damage:
            return _(
                "Give every item the values of version {number} of {when}? Undo takes it back."
            )
        if not self._store.path.exists():
            return _("Put version {number} of {when} in place of the file that is gone?")
        return _(
            "Put version {number} of {when} in place of the file that is there? That file is "
            "kept beside it."
        )

    def _line(self, version: Version) -> str:
        number = f"{version.number:>{_NUMBER_CELLS}}"
        newest, progress = version.newest, version.progress
        if newest is None or progress is None:
            return f"{number}  {_('damaged, or edited by hand')}"
        full, empty = self._signs.bar(progress.fraction, _BAR_CELLS)
        change = describe_event(newest)
        after = f": {shown(change.after)}" if newest.code else ""
        return "  ".join(
            (
                number,
                pad(_when(version), _WHEN_CELLS),
                pad(f"{progress.finished}/{progress.total}", _PROGRESS_CELLS),
                full + empty,
                pad(newest.by, _BY_CELLS),
                f"{newest.code} {change.field}{after}".strip(),
            )
        )


def _when(version: Version) -> str:
    """When a version was written, on the clock of the place."""
    return "" if version.newest is None else short_moment(version.newest.at, language())
