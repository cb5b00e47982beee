"""Writes tables into docs/reliability.md, between marks that hold their place."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent.parent / "docs" / "reliability.md"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]], right: frozenset[int]) -> str:
    """A Markdown table.

    Args:
        head: The names of the columns.
        rows: As many cells each.
        right: The numbers of the columns of figures, from 0.
    """
    rules = ("---:" if number in right else "---" for number in range(len(head)))
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{'|'.join(rules)}|", *lines[1:]])


def replaced(text: str, name: str, content: str) -> str:
    """The page with other content between the marks of this name.

    Raises:
        ValueError: It has no such marks.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    marks = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if len(marks.findall(text)) != 1:
        raise ValueError(f"{PAGE.name} has not just one place for {name}")
    return marks.sub(lambda _match: f"{begin}{content}\n{end}", text)


def write(name: str, content: str) -> None:
    """Put new content between the marks of this name."""
    PAGE.write_text(replaced(PAGE.read_text("utf-8"), name, content), "utf-8")
