"""Where Textual asks how a line wraps: two private names that are replaced, so that words count.

Each module of Textual has taken its function in by name, and so it is replaced there and nowhere
else. tests/ui/test_wrapping.py fails when Textual asks by another name.
"""

from __future__ import annotations

from rich._wrap import divide_line as by_rich
from textual import content


def wrap_content_at_words() -> None:
    """Let everything that is shown as Content wrap at the ends of words, in this process."""
    content.divide_line = content_offsets  # type: ignore[attr-defined]  # (the name is taken in there, not given out)


def wrap_text_areas_at_words() -> None:
    """Let all text areas of this process wrap at the ends of words."""
    from textual.document import _wrapped_document  # noqa: PLC0415 (only where text is typed)

    _wrapped_document.compute_wrap_offsets = text_area_offsets  # type: ignore[attr-defined]  # (as above)


def content_offsets(text: str, width: int, fold: bool = True) -> list[int]:
    """Where the lines begin that a text is shown in, save the first.

    Args:
        text: A text of one line.
        width: The cells that there are.
        fold: Whether words that are too long are cut; where not, the text is left to Rich.
    """
    if not fold or text.isascii():
        return by_rich(text, width, fold)
    from ita_tui.thai.wrapping import line_starts  # noqa: PLC0415 (after the first paint)

    return line_starts(text, width)[1:]


def text_area_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Where the lines begin that a line of a document is shown in, save the first.

    Args:
        text: The line of the document.
        width: The cells that there are; one more is kept free for the cursor.
        tab_size: The width of a tab; a line with tabs is left to Textual, as is one of ASCII.
        fold: Whether words that are too long are cut, for such lines.
        precomputed_tab_sections: The widths of the tabs, for such lines.
    """
    if "\t" in text or text.isascii():
        from textual._wrap import compute_wrap_offsets  # noqa: PLC0415 (only where text is typed)

        return compute_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)
    from ita_tui.thai.wrapping import editing_starts  # noqa: PLC0415 (after the first paint)

    return editing_starts(text, width)[1:]
