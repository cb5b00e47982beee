"""A text as terminal cells: each a letter with everything that hangs on it."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, split_graphemes

SARA_AM = "\u0e33"


@lru_cache(maxsize=4096)
def cells(text: str) -> tuple[str, list[str]]:
    """A text as the terminal lays it out, counted as Textual counts.

    Args:
        text: A text of one line, without control characters.

    Returns:
        The marks at its beginning, which hang on the cell before it, and one string for each
        cell: a letter with its marks; the second cell of a wide letter is an empty string.
    """
    if text.isascii():
        return "", list(text)
    hanging, found = "", list[str]()
    spans, _width = split_graphemes(text)
    for start, end, width in spans:
        if width == 0:
            hanging += text[start:end]
        else:
            found.append(text[start:end])
            found.extend([""] * (width - 1))
    return hanging, found


@lru_cache(maxsize=4096)
def is_certain(cell: str) -> bool:
    """Whether all terminals agree how far a cell moves the cursor.

    They agree on plain letters with Thai vowels and tone marks, not on SARA AM, which some draw
    within the letter before it, nor on wide letters and on pictures.
    """
    return cell.isascii() or (SARA_AM not in cell and cell_len(cell) == 1)


def hangs_together(cell: str) -> bool:
    """Whether a cell belongs to the one before it, so that both are sent together."""
    return cell == "" or cell[0] == SARA_AM
