"""What the screens share: the data folder, the store in use, and who sits in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ita_tui.domain.event import Actor
from ita_tui.errors import ItaError
from ita_tui.services.workspace import Workspace
from ita_tui.store import Drafts, KeptDraft, Presence, Store
from ita_tui.store.drafts import HELD_BY
from ita_tui.store.lock import must_be_writable
from ita_tui.ui.keyboard import Keyboard
from ita_tui.ui.signs import UNICODE, Signs
from ita_tui.ui.themes import DARK

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Item
    from ita_tui.store import Snapshot


MINUTES_DRAFT = "minutes "
"""What the draft of a part of minutes is kept under, before the meeting's id."""

RESOLUTION_DRAFT = "resolution "
"""What a resolution that was being written is kept under, before the meeting's id and the code."""


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen in which somebody types: it keeps the text when the line drops."""

    def keep_draft(self) -> None:
        """Keep what was typed."""


@dataclass(slots=True)
class Session:
    """One running screen.

    Attributes:
        workspace: The data folder.
        actor: Who sits in front.
        store: The store of the fiscal year that is shown; None in an empty folder.
        year: The fiscal year that was asked for; None for the newest.
        signs: What the screen draws with.
        now: Tells the time; tests give their own.
        theme: The name of the colours at first.
        keyboard: What the actions are done with.
        configuration: The file that keeps what the person chooses; None for keeping nothing.
        presence: This screen among the others; None until it has arrived.
    """

    workspace: Workspace
    actor: Actor
    store: Store | None = None
    year: int | None = None
    signs: Signs = UNICODE
    now: Callable[[], datetime] = field(default=utc_now)
    presence: Presence | None = None
    theme: str = DARK.name
    keyboard: Keyboard = field(default_factory=Keyboard)
    configuration: Path | None = None

    def open(self) -> Store:
        """The store of the year that was asked for, or of the newest.

        Raises:
            NoChecklistError: The folder has no checklist.
            DataError: The folder cannot be read.
            UsageError: It has no checklist of that year.
        """
        if self.store is None:
            self.store = self.workspace.store(self.year)
        return self.store

    def read(self) -> Snapshot:
        """The data as they are on the disk now.

        Raises:
            DataError: They cannot be read.
        """
        return self.open().read()

    def arrive(self) -> None:
        """Let the others see that this screen is open.

        Raises:
            OSError: They cannot see it: the folder cannot be written or has no locks.
        """
        self.presence = Presence(self.open().path, self.actor)
        self.presence.enter()

    def why_read_only(self) -> str:
        """Why nothing can be written now, as a sentence; empty where it can."""
        try:
            must_be_writable(self.open().path)
        except ItaError as error:
            return error.message
        return ""

    def leave(self) -> None:
        """Let the others see that this screen is gone, and let go of the data file."""
        if self.presence is not None:
            self.presence.leave()
        if self.store is not None:
            self.store.close()

    def keep_draft(self, seen: Item, texts: dict[str, str], *, held: bool = False) -> None:
        """Keep what was typed for an item until this person's next start.

        Args:
            seen: The item as the person saw it while typing.
            texts: The text of each field that was typed into, by its name.
            held: Whether it is still being typed, on this screen.

        Raises:
            OSError: It could not be written.
        """
        values = {name: getattr(seen, name) for name in texts}
        fields = self._marked(texts, held=held)
        self._drafts().keep(KeptDraft(seen.code, fields, values), synced=not held)

    def _marked(self, texts: dict[str, str], *, held: bool) -> dict[str, str]:
        return {**texts, HELD_BY: self.actor.session} if held else texts

    def discard_draft(self, code: str) -> None:
        """Forget what was kept for an item."""
        self._drafts().discard(code)

    def kept_drafts(self) -> tuple[KeptDraft, ...]:
        """What was kept for this person, save what another screen of theirs still holds."""
        return tuple(kept for kept in self._drafts().all() if not self._is_held(kept))

    def _is_held(self, kept: KeptDraft) -> bool:
        """Whether the screen that keeps a text while it is being typed is still open."""
        holder = kept.fields.get(HELD_BY, "")
        return bool(holder) and self.presence is not None and self.presence.has(holder)

    def private_folder(self) -> Path:
        """The folder beside the data in which texts lie that are not the group's, made if missing.

        Raises:
            OSError: It cannot be made.
        """
        return self._drafts().folder()

    def keep_texts(
        self, what: str, texts: dict[str, str], *, held: bool = False, synced: bool = True
    ) -> None:
        """Keep texts that are of no item until this person's next start.

        Args:
            what: What they are kept under.
            texts: The texts, by their names.
            held: Whether they are still being typed, on this screen.
            synced: Whether they outlive a power failure too, which takes time; what is held
                need not.

        Raises:
            OSError: They could not be written.
        """
        draft = KeptDraft(what, self._marked(texts, held=held))
        self._drafts().keep(draft, synced=synced and not held)

    def kept_texts(self, what: str) -> dict[str, str]:
        """The texts that were kept; none where nothing was."""
        found = (kept.fields for kept in self.kept_drafts() if kept.code == what)
        return next(found, {})

    def _drafts(self) -> Drafts:
        return Drafts(self.open().path, self.actor)

    def others(self) -> tuple[str, ...]:
        """The names of the others who have this checklist open."""
        people = () if self.presence is None else self.presence.others()
        return tuple(person.name for person in people)
