"""A data folder with the sample municipality, a clock that stands still, and a screen on it."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.event import Actor
from ita_tui.services.seeds.loading import sample
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store
from ita_tui.ui.app import ItaApp
from ita_tui.ui.session import Session
from ita_tui.ui.signs import UNICODE, Signs
from tests.ui.driver import Clock, Colleague, Driver

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.ui.keyboard import Keyboard

FILE = "2567.json"
ME = Actor("กองคลัง", "somchai", "desk-1", "session-1")
OTHER = Actor("กองช่าง", "somsri", "desk-2", "session-2")

Start = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, a terminal of all colours, the clock of Thailand; handlers of signals stay."""
    ends = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = {number: signal.getsignal(number) for number in ends}
    i18n.use("en")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("ita_tui.ui.screens.dialog.PAUSE", 0.001)
    monkeypatch.setenv("TZ", "ICT-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
    i18n.use("en")
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample municipality; to be copied, not used."""
    folder = tmp_path_factory.mktemp("original") / "data"
    folder.mkdir(mode=0o770)
    found = sample()
    store = Store(folder / FILE, clock=Clock())
    with store.transaction(ME, creating=True) as transaction:
        transaction.begin(found.checklist, found.meetings)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own; exported files go beside it."""
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(original, tmp_path / "data")


@pytest.fixture
def path(folder: Path) -> Path:
    """The data file."""
    return folder / FILE


@pytest.fixture
def clock() -> Clock:
    """The clock of the screen and of its store."""
    return Clock()


@pytest.fixture
def colleague(path: Path, clock: Clock) -> Iterator[Colleague]:
    """Somebody else on the same file."""
    store = Store(path, clock=clock)
    yield Colleague(store, OTHER)
    store.close()


@pytest.fixture
def start(folder: Path, clock: Clock) -> Start:
    """Opens the screen: `async with start(size=(80, 24)) as ui`."""

    @asynccontextmanager
    async def begin(
        size: tuple[int, int] = (100, 30),
        store: Store | None = None,
        signs: Signs = UNICODE,
        where: Path = folder,
        keyboard: Keyboard | None = None,
        notifications: bool = False,
    ) -> AsyncIterator[Driver]:
        path = where / FILE
        if store is None and path.exists():
            store = Store(path, clock=clock)
        session = Session(Workspace(where), ME, store=store, signs=signs, now=clock)
        session.keyboard = keyboard or session.keyboard
        app = ItaApp(session)
        async with app.run_test(size=size, notifications=notifications) as pilot:
            await pilot.pause()
            yield Driver(app, pilot, path)
        if session.store is not None:
            session.store.close()

    return begin


@pytest.fixture
async def ui(start: Start) -> AsyncIterator[Driver]:
    """The main screen on the sample municipality, 100 by 30."""
    async with start() as driver:
        yield driver
