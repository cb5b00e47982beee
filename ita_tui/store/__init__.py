"""The data folder on disk; the only user of TinyDB."""

from ita_tui.store.backups import kept_numbers, newest_good, read_kept
from ita_tui.store.drafts import Drafts, KeptDraft
from ita_tui.store.presence import Person, Presence
from ita_tui.store.recovery import RECOVERED, RecoveringStore
from ita_tui.store.snapshot import Snapshot
from ita_tui.store.store import Store

__all__ = [
    "RECOVERED",
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
