"""The lines of a file are taken over where their records are the same, and never otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.status import State, Status
from ita_tui.store import Store
from ita_tui.store import lines as module
from ita_tui.store.document import decode, empty_tables, encode
from ita_tui.store.lines import Lines

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store.records import Record, Tables

TEXT = st.text(st.sampled_from('กa",\n\\}{:'), max_size=4)
RECORDS = st.dictionaries(st.integers(1, 300).map(str), TEXT.map(lambda text: {"name": text}))


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the records that were encoded since this was emptied."""
    ids: list[str] = []
    line = module._line

    def encode_one(key: str, record: Record) -> bytes:
        ids.append(key)
        return line(key, record)

    monkeypatch.setattr(module, "_line", encode_one)
    return ids


@pytest.fixture
def many(tmp_path: Path, checklist: Checklist, actor: Actor) -> Store:
    """A store with some hundreds of items."""
    items = tuple(Item(f"O{number}", "ข้อ", "9.1") for number in range(1, 401))
    store = Store(tmp_path / "many.json")
    with store.transaction(actor, creating=True) as tx:
        tx.begin(replace(checklist, items=items), ())
    return store


def tables_of(items: dict[str, Record]) -> Tables:
    """The tables of a file with these items."""
    return empty_tables() | {"items": items}


@given(st.lists(RECORDS, min_size=1, max_size=4), st.booleans())
def test_the_bytes_are_those_of_a_fresh_start(
    versions: list[dict[str, Record]], reads: bool
) -> None:
    lines = Lines()
    items: dict[str, Record] = {}
    for version in versions:
        kept = {key: record for key, record in items.items() if int(key) % 3}
        items = {**kept, **version}
        content = encode(tables_of(items), lines=lines)
        assert content == encode(tables_of(items))
        tables = decode(content, Path("2567.json")).tables
        assert [*tables["items"].items()] == sorted(items.items(), key=lambda pair: int(pair[0]))
        if reads:
            lines.learn(content, tables)
            items = tables["items"]


def test_a_change_encodes_what_has_changed(many: Store, actor: Actor, encoded: list[str]) -> None:
    for code in ("O200", "O201", "O7"):
        encoded.clear()
        with many.transaction(actor) as tx:
            tx.set_field(code, "status", Status.of(State.DONE))
        assert encoded == [code[1:], str(tx.next_event - 1)]


def test_a_file_that_was_read_is_not_encoded_again(
    many: Store, actor: Actor, encoded: list[str]
) -> None:
    store = Store(many.path)
    store.read()
    with store.transaction(actor) as tx:
        tx.set_field("O200", "status", Status.of(State.DONE))
    assert encoded == ["200", "2"]
    content = many.path.read_bytes()
    assert content == encode(decode(content, many.path).tables)


def test_lines_that_stand_otherwise_are_encoded(encoded: list[str]) -> None:
    tables = tables_of({str(number): {"name": "ข้อ"} for number in range(1, 9)})
    content = encode(tables)
    others = [
        content.replace(b'"5": {', b'"9": {'),
        content.replace(b'"items": {\n', b'"items": { \n'),
        content.replace(b',\n"5"', b', "5"'),
    ]
    for other in others:
        encoded.clear()
        lines = Lines()
        lines.learn(other, tables)
        assert encode(tables, lines=lines) == content
        assert encoded == [*tables["items"]]
