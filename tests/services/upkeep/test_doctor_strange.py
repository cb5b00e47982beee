"""Doctor where something strange is in place of the data file: it tells, and never hangs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ita_tui.services.upkeep.doctor import Level, examine, repair
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    import pytest

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


def test_what_belongs_to_somebody_else_is_named(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(store.path.parent)
    left = store.path.with_name(".tmp-2567.json.4711")
    left.touch()
    refused: list[int] = []

    def refuse(descriptor: int, mode: int) -> None:
        if not refused:
            refused.append(mode)
            raise PermissionError(1, "Operation not permitted")
        mend(descriptor, mode)

    mend = os.fchmod
    for path in (store.path, store.path.with_name("2567.json.lock")):
        path.chmod(0o664)
    monkeypatch.setattr("os.fchmod", refuse)
    sentences = repair(workspace, (2567,), actor)
    assert [sentence.split(" ")[0] for sentence in sentences] == ["The", "Mended", "Removed"]
    assert str(store.path) in sentences[0]
    assert sentences[0].endswith("(Operation not permitted); ask its owner.")
    assert not left.exists()
    (rights,) = [one for one in examine(workspace, (2567,)) if one.name == "Rights"]
    assert rights.level is Level.NOTE
