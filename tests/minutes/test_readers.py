"""GitHub's own reader and Pandoc show minutes as this program does: the same blocks and texts.

`cmark-gfm` is the reader that GitHub is made with; the signs that GitHub turns into pictures,
formulas and names of people after that are no part of it. Pandoc is asked as for GitHub, and in
its own dialect but for the typographic quotes that it makes of straight ones.
"""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from ita_tui.minutes.markdown import LINE_BREAK
from ita_tui.minutes.terminal import block_lines
from ita_tui.minutes.tokens import parse, plain, safe
from tests.minutes.papers import CHECKLIST, HOSTILE, MINUTES, minutes_with

if TYPE_CHECKING:
    from collections.abc import Sequence

READERS = {
    "github": (
        "cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink",
        "-e", "tasklist", "-e", "footnotes",
    ),
    "pandoc-gfm": ("pandoc", "-f", "gfm", "-t", "html", "--wrap=preserve"),
    "pandoc": ("pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=preserve"),
}  # fmt: skip
"""How each reader is asked for HTML."""

NAMES = (
    *HOSTILE,
    "นาย ก | ข",
    "*นาย* **ก** ***ข***",
    "<นาย ก> <b>ข</b> <!-- ค -->",
    "บรรทัดแรก\nบรรทัดที่สอง",
    "~ก~ ~~ข~~ ^ค^ H~2~O",
    "[ ] งาน [x] เสร็จ [^1] [1]: x",
    "www.example.go.th ก@example.go.th https://example.go.th/a_b_c*d*",
    "https://example.go.th/a\nwww.example.go.th\na@example.go.th\nHTTPS://a.th/_a_ (www.x.th)",
    "(https://example.go.th/_a_) `https://example.go.th`|https://example.go.th/?a=1&amp;b=2|",
    "`โค้ด` ``ก`` $x$ $$y$$ \\(z\\)",
    "\\ \\\\ \\* \\| a\\b",
    "1. ก\n2) ข\n(3) ค\n- ง\n+ จ\n# ฉ\n> ช\n: ซ\n| ฌ\n=== \n---",
    "&amp; &copy; &#42; & ก",
    "@ก -- --- ... 'ข' \"ค\" ก's",
    "{#ก .ข} [ค]{.ง} ::: จ",
)
"""Names that a reader of Markdown could take for marks."""

WIDE = 5000
"""So many cells that no line is parted."""

BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "td")


class Blocks(HTMLParser):
    """The blocks of a page: of each its tag and its text, without white space at the ends.

    Attributes:
        found: In order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in BLOCKS:
            self.found.append((tag, ""))
            self._is_inside = True
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "hr":
            self.found.append(("hr", ""))
        elif tag not in KNOWN:
            self.found.append((tag, "?"))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            tag, text = self.found[-1]
            self.found[-1] = (tag, text + data)


KNOWN = {"table", "thead", "tbody", "tr", "strong", "a", "span", "colgroup", "col"}
"""Tags without a text of their own that a document may have."""


def shown(name: str, markdown: str) -> list[tuple[str, str]]:
    """The blocks that a reader shows; what stands before the first heading is the front matter."""
    body = markdown.split("---\n", 2)[-1]
    command = READERS[name]
    page = subprocess.run(command, input=body, capture_output=True, text=True, check=True)
    blocks = Blocks()
    blocks.feed(page.stdout)
    blocks.close()
    return tidy(blocks.found)


def ours(markdown: str) -> list[tuple[str, str]]:
    """The blocks that this program shows."""
    tokens = parse(markdown)
    found = [
        (tokens[place - 1].tag, plain(token)) if token.type == "inline" else ("hr", "")
        for place, token in enumerate(tokens)
        if token.type in {"inline", "hr"}
    ]
    return tidy(found)


def tidy(blocks: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same with its lines as a browser shows them, and U+FFFD for what is no character."""
    return [(tag, "\n".join(filter(None, map(_line, text.split("\n"))))) for tag, text in blocks]


def _line(text: str) -> str:
    return safe(" ".join(text.split()))


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> str:
    """A reader of Markdown, where it is installed."""
    name: str = request.param
    program = READERS[name][0]
    if shutil.which(program) is None:
        # The program needs neither of them, so nobody is made to install them.
        pytest.skip(f"{program} cannot be asked: it is not installed")
    return name


@pytest.mark.parametrize("document", [MINUTES, CHECKLIST], ids=["minutes", "checklist"])
def test_the_sample_is_shown_as_here(reader: str, document: str) -> None:
    assert shown(reader, document) == ours(document)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_as_the_text_that_it_is(reader: str, name: str) -> None:
    document = minutes_with(name)
    assert shown(reader, document) == ours(document)


@pytest.mark.parametrize("name", NAMES)
def test_the_preview_has_every_letter_too(name: str) -> None:
    document = minutes_with(name).split("---\n", 2)[-1]
    lines = (line for block in document.split("\n\n") for line in block_lines(block, WIDE))
    preview = letters("".join(text for line in lines for text, _role in line))
    wanted = letters("".join(text for _tag, text in ours(document)))
    drawn = {
        sign: preview[sign] - wanted[sign] for sign in preview if preview[sign] != wanted[sign]
    }
    assert wanted - preview == Counter()
    assert {*drawn} <= {*"│─┼*"}  # the lines of tables, and the stars of rules


def letters(text: str) -> Counter[str]:
    """How often each sign stands in a text, white space and what stands for it aside."""
    return Counter("".join(text.replace(LINE_BREAK, "").split()))
