"""Terminals of 16 colours, and of none: each theme as they can show it.

The nearest of 16 colours to a calm one is often the colour of the ground, and what is chosen then
looks like what is not. So the colours of the themes have a number of their own here, the ground of
what is chosen is blue, and without colours that is shown with ink and ground exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import dist
from typing import TYPE_CHECKING

from rich._palettes import STANDARD_PALETTE
from rich.color import Color
from rich.style import Style
from textual.filter import LineFilter

from ita_tui.ui.themes import CONTRAST, DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from rich.color_triplet import ColorTriplet
    from rich.segment import Segment
    from textual.color import Color as Shade

CHOSEN = 4
"""Blue, the ground of what is chosen; white stands on it."""
WHITE, FAINT = 15, 8

_RAISED = 1.6
"""The contrast to the ground of everything else that tells what is chosen."""
_FADED = 4.4
"""What has less contrast to its ground is no text to be read: a rule, or below a dialog."""
_SAME = 16
"""How far apart two colours may be to count as the same one."""
_LINEAR = 0.04045

_DARK_INKS = {
    "foreground": WHITE,
    "accent": 14,
    "muted": 7,
    "match": 11,
    "success": 10,
    "warning": 11,
    "error": 9,
    "rule": FAINT,
    "bar-empty": FAINT,
    "state-unset": 7,
    "state-not-started": 9,
    "state-waiting": 11,
    "state-in-progress": 13,
    "state-done": 10,
    "state-current": 14,
}


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme in 16 colours, by their numbers.

    Attributes:
        ground: What everything stands on.
        ink: What is written with, unless there is something to tell.
        inks: What each colour of the theme is written with.
        bold: What is bold instead of each ink: many terminals brighten what is bold, and on a
            light ground that takes its contrast away. An ink that is not here stays as it is;
            None stands for an ink that is not to be bold.
    """

    ground: int
    ink: int
    inks: Mapping[str, int]
    bold: Mapping[int, int | None]


PALETTES = {
    DARK.name: Palette(0, WHITE, _DARK_INKS, {}),
    CONTRAST.name: Palette(
        0,
        WHITE,
        _DARK_INKS
        | {"error": WHITE, "rule": 7, "state-not-started": WHITE}
        | {"state-in-progress": 14, "state-current": 10},
        {},
    ),
    LIGHT.name: Palette(
        WHITE,
        0,
        dict.fromkeys(_DARK_INKS, 0)
        | {"accent": 4, "match": 5, "warning": 5, "error": 1, "rule": FAINT, "bar-empty": FAINT}
        | {"state-not-started": 1, "state-waiting": 5, "state-in-progress": 4},
        {0: 4, 1: None, 5: None},
    ),
}
"""Each theme in 16 colours. On white only black, red, blue and magenta can be read."""

_KNOWN = {theme.name: theme for theme in THEMES}
_NUMBERS_IN_ORDER = [Color.from_triplet(STANDARD_PALETTE[number]) for number in range(16)]
_NUMBERS = frozenset(_NUMBERS_IN_ORDER)


class FewColours(LineFilter):
    """Draws a theme with 16 colours, or with none."""

    def __init__(self, theme: str, *, sixteen: bool) -> None:
        """Name the theme in use.

        Args:
            theme: Its name.
            sixteen: Whether there are 16 colours; else there are none.
        """
        super().__init__()
        self._how = theme, sixteen

    def __eq__(self, other: object) -> bool:
        """Whether the other does the same: Textual keeps what a filter has made of a line."""
        return isinstance(other, FewColours) and other._how == self._how

    def __hash__(self) -> int:
        """The same for those that do the same."""
        return hash(self._how)

    def apply(self, segments: list[Segment], background: Shade) -> list[Segment]:  # noqa: ARG002 (Textual's own signature)
        """The same segments with the colours that there are."""
        theme, sixteen = self._how
        drawn = _with_sixteen if sixteen else _with_none
        return [
            segment
            if segment.style is None
            else segment._replace(style=drawn(segment.style, theme))
            for segment in segments
        ]


@lru_cache(maxsize=2048)
def _with_sixteen(style: Style, theme: str) -> Style:
    palette = PALETTES[theme]
    if style.color in _NUMBERS and style.bgcolor in _NUMBERS:
        return style  # a line that has been here before, and has a screen over it now
    kind = _ground_of(style, theme)
    ground, bold = palette.ground, style.bold
    if kind == "chosen":
        ground, ink = CHOSEN, WHITE
    elif kind == "exchanged":
        ground, ink = palette.ink, palette.ground
    else:
        ink = _ink_of(style, theme)
        if bold and ink in palette.bold:
            brighter = palette.bold[ink]
            ink, bold = (ink, False) if brighter is None else (brighter, True)
    return style + Style(color=_number(ink), bgcolor=_number(ground), bold=bold)


@lru_cache(maxsize=2048)
def _with_none(style: Style, theme: str) -> Style:
    turned = _ground_of(style, theme) != "plain"
    return Style(
        bold=style.bold,
        dim=not turned and _is_faded(style),
        italic=style.italic,
        underline=style.underline,
        reverse=bool(style.reverse) != turned,
    )


def _ground_of(style: Style, theme: str) -> str:
    """What the ground tells: `chosen`, `exchanged` with the ink as under a cursor, or `plain`."""
    if style.bgcolor is None:
        return "plain"
    ground, known = style.bgcolor.get_truecolor(), _KNOWN[theme]
    if dist(ground, _triplet(known.foreground)) <= _SAME:
        return "exchanged"
    is_cursor = ground == _triplet(known.variables["cursor"])
    raised = _contrast(ground, _triplet(known.background)) >= _RAISED
    return "chosen" if is_cursor or raised else "plain"


def _ink_of(style: Style, theme: str) -> int:
    """The number of the colour that a text on a plain ground is written with."""
    palette = PALETTES[theme]
    if style.color is None:
        return palette.ink
    ink = style.color.get_truecolor()
    inks = _inks(theme)
    name = min(inks, key=lambda one: dist(inks[one], ink))
    return palette.inks[name] if dist(inks[name], ink) <= _SAME else FAINT


@cache
def _inks(theme: str) -> dict[str, ColorTriplet]:
    """The colours of a theme that something is written with, by name."""
    known = _KNOWN[theme]
    return {
        name: _triplet(known.variables.get(name) or getattr(known, name)) for name in _DARK_INKS
    }


@cache
def _triplet(colour: str | None) -> ColorTriplet:
    return Color.parse(colour or "default").get_truecolor()


def _number(number: int) -> Color:
    """One of the 16 colours, by what Rich takes it for: Textual tints no numbers."""
    return _NUMBERS_IN_ORDER[number]


def _is_faded(style: Style) -> bool:
    if style.color is None or style.bgcolor is None:
        return False
    return _contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor()) < _FADED


def _contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The ratio of contrast, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: ColorTriplet) -> float:
    """The relative luminance, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
