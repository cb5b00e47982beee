"""What many tests need: a small checklist, a store that holds it, people, and a clock to turn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from ita_tui import i18n
from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist
from ita_tui.domain.event import Actor
from ita_tui.domain.framework import Framework, FrameworkItem
from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# How long an example takes hangs on what else the machine does, and on what is loaded first by it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

NAMES = ("โครงสร้าง", "ข้อมูลผู้บริหาร", "อำนาจหน้าที่", "แผนดำเนินงาน", "คู่มือการให้บริการ")


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 12, 3, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test begins in English, whatever the one before it used."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def framework() -> Framework:
    """Two categories: O1 to O3, O4 and O5."""
    items = tuple(
        FrameworkItem(f"O{number}", name, "9.1" if number <= 3 else "9.2")
        for number, name in enumerate(NAMES, start=1)
    )
    categories = (Category("9.1", "ข้อมูลพื้นฐาน"), Category("9.2", "การบริหารงาน"))
    return Framework(2566, "ชุดตัวชี้วัดตัวอย่าง", "เทศบาล", categories, items)


@pytest.fixture
def checklist(framework: Framework) -> Checklist:
    """The checklist of a sample municipality, every item unset."""
    return Checklist.from_framework(framework, "เทศบาลตัวอย่าง", 2567)


@pytest.fixture
def clock() -> Clock:
    """Tells the stores of a test the time."""
    return Clock()


@pytest.fixture
def pass_time(clock: Clock) -> Callable[[float], None]:
    """Turns the clock of a test on by so many seconds."""

    def turn(seconds: float) -> None:
        clock.now += timedelta(seconds=seconds)

    return turn


@pytest.fixture
def make_actor() -> Callable[..., Actor]:
    """Makes a person: by default a Unix user without a name, in a session of their own."""

    def make(name: str = "", *, unix_user: str = "tester", session: str = "") -> Actor:
        return Actor(name, unix_user, "office", session or f"session of {name or unix_user}")

    return make


@pytest.fixture
def actor(make_actor: Callable[..., Actor]) -> Actor:
    """Somebody who acts under a name."""
    return make_actor("กองคลัง")


@pytest.fixture
def make_store(
    tmp_path: Path, checklist: Checklist, actor: Actor, clock: Clock
) -> Iterator[Callable[..., Store]]:
    """Makes a data file below the test's own folder, and the store that reads and writes it."""
    made: list[Store] = []

    def make(
        folder: str = "data", *, clock: Callable[[], datetime] = clock, time_limit: float = 10.0
    ) -> Store:
        (tmp_path / folder).mkdir(mode=0o700)
        store = Store(tmp_path / folder / "2567.json", clock, time_limit)
        made.append(store)
        with store.transaction(actor, creating=True) as tx:
            tx.begin(checklist, ())
        return store

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(make_store: Callable[..., Store]) -> Store:
    """A store with the sample checklist."""
    return make_store()
