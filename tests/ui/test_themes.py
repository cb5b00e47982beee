"""Contrast: every text can be read on every ground it stands on, in both themes."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
from rich.color_triplet import ColorTriplet

from ita_tui.ui.themes import THEMES

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.theme import Theme

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

ENOUGH = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""

TEXTS = ("muted", "match", "foreground", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "cursor")
DRAWN = set("─│╭╮╰╯━▌▔▁▂▃▄▅▆▇█▎")
"""What is no text: rules, bars, scroll bars."""


def colours(theme: Theme) -> dict[str, str]:
    """Every colour of a theme by its name."""
    named = {
        "foreground": theme.foreground,
        "background": theme.background,
        "surface": theme.surface,
        "accent": theme.accent,
        "success": theme.success,
        "warning": theme.warning,
        "error": theme.error,
    }
    return {**{name: value or "" for name, value in named.items()}, **theme.variables}


@cache
def luminance(colour: ColorTriplet) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def triplet(text: str) -> ColorTriplet:
    """A colour written as `#rrggbb`."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return ColorTriplet(red, green, blue)


def pairs() -> list[tuple[str, str, str]]:
    """Every text on every ground, in each theme."""
    return [
        (theme.name, text, ground)
        for theme in THEMES
        for text, ground in product(
            [*TEXTS, *(name for name in theme.variables if name.startswith("state-"))], GROUNDS
        )
    ]


def faint(strips: list[Strip]) -> set[tuple[str, str]]:
    """Texts with too little contrast, and how much it is."""
    found = set()
    for segment in (one for strip in strips for one in strip):
        text = segment.text.strip()
        style = segment.style
        if not text or set(text) <= DRAWN or style is None:
            continue
        assert style.color is not None
        assert style.bgcolor is not None
        ratio = contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor())
        if ratio < ENOUGH:
            found.add((text, f"{ratio:.2f}"))
    return found


def test_the_formula_gives_the_known_ratios() -> None:
    assert contrast(triplet("#000000"), triplet("#ffffff")) == pytest.approx(21)
    assert contrast(triplet("#777777"), triplet("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(triplet("#808080"), triplet("#808080")) == pytest.approx(1)


@pytest.mark.parametrize(("theme", "text", "ground"), pairs())
def test_a_text_can_be_read_on_a_ground(theme: str, text: str, ground: str) -> None:
    known = colours(next(one for one in THEMES if one.name == theme))
    assert contrast(triplet(known[text]), triplet(known[ground])) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_states_are_told_apart_from_the_ground_of_a_bar(theme: Theme) -> None:
    """A bar is a picture of a number that stands beside it; it must still be seen."""
    known = colours(theme)
    assert contrast(triplet(known["accent"]), triplet(known["bar-empty"])) >= 2


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_everything_on_the_screens_can_be_read(start: Start, theme: Theme) -> None:
    async with start() as ui:
        ui.app.theme = theme.name
        await ui.open("O12")
        assert faint(ui.strips()) == set()
        await ui.find("")
        await look(ui, "the filter's hint")
        await ui.type("ผู้")
        await ui.until(lambda: "O2" in ui.codes(), "the filter should work")
        assert faint(ui.strips()) == set()
        await ui.press("escape")
        for key, dialog in [
            ("s", "ChooseStatusScreen"),
            ("e", "EditScreen"),
            ("x", "ExportScreen"),
            ("?", "HelpScreen"),
            ("h", "HistoryScreen"),
            ("ctrl+p", "CommandPalette"),
        ]:
            await ui.ask(key, dialog)
            if dialog == "EditScreen":
                await ui.fill("due", "never")
                await ui.press("enter")
            await look(ui, dialog)
            await ui.press("escape")
            if ui.dialog != "MainScreen":
                await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked")
                await look(ui, "ConfirmScreen")
                await ui.choose("Yes")
            await ui.answered()


async def look(ui: Driver, what: str) -> None:
    """Check the contrast of what stands in the dialog on top; what lies below is dimmed."""
    await ui.pilot.pause()
    assert faint(ui.top_strips()) == set(), what
