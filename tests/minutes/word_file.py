"""A Word file read back as the XML that Word reads."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ita_tui.minutes.docx import to_docx
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tokens import parse, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class File:
    """The parts of a Word file."""

    def __init__(self, markdown: str, title: str = "ชื่อ", digits: Digits = Digits.THAI) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(to_docx(markdown, title, digits)))
        body = self.part("word/document.xml").find(f"{W}body")
        assert body is not None
        self.body = body

    def part(self, name: str) -> ET.Element:
        """The XML of a part."""
        return ET.fromstring(self.archive.read(name))

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """The style and the text of each paragraph outside the tables."""
        return [(style(paragraph), text(paragraph)) for paragraph in self.body.findall(f"{W}p")]

    @property
    def blocks(self) -> list[str]:
        """The text of everything, cell by cell and paragraph by paragraph."""
        return [text(paragraph) for paragraph in self.body.iter(f"{W}p")]

    def style(self, name: str) -> ET.Element:
        """A style by its id."""
        styles = self.part("word/styles.xml").iter(f"{W}style")
        return next(one for one in styles if one.get(f"{W}styleId") == name)


def value(element: ET.Element, path: str, name: str = "val") -> str | None:
    """An attribute of what stands at a path below an element; None when it is not there."""
    found = element.find("/".join(W + part for part in path.split("/")))
    return None if found is None else found.get(W + name)


def has(element: ET.Element, path: str) -> bool:
    """Whether something stands at a path below an element."""
    return element.find("/".join(W + part for part in path.split("/"))) is not None


def style(paragraph: ET.Element) -> str:
    """The style of a paragraph."""
    return value(paragraph, "pPr/pStyle") or ""


def text(element: ET.Element) -> str:
    """The text of an element, with its tabs and line breaks."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    inner = (part for run in element.iter(f"{W}r") for part in run)
    return "".join(
        part.text or "" if part.tag == f"{W}t" else signs.get(part.tag, "") for part in inner
    )


def told(markdown: str) -> Iterator[str]:
    """The texts of Markdown in their order, as the parser has them."""
    for token in parse(markdown):
        if token.type == "inline":
            yield plain(token)
        elif token.type in {"fence", "code_block"}:
            yield token.content


def bare(texts: Iterable[str]) -> str:
    """Texts without white space, and without what stands for line breaks and lines to sign."""
    joined = "".join("".join(texts).replace("⏎", "").split())
    return joined.replace("…", "")
