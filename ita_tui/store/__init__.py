"""The data folder on disk; the only user of TinyDB."""

from ita_tui.store.snapshot import Snapshot
from ita_tui.store.store import Store

__all__ = ["Snapshot", "Store"]
