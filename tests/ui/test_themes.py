"""Contrast: every text can be read on every ground it stands on, by every reader, in each theme."""

from __future__ import annotations

from itertools import combinations, product
from math import dist
from typing import TYPE_CHECKING

import pytest
from rich.style import Style

from ita_tui.domain.status import State
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import width
from ita_tui.ui.signs import ASCII, UNICODE, Signs
from ita_tui.ui.themes import BY_NAME, THEMES, following
from tests.ui.contrast import ENOUGH, contrast, faint, linear_of, ratios, triplet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.color_triplet import ColorTriplet
    from textual.theme import Theme

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

APART = 12
"""The least difference of two states' colours (CIE 1976); about 2.3 can just be seen."""

DEFICIENCIES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What linear red, green and blue become for a reader (Machado, Oliveira and Fernandes, 2009)."""

TEXTS = ("muted", "match", "foreground", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "cursor")


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


def lab(linear: list[float]) -> list[float]:
    """CIELAB of linear sRGB, for a white of D65."""
    to_xyz = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1, 1.08883)
    parts = [sumprod(row, linear) / most for row, most in zip(to_xyz, white, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def seen(colour: ColorTriplet, reader: str) -> list[float]:
    """CIELAB of a colour as a reader sees it."""
    parts = (sumprod(row, linear_of(colour)) for row in DEFICIENCIES[reader])
    return lab([min(max(part, 0), 1) for part in parts])


def sumprod(one: Iterable[float], other: Iterable[float]) -> float:
    """The sum of products, pair by pair."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def pairs() -> list[tuple[str, str, str]]:
    """Every text on every ground, in each theme."""
    return [
        (theme.name, text, ground)
        for theme in THEMES
        for text, ground in product(
            [*TEXTS, *(name for name in theme.variables if name.startswith("state-"))], GROUNDS
        )
    ]


def test_the_formula_gives_the_known_ratios() -> None:
    assert contrast(triplet("#000000"), triplet("#ffffff")) == pytest.approx(21)
    assert contrast(triplet("#777777"), triplet("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(triplet("#808080"), triplet("#808080")) == pytest.approx(1)


@pytest.mark.parametrize(("theme", "text", "ground"), pairs())
def test_a_text_can_be_read_on_a_ground(theme: str, text: str, ground: str) -> None:
    """With all colours, with the 256 that a line without COLORTERM has, and with 16."""
    known = colours(next(one for one in THEMES if one.name == theme))
    for bold in (False, True):
        style = Style(color=known[text], bgcolor=known[ground], bold=bold)
        assert min(ratios(style, theme).values()) >= ENOUGH[theme], ratios(style, theme)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_states_are_told_apart_from_the_ground_of_a_bar(theme: Theme) -> None:
    """A bar is a picture of a number that stands beside it; it must still be seen."""
    known = colours(theme)
    assert contrast(triplet(known["accent"]), triplet(known["bar-empty"])) >= 2


@pytest.mark.parametrize("reader", DEFICIENCIES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_colours_of_the_states_stay_apart_for_every_reader(theme: Theme, reader: str) -> None:
    states = {name: value for name, value in theme.variables.items() if name.startswith("state-")}
    assert len(states) == len(State)
    close = {
        (one, other): difference
        for one, other in combinations(states, 2)
        if (
            difference := dist(
                seen(triplet(states[one]), reader), seen(triplet(states[other]), reader)
            )
        )
        < APART
    }
    assert close == {}


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_state_is_told_by_its_colour_alone(signs: Signs) -> None:
    assert len({*signs.states.values()}) == len(State)
    assert len({state_label(state) for state in State}) == len(State)
    assert len({width(glyph) for glyph in signs.states.values()}) == 1


def test_a_reader_without_red_sees_red_and_green_alike() -> None:
    red, green = triplet("#a05030"), triplet("#707030")
    assert dist(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 12
    assert dist(seen(red, "none"), seen(green, "none")) > 30


def test_each_theme_leads_to_the_next_and_has_a_name() -> None:
    assert [following(theme.name) for theme in THEMES] == [
        "ita-light",
        "ita-contrast",
        "ita-dark",
    ]
    assert list(BY_NAME) == ["dark", "light", "contrast"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_everything_on_the_screens_can_be_read(start: Start, theme: Theme) -> None:
    async with start() as ui:
        ui.app.theme = theme.name
        await ui.open("O12")
        assert faint(ui, ui.strips()) == set()
        await ui.find("")
        await look(ui, "the filter's hint")
        await ui.type("ผู้")
        await ui.until(lambda: "O2" in ui.codes(), "the filter should work")
        assert faint(ui, ui.strips()) == set()
        await ui.press("escape")
        for key, dialog in [
            ("s", "ChooseStatusScreen"),
            ("e", "EditScreen"),
            ("x", "ExportScreen"),
            ("?", "HelpScreen"),
            ("h", "HistoryScreen"),
            ("b", "RestoreScreen"),
            ("r", "ChooseMeetingScreen"),
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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_the_screens_of_a_meeting_can_be_read(start: Start, theme: Theme) -> None:
    async with start(size=(120, 40), notifications=True) as ui:
        ui.app.theme = theme.name
        await ui.open("O12")
        await ui.press("v", "down", "v", "ctrl+c")
        await ui.sees("Press q in the list")
        assert faint(ui, ui.strips()) == set(), "marks, and a note in the corner"
        await ui.press("escape")
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.ask("enter", "ReviewScreen")
        await ui.press("2", "c")
        await ui.sees("1 decided")
        assert faint(ui, ui.strips()) == set(), "the review"
        await ui.ask("escape", "MainScreen")
        await ui.press("m")
        await ui.until(lambda: ui.dialog == "MinutesScreen", "the minutes should open")
        await ui.settle()
        assert faint(ui, ui.strips()) == set(), "the minutes"
        await ui.press("enter")
        await ui.settle()
        assert faint(ui, ui.strips()) == set(), "a part in the form"


async def look(ui: Driver, what: str) -> None:
    """Check the contrast of what stands in the dialog on top; what lies below is dimmed."""
    await ui.pilot.pause()
    assert faint(ui, ui.top_strips()) == set(), what
