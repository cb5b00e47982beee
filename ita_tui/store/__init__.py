"""The data folder on disk; the only user of TinyDB."""

from ita_tui.store.drafts import Drafts, KeptDraft
from ita_tui.store.presence import Person, Presence
from ita_tui.store.snapshot import Snapshot
from ita_tui.store.store import Store

__all__ = ["Drafts", "KeptDraft", "Person", "Presence", "Snapshot", "Store"]
