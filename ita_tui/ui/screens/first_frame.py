"""A screen whose first frame is painted once, when everything is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from textual.events import Resize, ScreenResume
    from textual.geometry import Region, Size


class FirstFrame(Screen[None]):
    """Holds the first frame back until it is complete.

    Textual paints a screen as soon as it is laid out, then again for what its widgets find out
    about their sizes, and once more because the screen has come to the front. Each of these frames
    costs as much as the last one, which alone has everything in it.
    """

    _is_complete = False
    _laid_out_for: Size | None = None

    def expect(self, size: Size) -> None:
        """Prepare for a terminal of some size, so that the first layout is the last one too."""
        self._laid_out_for = size
        breakpoints = reversed(self.HORIZONTAL_BREAKPOINTS or [])
        fitting = (name for least, name in breakpoints if size.width >= least)
        self.add_class(next(fitting))

    @property
    def is_current(self) -> bool:
        """Whether it is painted: it is in front, and complete."""
        return self._is_complete and super().is_current

    def complete(self, then: Callable[[], object]) -> None:
        """Let the first frame be painted; everything is in it.

        Args:
            then: Called when it has been.
        """
        if not self._is_complete:
            self.refresh(layout=True)
            self._is_complete = True
            self.call_after_refresh(then)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Refresh; a first layout needs no repainting, since it paints everything."""
        repaint = repaint and self._is_complete
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Leave the styles alone at first: the widgets have just got them."""
        if not self._is_complete:
            event.refresh_styles = False

    def on_resize(self, event: Resize) -> None:
        """Lay out for another size only: the first one is told when it is laid out already."""
        if event.size == self._laid_out_for:
            event.prevent_default()
        self._laid_out_for = event.size
