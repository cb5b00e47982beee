"""The names of states, fields and values in the language in use."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from ita_tui.domain.checklist import EDITABLE_FIELDS, Evidence
from ita_tui.domain.status import State, Status
from ita_tui.services import wording
from ita_tui.services.wording import (
    ASCII_GLYPHS,
    GLYPHS,
    describe_value,
    field_label,
    state_label,
)


def test_every_state_has_a_name_and_a_sign_of_its_own() -> None:
    for names in ({state_label(one) for one in State}, set(GLYPHS.values())):
        assert len(names) == len(State)
    assert len(set(ASCII_GLYPHS.values())) == len(State)
    assert all(sign.isascii() and len(sign) == 3 for sign in ASCII_GLYPHS.values())
    assert all(unicodedata.east_asian_width(sign) in "NA" for sign in GLYPHS.values())


def test_names_are_translated_where_they_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_", "«{}»".format)
    assert state_label(State.DONE) == "«done»"
    assert field_label("unit") == "«responsible unit»"
    assert describe_value("unit", "") == "«empty»"


def test_every_editable_field_has_a_name_and_others_stand_for_themselves() -> None:
    names = [field_label(field) for field in EDITABLE_FIELDS]
    assert names == ["status", "remark", "responsible unit", "due date", "evidence"]
    assert field_label("colour") == "colour"


@pytest.mark.parametrize(
    ("field", "value", "described"),
    [
        ("status", Status.of(State.DONE), "ดำเนินการเรียบร้อยแล้ว"),
        ("status", Status(), "not set"),
        ("unit", "กองช่าง", "กองช่าง"),
        ("unit", "", "empty"),
        ("due", None, "empty"),
        ("due", date(2024, 4, 30), "2024-04-30"),
        ("evidence", (), "empty"),
        ("evidence", (Evidence("https://a"), Evidence("https://b")), "https://a, https://b"),
    ],
)
def test_a_value_is_described_in_a_line(field: str, value: object, described: str) -> None:
    assert describe_value(field, value) == described
