"""The blocks of our own minutes, each with the number of its line in the document, from 1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, cleaned.

    Attributes:
        bold: The bold text that it begins with, if any.
        rest: What follows, without marks of emphasis.
    """

    bold: str
    rest: str

    @property
    def text(self) -> str:
        """All of it."""
        return (self.bold + self.rest).strip()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        line: The number of its line in the document, from 1, here and below.
        level: 1 to 6.
        text: Without markup, here and below.
    """

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        line: Where it begins.
        lines: Its lines; never none.
    """

    line: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its lines, parted by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @property
    def bold(self) -> str:
        """Its text in one line if it is bold throughout; else empty."""
        parts = [line.bold for line in self.lines if not line.rest.strip()]
        return " ".join(parts).strip() if len(parts) == len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the page.

    Attributes:
        line: Where it stands.
        text: The signs that it is made of.
    """

    line: int
    text: str = "* * *"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        line: Where it stands.
        text: The line as it is written.
        cells: Its texts; line breaks in them are line feeds.
        fits: Whether it has as many cells as the heading.
    """

    line: int
    text: str
    cells: tuple[str, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        line: Where its heading stands.
        text: The line of the heading as it is written.
        columns: The texts of the heading.
        rows: The rows below.
    """

    line: int
    text: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Rule | Table
