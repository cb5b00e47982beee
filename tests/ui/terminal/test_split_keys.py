"""Keys that a line cuts into pieces anywhere, within a letter too, still reach what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.thai.wire import sent

if TYPE_CHECKING:
    from tests.ui.process import Terminal
    from tests.ui.terminal.conftest import Open

ESCAPE = "\x1b"


def pieces(text: str, cut: int) -> list[bytes]:
    """A text as it is sent, cut behind so many bytes; 0 cuts behind each."""
    data = text.encode()
    return [data[:cut], data[cut:]] if cut else [bytes([one]) for one in data]


@pytest.mark.parametrize(
    ("find", "edit", "typed"),
    [("/o12\r", "e", "qu"), ("ฝO๑๒\r", "ำ", "ที่"), ("/o12\r", "e", "กอง")],
    ids=["English layout", "Thai layout", "Thai behind a key"],
)
def test_what_follows_a_key_goes_where_the_key_leads(
    opened: Open, find: str, edit: str, typed: str
) -> None:
    terminal = opened()
    whole = find + edit + typed
    for cut in range(len(whole.encode())):
        for piece in pieces(whole, cut):
            terminal.send(piece)
            terminal.until_taken()
        terminal.sees("F2 or Enter")
        terminal.until(lambda: in_form(terminal, typed), f"cut {cut}: it should be in the form")
        terminal.type(ESCAPE)
        terminal.sees("Yes")
        terminal.type("y")
        terminal.misses("F2 or Enter")
        assert terminal.shows(find[1:-1]), "the filter has what was typed into it, and no more"
        assert not terminal.shows(find[1:-1] + edit)
        terminal.type(ESCAPE)
        terminal.sees("O3 ")
    terminal.type("q")
    assert terminal.leave() == 0


def in_form(terminal: Terminal, typed: str) -> bool:
    """Whether something stands in the first field of an item's form."""
    return any("▌" in line and sent(typed) in line for line in terminal.text()[:12])
