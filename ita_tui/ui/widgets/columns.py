"""The columns of the tree: one plan for a width, and the lines that follow it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import pad, truncate, width
from ita_tui.ui.rows import AlikeRow, CategoryRow, ItemRow, Row
from ita_tui.ui.signs import Signs
from ita_tui.ui.widgets.painting import Line, state_role

if TYPE_CHECKING:
    from ita_tui.domain.status import State
    from ita_tui.services.found import Match

_MARGIN = 3
_NAME_ENOUGH = 44
_LABEL = 12
_WORDING = 24
_UNIT = 18
_COUNT = 6
_LONG_BAR = 10
_SHORT_BAR = 5
_CATEGORY_CODE = 5

_KEPT = 1 << 11
"""How many texts are kept as they fit in their columns: some screens full."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, in cells; without room, wording and unit are left out.

    Attributes:
        signs: What to draw with.
        code: The item's code.
        name: The item's name; it takes what the others leave.
        state: The state's short name.
        wording: The wording as the minutes have it.
        unit: The responsible unit.
        bar: A category's bar.
    """

    signs: Signs
    code: int
    name: int
    state: int
    wording: int
    unit: int
    bar: int

    @classmethod
    def plan(cls, cells: int, code: int, signs: Signs) -> Columns:
        """Share a width out: name first, then wording and unit as there is room.

        Args:
            cells: The width of the tree.
            code: The widest code, in cells.
            signs: What to draw with.
        """
        glyph = width(next(iter(signs.states.values())))
        name = cells - _MARGIN - (glyph + 1) - (code + 1) - (1 + _LABEL) - 1
        wording = _WORDING if name - _WORDING - 1 >= _NAME_ENOUGH else 0
        name -= wording + (1 if wording else 0)
        unit = _UNIT if name - _UNIT - 1 >= _NAME_ENOUGH else 0
        name -= unit + (1 if unit else 0)
        bar = _LONG_BAR if name >= _NAME_ENOUGH else _SHORT_BAR
        state = _LABEL if wording else max(_LABEL, _COUNT + bar)
        name -= state - _LABEL
        return cls(signs, code, max(name, 1), state, wording, unit, bar)

    def line(self, row: Row, match: Match | None = None) -> Line:
        """A row as a line, without the cursor's mark.

        Args:
            row: The row.
            match: Which part of an item a filter has found.
        """
        if isinstance(row, CategoryRow):
            return self._category(row)
        if isinstance(row, AlikeRow):
            return [(self.signs.opened + " ", "category"), (alike_label(), "category")]
        return self._item(row, match)

    def _item(self, row: ItemRow, match: Match | None) -> Line:
        item = row.item
        state = state_role(item.status.state)
        label = state_label(item.status.state)
        fields = [
            ("code", item.code, self.code, "muted"),
            ("name", item.name, self.name, "name"),
            ("state", label, self.state, state),
            ("wording", item.status.wording, self.wording, "muted"),
            ("unit", item.unit, self.unit, "muted"),
        ]
        line: Line = [(self.signs.states[item.status.state], state)]
        for field, text, cells, role in fields:
            if cells:
                found = match if match is not None and match.field == field else None
                line += [(" ", role), *_cell(text, cells, role, found)]
        return line

    def _category(self, row: CategoryRow) -> Line:
        arrow = self.signs.opened if row.opened else self.signs.closed
        count = f"{row.progress.finished}/{row.progress.total}"
        full, empty = self.signs.bar(row.progress.fraction, self.bar)
        # A heading begins where the glyphs of its items do, and so do the two right columns.
        glyph = width(next(iter(self.signs.states.values())))
        code = pad(clean(row.category.code), _CATEGORY_CODE)
        room = glyph + self.code + self.name + 1 - _CATEGORY_CODE
        name = truncate(clean(row.category.name), room)
        glyphs = self._glyphs(row.states, room - width(name) - 2)
        gap = room - width(name) - sum(width(text) for text, _role in glyphs)
        return [
            (arrow + " ", "category"),
            (code, "category"),
            (name, "category"),
            (" " * gap, ""),
            *glyphs,
            (" " + pad(count, _COUNT), "category"),
            (full, "bar"),
            (empty, "bar-empty"),
        ]

    def _glyphs(self, states: tuple[State, ...], room: int) -> Line:
        """The glyphs of a category's items, if there is room for all of them."""
        if len(states) > room:  # none is narrower than a cell: they need not be measured
            return []
        glyphs: Line = [(self.signs.states[state], state_role(state)) for state in states]
        return glyphs if sum(width(text) for text, _role in glyphs) <= room else []


def alike_label() -> str:
    """What stands above the items that a filter has found only without tone marks."""
    return _("Alike, tone marks aside")


def _cell(text: str, cells: int, role: str, match: Match | None) -> Line:
    """A text in its column, with what a filter has found in it, were it only behind the cut."""
    seen, shown = _fitted(text, cells)
    span = None if match is None else match.find(seen)
    if span is None:
        return [(shown, role)]
    start, end = span
    if shown[:end] != seen[:end]:
        end = len(shown.rstrip())
        start = min(start, end - 1)
    parts = [(shown[:start], role), (shown[start:end], "match"), (shown[end:], role)]
    return [part for part in parts if part[0]]


@lru_cache(maxsize=_KEPT)
def _fitted(text: str, cells: int) -> tuple[str, str]:
    """A text with nothing that a terminal obeys, and the same in its column.

    While a filter is typed, what is in sight is drawn anew with every letter.
    """
    seen = clean(text)
    return seen, pad(seen, cells)
