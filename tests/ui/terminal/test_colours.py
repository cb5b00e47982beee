"""What the real program sends to terminals of few colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.terminal.conftest import Open

SGR = re.compile(rb"\x1b\[([\d;]*)m")
KINDS = {
    "all": ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"38;2"}),
    "256": ({"TERM": "xterm-256color"}, {"38;5"}),
    "16": ({"TERM": "xterm-16color"}, {"numbers"}),
    "screen": ({"TERM": "screen"}, {"numbers"}),
    "none in the terminal": ({"TERM": "vt100"}, set()),
    "none wanted": ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, set()),
}


@pytest.mark.parametrize(("variables", "kinds"), KINDS.values(), ids=KINDS)
def test_no_colour_is_sent_that_the_terminal_lacks(
    opened: Open, variables: dict[str, str], kinds: set[str]
) -> None:
    terminal = opened(**variables)
    terminal.type("js")
    terminal.sees("Enter chooses")
    sent = b";".join(SGR.findall(terminal.output)).decode()
    found = {kind for kind in ("38;2", "38;5") if re.search(rf"(?:^|;){kind};", sent)}
    plain = re.sub(r"[34]8;(?:2;\d+;\d+;\d+|5;\d+)", "", sent)
    if re.search(r"(?:^|;)(?:[34][0-7]|9[0-7]|10[0-7])(?=;|$)", plain):
        found.add("numbers")
    assert found == kinds
    assert re.search(r"(?:^|;)7(?=;|$)", plain) or kinds, (
        "without colours, what is chosen is turned"
    )
