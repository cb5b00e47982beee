"""A document as it will be printed, in lines; only the parts that changed are laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ita_tui.minutes.terminal import block_lines
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.ui.widgets.painting import Line


class DocumentPane(LinesPane):
    """Shows blocks of Markdown; it scrolls with the keys when it has the keyboard."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--strong",
        "lines--rule",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin without a document."""
        super().__init__(id=id, margin=2)
        self._laid_out: dict[str, list[Line]] = {}
        self._at_width = 0
        self._starts: list[int] = []

    def show_blocks(self, blocks: Sequence[str]) -> None:
        """Show a document; the pane stays scrolled where it is.

        Args:
            blocks: Its Markdown, as `minutes_blocks` gives it.
        """
        known = self._laid_out if self._at_width == self.cells else {}
        self._at_width = self.cells
        self._laid_out = {
            block: known[block] if block in known else block_lines(block, self.cells)
            for block in blocks
        }
        lines: list[Line] = []
        self._starts = []
        for block in blocks:
            self._starts.append(len(lines))
            lines += self._laid_out[block]
        self.show(lines, keep_place=True)

    def reveal(self, block: int) -> None:
        """Bring a block in sight, if it is not: its first line near the top.

        Args:
            block: Its number, from 0.
        """
        if not self._starts:
            return
        line = self._starts[min(block, len(self._starts) - 1)]
        top = self.scroll_offset.y
        if not top <= line < top + max(self.size.height - 3, 1):
            self.scroll_to(y=max(line - 1, 0), animate=False, force=True)
