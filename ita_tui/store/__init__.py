"""The data folder on disk; the only user of TinyDB.

What a command that only reads has no use for is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ita_tui.store.snapshot import Snapshot
from ita_tui.store.store import Store

if TYPE_CHECKING:
    from ita_tui.store.backups import kept_numbers, newest_good, read_kept
    from ita_tui.store.drafts import Drafts, KeptDraft
    from ita_tui.store.presence import Person, Presence
    from ita_tui.store.recovery import RECOVERED, REMADE, RecoveringStore

__all__ = [
    "RECOVERED",
    "REMADE",
    "Drafts",
    "KeptDraft",
    "Person",
    "Presence",
    "RecoveringStore",
    "Snapshot",
    "Store",
    "kept_numbers",
    "newest_good",
    "read_kept",
]

_HOMES = {
    "RECOVERED": "recovery",
    "REMADE": "recovery",
    "Drafts": "drafts",
    "KeptDraft": "drafts",
    "Person": "presence",
    "Presence": "presence",
    "RecoveringStore": "recovery",
    "kept_numbers": "backups",
    "newest_good": "backups",
    "read_kept": "backups",
}
"""The module of each name that is loaded late."""


def __getattr__(name: str) -> object:
    """A name that is loaded late (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
