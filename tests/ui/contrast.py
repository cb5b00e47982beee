"""Contrast of what is drawn, in every kind of terminal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from textual.color import Color

from ita_tui.ui.few_colours import FewColours

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from tests.ui.driver import Driver

ENOUGH = {"ita-dark": 4.5, "ita-light": 4.5, "ita-contrast": 7}
"""The least contrast of text (WCAG 2.2, 1.4.3 and 1.4.6)."""

SIXTEEN = {
    "xterm": (
        *("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"),
        *("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
    ),
    "PuTTY": (
        *("000000", "bb0000", "00bb00", "bbbb00", "0000bb", "bb00bb", "00bbbb", "bbbbbb"),
        *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
    ),
    "VGA": (
        *("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa"),
        *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
    ),
}
"""What terminals show for the 16 colours."""
DRAWN = set("─│┼┬┴├┤╭╮╰╯━▌▔▁▂▃▄▅▆▇█▎")
"""What is no text: rules, bars, scroll bars."""


def linear_of(colour: ColorTriplet) -> list[float]:
    """Linear red, green and blue, from 0 to 1."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    ]


@cache
def luminance(colour: ColorTriplet) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = linear_of(colour)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def triplet(text: str) -> ColorTriplet:
    """A colour written as `#rrggbb`."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return ColorTriplet(red, green, blue)


def faint(ui: Driver, strips: list[Strip]) -> set[tuple[str, str]]:
    """Texts with too little contrast in a kind of terminal, and how much it is."""
    theme = ui.app.theme
    return {
        (segment.text.strip(), f"{name}: {ratio:.2f}")
        for segment in (one for strip in strips for one in strip)
        if segment.style is not None and (set(segment.text) - {" ", *DRAWN})
        for name, ratio in ratios(segment.style, theme).items()
        if ratio < ENOUGH[theme]
    }


@cache
def ratios(style: Style, theme: str) -> dict[str, float]:
    """The contrast of a style in each kind of terminal."""
    found = {}
    for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT):
        assert style.color is not None
        assert style.bgcolor is not None
        ink, ground = style.color.downgrade(system), style.bgcolor.downgrade(system)
        found[system.name] = contrast(ink.get_truecolor(), ground.get_truecolor())
    [few] = FewColours(theme, sixteen=True).apply([Segment("x", style)], Color(0, 0, 0))
    for name, palette in SIXTEEN.items():
        assert few.style is not None
        found[name] = contrast(*shown(few.style, palette))
    return found


def shown(style: Style, palette: tuple[str, ...]) -> tuple[ColorTriplet, ColorTriplet]:
    """Ink and ground in a terminal of 16 colours, which brightens what is bold."""
    ink, ground = (
        colour.downgrade(ColorSystem.STANDARD).number
        for colour in (style.color, style.bgcolor)
        if colour is not None
    )
    assert ink is not None
    assert ground is not None
    ink += 8 if style.bold and ink < 8 else 0
    return triplet(f"#{palette[ink]}"), triplet(f"#{palette[ground]}")
