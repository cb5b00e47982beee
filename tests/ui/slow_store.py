"""A store that takes as long as a test wants."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store.transaction import Transaction
    from tests.ui.driver import Clock


class SlowStore(Store):
    """A store whose transactions stop before they are written, until they may go on."""

    def __init__(self, path: Path, clock: Clock) -> None:
        super().__init__(path, clock=clock)
        self.reached = threading.Event()
        self.may_go_on = threading.Event()

    @contextmanager
    def transaction(
        self, actor: Actor, *, creating: bool = False, accepting: bool = False
    ) -> Iterator[Transaction]:
        with super().transaction(actor, creating=creating, accepting=accepting) as transaction:
            yield transaction
            self.reached.set()
            self.may_go_on.wait(5)
