"""What a key costs beside a long document: only what changed is laid out, once for many keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.minutes import terminal
from ita_tui.services.meetings.edits import edit_meeting
from ita_tui.ui.widgets import document as pane
from tests.ui.editing import document, editing, go_to, opens_form, saved, screen

if TYPE_CHECKING:
    from ita_tui.minutes.terminal import TextLine
    from tests.ui.driver import Colleague, Driver

STATEMENTS = 150
"""About 60 pages."""


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The blocks that were laid out, from the first to the last."""
    blocks: list[str] = []

    def counted(block: str, cells: int) -> list[TextLine]:
        blocks.append(block)
        return terminal.block_lines(block, cells)

    monkeypatch.setattr(pane, "block_lines", counted)
    return blocks


def grows(colleague: Colleague) -> None:
    """The sample's meeting becomes one of 60 pages."""
    seen = colleague.store.read().meetings[-1]
    item = seen.agenda[3]
    said = tuple(
        replace(item.statements[1], text=f"{item.statements[1].text}\n\n{number}")
        for number in range(STATEMENTS)
    )
    longer = replace(item, statements=said)
    after = replace(seen, agenda=(*seen.agenda[:3], longer, *seen.agenda[4:]))
    edit_meeting(colleague.store, colleague.actor, seen, after)


async def test_a_key_lays_out_only_the_block_that_it_changes(
    ui: Driver, colleague: Colleague, laid_out: list[str]
) -> None:
    grows(colleague)
    await editing(ui)
    await ui.until(lambda: len(laid_out) > STATEMENTS, "the document should be laid out")
    await go_to(ui, "agenda", 3, "statements", 70)
    await opens_form(ui)
    await ui.press("tab")
    await ui.settle()
    laid_out.clear()
    await ui.type("Z")
    await ui.until(lambda: "    Z" in document(ui), "the document should follow")
    assert len(laid_out) == 1


async def test_many_keys_at_once_show_the_document_a_few_times(
    ui: Driver, laid_out: list[str]
) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 0, "statements", 0)
    await opens_form(ui)
    await ui.press("tab")
    await ui.settle()
    laid_out.clear()
    typed = "The secretary writes faster than anybody can look."
    await ui.type(typed)
    await ui.until(lambda: typed in document(ui).replace("\n", " "), "the document should follow")
    assert len(laid_out) < len(typed)


async def test_a_document_out_of_sight_is_not_made(
    ui: Driver, laid_out: list[str], colleague: Colleague
) -> None:
    await ui.resize(80, 24)
    await editing(ui)
    assert laid_out == []
    seen = saved(ui)
    edit_meeting(colleague.store, colleague.actor, seen, replace(seen, place="elsewhere"))
    await ui.until(lambda: ui.shows("elsewhere"), "the change should arrive")
    assert laid_out == []
    assert screen(ui).has_class("-narrow")
