"""Taking back what was written in the minutes: the cursor goes to what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.editing import editing, go_to, opens_form, path, shuts

if TYPE_CHECKING:
    from tests.ui.driver import Driver


async def test_undo_and_redo_go_to_what_they_change(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 3, "statements", 1)
    await opens_form(ui)
    await ui.fill("field-speaker", "ผู้ช่วย")
    await ui.press("f2")
    await shuts(ui)
    for key in ("u", "U"):
        await ui.press("home")
        await ui.until(lambda: path(ui) == ("name",), "the cursor should be away")
        await ui.press(key)
        await ui.until(
            lambda: path(ui) == ("agenda", 3, "statements", 1), f"{key} should go to the statement"
        )
