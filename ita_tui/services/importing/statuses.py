"""Taking over statuses from a document that somebody else wrote: first a plan, then one change."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Item
from ita_tui.domain.status import Status
from ita_tui.errors import ConflictError, DataError
from ita_tui.i18n import _
from ita_tui.minutes.reading import SIZE_LIMIT, decode, read_status_rows
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.importing.matching import Matched, Unmatched, match_rows
from ita_tui.services.statuses import Edit, Outcome, edit_many
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


@dataclass(frozen=True, slots=True)
class Replacement:
    """A status that an import gives an item in place of another.

    Attributes:
        code: The item's code.
        before: The status that it has.
        after: The status that the document gives it.
    """

    code: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a document says of a checklist.

    Attributes:
        source: What the document is called.
        matched: Its rows that speak of an item, in their order; no code twice.
        unmatched: Its rows that were given to no item, with the reason.
        missing: The codes of the items that no row speaks of, in the order of the list.
        replacements: What would change, in the order of the rows; fewer than `matched` where an
            item has the same status already.
        seen: The items as they were when the plan was made, by code.
    """

    source: str
    matched: tuple[Matched, ...]
    unmatched: tuple[Unmatched, ...]
    missing: tuple[str, ...]
    replacements: tuple[Replacement, ...]
    seen: Mapping[str, Item]


def read_document(path: Path) -> str:
    """The text of a document.

    Raises:
        DataError: The file is missing, empty, no regular file, not readable, or no text.
    """
    return decode(_content(path), str(path))


def plan_import(text: str, source: str, checklist: Checklist) -> ImportPlan:
    """Find the items that the rows of a document speak of; nothing is changed.

    Args:
        text: Markdown, tab-separated or plain text.
        source: What the document is called.
        checklist: The checklist that it is to be taken into.
    """
    found = match_rows(read_status_rows(text), checklist.items)
    seen = {item.code: item for item in checklist.items}
    return ImportPlan(
        source=source,
        matched=found.matched,
        unmatched=found.unmatched,
        missing=found.missing,
        replacements=tuple(
            Replacement(one.code, seen[one.code].status, one.status)
            for one in found.matched
            if seen[one.code].status != one.status
        ),
        seen=seen,
    )


def apply_import(store: Store, actor: Actor, plan: ImportPlan) -> Outcome:
    """Give the items the statuses of the document, as one change that is undone as one.

    What is so already, now that the data are locked, is not recorded.

    Raises:
        ConflictError: Somebody gave an item another status since the plan was made; nothing was
            written.
        UsageError: An item of the plan is not in the checklist any more; nothing was written.
        DataError, BusyError: As the store says.
    """
    edits = [(one.code, Edit("status", one.status)) for one in plan.matched]
    try:
        return edit_many(store, actor, edits, seen=plan.seen)
    except FieldConflictError as error:
        # The answer is a look at the new plan, not a choice between the two values of one item.
        raise ConflictError(error.message) from error


def _content(path: Path) -> bytes:
    """The bytes of a regular file; a pipe or a device could keep the program waiting for ever."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:  # a folder is refused here
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise DataError(
                    _("{file} is no file with text in it; name the file itself.").format(file=path)
                )
            return file.read(SIZE_LIMIT + 1)  # so that `decode` sees what is too much
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise DataError(
            _("{file} cannot be read ({reason}); nothing was changed.").format(
                file=path, reason=why
            )
        ) from error
