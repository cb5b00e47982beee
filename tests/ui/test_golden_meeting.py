"""The screens of a meeting as text: the minutes editor and the review, held against files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.checklist import Evidence
from ita_tui.domain.status import State, Status
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services import reviews
from ita_tui.services.meetings.holding import close
from ita_tui.services.seeds.loading import sample
from ita_tui.services.statuses import Edit
from tests.ui.editing import document, editing, go_to, opens_form
from tests.ui.test_golden import LANGUAGES, hold_against

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague

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
            await ui.until(lambda: "เรียนที่ประชุม สรุป" in document(ui), "the document should follow")
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


@LANGUAGES
@SIZES
async def test_the_review(
    start: Start, colleague: Colleague, language: str, size: tuple[int, int]
) -> None:
    i18n.use(language)
    reviews.decide(
        colleague.store,
        colleague.actor,
        "2566-10-31",
        colleague.store.read().checklist.items[11],
        Edit("status", Status.of(State.IN_PROGRESS)),
    )
    close(colleague.store, colleague.actor, "2566-10-31")
    colleague.sets("O12", "status", Status.of(State.DONE))
    colleague.sets("O12", "unit", "กองคลัง")
    colleague.sets("O12", "due", date(2024, 4, 30))
    colleague.sets("O12", "remark", "รอสิ้นรอบ 6 เดือน แล้วส่งให้งานนโยบายและแผนเผยแพร่")
    evidence = (Evidence("https://www.example.go.th/budget/report", "รายงานรอบแรก"),)
    colleague.sets("O12", "evidence", evidence)
    async with start(size=size) as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.press("enter")
        await ui.until(lambda: ui.dialog == "ReviewScreen", "the review should open")
        await ui.ask("g", "PromptScreen")
        await ui.type("12")
        await ui.press("enter")
        await ui.sees("www.example.go.th")
        hold_against(ui, f"review-{size[0]}x{size[1]}-{language}")


@LANGUAGES
async def test_taking_over_edited_minutes(start: Start, language: str) -> None:
    i18n.use(language)
    found = sample()
    text = render_minutes(found.meetings[-1], found.checklist, Digits.THAI)
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
    Path("minutes.md").write_text(text, "utf-8")
    async with start(size=(80, 24)) as ui:
        await ui.ask("i", "ImportScreen")
        await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
        await ui.type("minutes.md")
        await ui.press("enter")
        await ui.sees("O3 อำนาจอื่น")
        await ui.settle()
        hold_against(ui, f"import-80x24-{language}")


EDITS = (
    ("ณ ห้องประชุม", "ณ หอประชุม"),
    ("| O2 | ข้อมูลผู้บริหาร | ๑๐๐ | ดำเนินการเป็นปัจจุบัน |", "| O2 | ข้อมูลผู้บริหาร | ๑๐๐ | รอดำเนินการ |"),
    ("| O3 | อำนาจหน้าที่ |", "| O3 | อำนาจอื่น |"),
)
"""What somebody changed by hand: a place, a status, and a name that is not understood."""


@LANGUAGES
async def test_choosing_a_meeting(start: Start, colleague: Colleague, language: str) -> None:
    i18n.use(language)
    (first,) = colleague.store.read().meetings
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(first, id="2566-10-31b"))
        tx.put_meeting(replace(first, id="2566-11-07", name="คณะทำงานเตรียมเอกสาร"))
    close(colleague.store, colleague.actor, "2566-10-31")
    async with start(size=(80, 24)) as ui:
        await editing(ui)
        await ui.ask("o", "ChooseMeetingScreen")
        await ui.settle()
        hold_against(ui, f"chooser-80x24-{language}")
