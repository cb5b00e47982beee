"""Doctor where something strange is in place of the data file: it tells, and never hangs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ita_tui.services.upkeep.doctor import Level, examine, repair
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


def test_a_pipe_is_told_of_and_left_as_it_is(store: Store, actor: Actor) -> None:
    store.path.unlink()
    os.mkfifo(store.path)
    before = store.path.lstat().st_mode
    workspace = Workspace(store.path.parent)
    assert repair(workspace, (2567,), actor) == ()
    faults = [one.message for one in examine(workspace, (2567,)) if one.level is Level.FAULT]
    assert len(faults) == 1
    assert "is not a regular file" in faults[0]
    assert store.path.lstat().st_mode == before
