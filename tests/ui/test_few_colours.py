"""Terminals of 16 colours and of none: what is chosen is seen, and what lies below stays below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import ColorSystem
from textual import constants

from ita_tui.ui.few_colours import CHOSEN, PALETTES
from ita_tui.ui.themes import THEMES

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.theme import Theme

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

pytestmark = pytest.mark.usefixtures("folder")


def segments(ui: Driver, text: str) -> list[Segment]:
    """Everything of the lines with a text in them."""
    return [one for strip in ui.strips() if text in strip.text for one in strip]


def grounds(found: list[Segment]) -> set[int | None]:
    """The numbers of the grounds."""
    colours = (one.style.bgcolor for one in found if one.style is not None)
    return {one.downgrade(ColorSystem.STANDARD).number for one in colours if one is not None}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_with_16_colours_the_chosen_row_has_a_ground_of_its_own(
    start: Start, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "standard")
    ground = PALETTES[theme.name].ground
    async with start() as ui:
        ui.app.theme = theme.name
        await ui.open("O4")
        assert grounds(segments(ui, "O4 ")) == {CHOSEN, ground}, "the rest is what lies beside it"
        assert grounds(segments(ui, "O5 ")) == {ground}
        await ui.ask("s", "ChooseStatusScreen")
        await ui.press("end", "up")
        assert CHOSEN in grounds(segments(ui, "ดำเนินการเป็นปัจจุบัน"))
        assert CHOSEN not in grounds(segments(ui, "ระหว่างดำเนินการ")), "another choice"
        assert grounds(segments(ui, "O1 ")) == {ground}, "what lies below the dialog"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_without_colours_the_chosen_row_is_turned_round(
    start: Start, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start() as ui:
        ui.app.theme = theme.name
        await ui.open("O4")
        await ui.ask("s", "ChooseStatusScreen")
        await ui.press("end", "up")
        styles = [one.style for strip in ui.strips() for one in strip if one.style]
        assert {(one.color, one.bgcolor) for one in styles} == {(None, None)}
        assert any(one.style and one.style.reverse for one in segments(ui, "ดำเนินการเป็นปัจจุบัน"))
        assert not any(one.style and one.style.reverse for one in segments(ui, "ระหว่างดำเนินการ"))
        await ui.press("escape")
        await ui.answered()
        assert any(one.style and one.style.reverse for one in segments(ui, "O4 "))
