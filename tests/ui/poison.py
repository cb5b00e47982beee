"""Texts from data that want to be more than text, and a data file that is full of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ita_tui.store.document import encode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Tables = dict[str, dict[str, dict[str, Any]]]

_OF_A_FORM = {"held_on", "start", "end", "attendance"}
"""What of a meeting is no free text."""


def by_hand(path: Path, change: Callable[[Tables], None]) -> None:
    """Change the records of a file and give it a checksum that holds: nothing is cleaned."""
    tables = json.loads(path.read_bytes())
    change(tables)
    path.write_bytes(encode(tables))


def item_of(tables: Tables) -> dict[str, Any]:
    """The record of O12."""
    return next(one for one in tables["items"].values() if one["code"] == "O12")


def poison(text_of: Callable[[str], str]) -> Callable[[Tables], None]:
    """A text wherever a record has one that people write.

    Args:
        text_of: The text for a place, by the name of the place.
    """

    def change(tables: Tables) -> None:
        checklist = tables["checklist"]["1"]
        checklist["agency"] = text_of("agency")
        checklist["categories"][1]["name"] = text_of("category")
        item = item_of(tables)
        item.update({name: text_of(name) for name in ("name", "unit", "remark", "updated_by")})
        item["updated_at"] = "2024-03-12T03:42:00.000Z"
        item["status"]["wording"] = text_of("wording")
        item["evidence"] = [{name: text_of(name) for name in ("url", "text", "note")}]
        for event in tables["history"].values():
            event.update({name: text_of(name) for name in ("name", "unix_user", "origin")})
            event.update(code="O12", field="remark", before=text_of("before"))
            event["after"] = text_of("after")
        for meeting in tables["meetings"].values():
            meeting.update(_poisoned(meeting, "meeting", text_of))

    return change


def _poisoned(value: Any, place: str, text_of: Callable[[str], str]) -> Any:  # noqa: ANN401 (JSON)
    """A part of a meeting with other texts; days, times and the like stay what they are."""
    if isinstance(value, str):
        return value if place in _OF_A_FORM else text_of(place)
    if isinstance(value, list):
        return [_poisoned(one, place, text_of) for one in value]
    if isinstance(value, dict):
        return {name: _poisoned(one, name, text_of) for name, one in value.items()}
    return value
