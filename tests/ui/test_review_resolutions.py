"""What the meeting resolves on an item: chosen, typed, kept when the line drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Paste

from ita_tui.domain.status import State, Status
from ita_tui.services.meetings import holding as meetings
from ita_tui.services.reviews import resolve
from ita_tui.ui.screens.write_text import WriteTextScreen
from tests.ui.test_review import data, reviewing
from tests.ui.test_review_meeting import at, page

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver


async def test_a_resolution_is_chosen_typed_and_cleared(ui: Driver) -> None:
    await reviewing(ui)
    await ui.ask("r", "WriteTextScreen")
    await ui.choose("รับทราบ")
    await ui.until(lambda: "Decided now: ยังไม่ได้ดำเนินการ · รับทราบ" in page(ui), "it should be shown")
    (decision,) = data(ui).meetings[-1].decisions
    assert (decision.code, decision.remark) == ("O1", "รับทราบ")
    assert ui.saved("O1").remark == ""
    await ui.ask("r", "WriteTextScreen")
    await ui.until(lambda: ui.focused == "text", "the text should have the keyboard")
    await ui.type(" and more")
    await ui.press("f2")
    await ui.until(lambda: "รับทราบ and more" in page(ui), "it should be shown")
    await ui.ask("r", "WriteTextScreen")
    await ui.press(*["backspace"] * 20, "f2")
    await ui.until(lambda: "Decided now" not in page(ui), "it should be gone")
    assert data(ui).meetings[-1].decisions == ()


async def test_a_resolution_is_typed_right_away(ui: Driver) -> None:
    await reviewing(ui)
    await ui.ask("r", "WriteTextScreen")
    await ui.type("เห็นควรเร่งรัด")
    ui.app.post_message(Paste(" น้ำ"))
    await ui.settle()
    await ui.press("f2")
    await ui.until(lambda: data(ui).meetings[-1].decisions, "it should be saved")
    (decision,) = data(ui).meetings[-1].decisions
    assert decision.remark == "เห็นควรเร่งรัด น้ำ"


async def test_a_resolution_is_pasted_right_away(ui: Driver) -> None:
    await reviewing(ui)
    await ui.ask("r", "WriteTextScreen")
    ui.app.post_message(Paste("เห็นควรเร่งรัด"))
    await ui.settle()
    await ui.press("f2")
    await ui.until(lambda: data(ui).meetings[-1].decisions, "it should be saved")
    (decision,) = data(ui).meetings[-1].decisions
    assert decision.remark == "เห็นควรเร่งรัด"


async def test_a_resolution_beside_a_decision_keeps_both(ui: Driver) -> None:
    await reviewing(ui)
    await ui.press("4", "backspace")
    await at(ui, "O1")
    await ui.ask("r", "WriteTextScreen")
    await ui.choose("เห็นชอบ")
    await ui.until(lambda: "เห็นชอบ" in page(ui), "it should be shown")
    (decision,) = data(ui).meetings[-1].decisions
    assert decision.after == Status.of(State.DONE)
    assert decision.remark == "เห็นชอบ"


async def test_two_resolutions_on_one_item_are_asked_about(
    ui: Driver, colleague: Colleague
) -> None:
    screen = await reviewing(ui)
    screen._look = lambda: None  # type: ignore[method-assign]  # (the poll has not come yet)
    await ui.ask("r", "WriteTextScreen")
    item = ui.saved("O1")
    resolve(colleague.store, colleague.actor, "2566-10-31", item, "ไม่เห็นชอบ", seen="")
    await ui.choose("เห็นชอบ")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "it should be asked about")
    await ui.choose("Write mine over it")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be answered")
    await ui.until(
        lambda: [one.remark for one in data(ui).meetings[-1].decisions] == ["เห็นชอบ"],
        "one's own should be there",
    )


async def types_a_resolution(ui: Driver) -> None:
    """Type one on O2 until the line drops."""
    await reviewing(ui)
    await ui.press("enter")
    await at(ui, "O2")
    await ui.ask("r", "WriteTextScreen")
    await ui.type("half")
    assert isinstance(ui.app.screen, WriteTextScreen)
    ui.app.screen.keep_draft()


async def test_a_resolution_typed_when_the_line_dropped_is_offered_again(start: Start) -> None:
    async with start() as ui:
        await types_a_resolution(ui)
    async with start() as ui:
        await ui.sees("You were typing a resolution on O2 when the line dropped. Go on?")
        await ui.press("n")
        await ui.until(lambda: ui.dialog == "MainScreen", "it should be left for later")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered still")
        await ui.press("y")
        await ui.until(lambda: ui.dialog == "WriteTextScreen", "the form should open")
        assert ui.value("text") == "half"
        await ui.press("f2")
        await ui.until(lambda: "half" in page(ui), "it should be shown")
        await at(ui, "O2")
    (decision,) = data(ui).meetings[-1].decisions
    assert (decision.code, decision.remark) == ("O2", "half")
    async with start() as ui:
        await reviewing(ui)  # nothing is asked any more


async def test_what_a_colleague_resolved_since_the_line_dropped_is_asked_about(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await types_a_resolution(ui)
    item = colleague.store.read().checklist.item("O2")
    assert item is not None
    resolve(colleague.store, colleague.actor, "2566-10-31", item, "ไม่เห็นชอบ", seen="")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered")
        await ui.press("y")
        await ui.until(lambda: ui.dialog == "WriteTextScreen", "the form should open")
        await ui.ask("f2", "ConflictScreen")
        await ui.choose("Keep the other value")
        await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be answered")
    assert [one.remark for one in data(ui).meetings[-1].decisions] == ["ไม่เห็นชอบ"]


async def test_a_resolution_in_a_meeting_that_is_closed_by_now_is_not_offered(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await types_a_resolution(ui)
    meetings.close(colleague.store, colleague.actor, "2566-10-31")
    async with start() as ui:
        await ui.until(lambda: "`ita-tui drafts` shows it" in ui.status_line, "it should be said")
        assert ui.dialog == "MainScreen"
