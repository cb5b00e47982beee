"""The screens of a meeting as text: the minutes editor, held against files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from tests.ui.editing import document, editing, go_to, opens_form
from tests.ui.test_golden import LANGUAGES, hold_against

if TYPE_CHECKING:
    from tests.ui.conftest import Start

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@LANGUAGES
@SIZES
async def test_the_parts_of_a_meeting(start: Start, language: str, size: tuple[int, int]) -> None:
    i18n.use(language)
    async with start(size=size) as ui:
        await editing(ui)
        await go_to(ui, "attendees", 2)
        hold_against(ui, f"minutes-{size[0]}x{size[1]}-{language}")


@LANGUAGES
@SIZES
async def test_writing_a_statement(start: Start, language: str, size: tuple[int, int]) -> None:
    i18n.use(language)
    async with start(size=size) as ui:
        await editing(ui)
        await go_to(ui, "agenda", 3, "statements", 2)
        await opens_form(ui)
        await ui.press("tab")
        await ui.type("เรียนที่ประชุม ")
        if size[0] > 100:
            await ui.until(lambda: "เรียนที่ประชุม" in document(ui), "the document should follow")
        await ui.settle()
        hold_against(ui, f"statement-{size[0]}x{size[1]}-{language}")


@LANGUAGES
async def test_a_person_and_the_document_on_a_narrow_screen(start: Start, language: str) -> None:
    i18n.use(language)
    async with start(size=(80, 24)) as ui:
        await editing(ui)
        await go_to(ui, "attendees", 0)
        await opens_form(ui)
        await ui.go_to("field-role")
        hold_against(ui, f"person-80x24-{language}")
        await ui.press("escape", "tab")
        await ui.sees("ลำดับ")
        hold_against(ui, f"document-80x24-{language}")
