"""Text that somebody was typing when the line dropped, kept for their next start."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import DataError
from ita_tui.store.files import make_folder, write_temporary
from ita_tui.store.held import Held
from ita_tui.store.records import field_from_json, field_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor


HELD_BY = "held by"
"""The field under which a text that is still being typed tells the session that types it."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was typed into the form of one item.

    Attributes:
        code: The item's code.
        fields: The text of each field, by its name.
        seen: The value of each of these fields, by its name, as the person saw it.
    """

    code: str
    fields: dict[str, str]
    seen: dict[str, object] = field(default_factory=dict)


class Drafts:
    """The drafts of one person for one data file; nobody else may read them."""

    def __init__(self, data_file: Path, actor: Actor) -> None:
        """Name the file and the person; nothing is opened yet."""
        self._folder = data_file.with_name(data_file.name + ".drafts")
        whose = f"{actor.unix_user}\0{actor.name}".encode("utf-8", "replace")
        self._prefix = sha256(whose).hexdigest()[:16]

    def folder(self) -> Path:
        """The folder of all drafts, which is made when it is missing.

        Raises:
            OSError: It could not be made.
        """
        make_folder(self._folder)
        return self._folder

    def keep(self, draft: KeptDraft, *, synced: bool = True) -> None:
        """Keep a draft on the disk, in place of an older one of the same item.

        Args:
            draft: What was typed.
            synced: Whether it is on the disk for certain; else it outlives the program's death,
                but perhaps no power failure.

        Raises:
            OSError: It could not be written.
        """
        make_folder(self._folder)
        target = self._path(draft.code)
        seen = {name: field_to_json(value) for name, value in draft.seen.items()}
        record = {"code": draft.code, "fields": draft.fields, "seen": seen}
        content = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        temporary = write_temporary(target, content, target, synced=synced)
        temporary.chmod(0o600)
        temporary.replace(target)

    def discard(self, code: str) -> None:
        """Forget the draft of an item, if there is one."""
        with suppress(OSError):  # a folder without room for drafts has none
            self._path(code).unlink()

    def all(self) -> tuple[KeptDraft, ...]:
        """Every draft of this person, by code; one that cannot be read is left where it is."""
        try:
            paths = sorted(self._folder.glob(f"{self._prefix}-*.json"))
        except OSError:
            return ()
        found = (_read(path) for path in paths)
        return tuple(draft for draft in found if draft is not None)

    def _path(self, code: str) -> Path:
        return self._folder / f"{self._prefix}-{sha256(code.encode()).hexdigest()[:16]}.json"


def _read(path: Path) -> KeptDraft | None:
    try:
        held = Held.open(path)
        try:
            record = json.loads(held.read())
        finally:
            held.close()
        fields = {str(name): clean_lines(str(text)) for name, text in record["fields"].items()}
        seen = {str(name): field_from_json(name, value) for name, value in record["seen"].items()}
        return KeptDraft(clean(str(record["code"])), fields, seen)
    except (DataError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
