"""JSON for scripts: any JSON reader takes it, and no terminal obeys it."""

from __future__ import annotations

import json

import pytest

from ita_tui.services.views import to_json


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("text", ["ก\x1b[2J", "\x9b2J", "\u202eก", "ก\nข\t", "\ud800", "😀"])
def test_nothing_in_it_is_obeyed(text: str, ascii_only: bool) -> None:
    document = to_json({"text": text}, ascii_only=ascii_only)
    assert set(json.loads(document)) == {"text"}
    document.encode("ascii" if ascii_only else "utf-8")
    assert all(char.isprintable() or char == "\n" for char in document)


def test_common_text_is_written_as_it_is() -> None:
    assert to_json({"text": "ก 😀\n"}) == '{\n  "text": "ก 😀\\n"\n}'
