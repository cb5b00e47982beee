"""The lists of texts in the minutes: problems, and what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.editing import document, editing, go_to, opens_form, path, saved, shuts

if TYPE_CHECKING:
    from tests.ui.driver import Driver


@pytest.mark.parametrize("field", ["problems", "next_steps"])
async def test_a_text_is_added_and_stands_in_the_document(ui: Driver, field: str) -> None:
    before = getattr(saved(ui), field)
    await editing(ui)
    await go_to(ui, field, len(before) - 1)
    await opens_form(ui, "a")
    await ui.fill("field-value", "ติดตามทุกเดือน")
    await ui.press("f2")
    await shuts(ui)
    assert getattr(saved(ui), field) == (*before, "ติดตามทุกเดือน")
    assert path(ui) == (field, len(before))
    await ui.until(lambda: "(๓) ติดตามทุกเดือน" in document(ui), "the document should follow")
