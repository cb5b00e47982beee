"""Export, import into an empty folder, export again: the same bytes, through the command line."""

from __future__ import annotations

import contextlib
import io
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.cli.main import main
from ita_tui.domain.category import Category
from ita_tui.domain.event import Actor
from ita_tui.domain.meeting import AgendaItem, FrozenItem
from ita_tui.domain.text import clean_lines
from ita_tui.services.meetings.edits import cleaned
from ita_tui.services.workspace import Workspace
from tests.minutes.generated import TEXT, checklists, meetings, statuses

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import Meeting

SOMEBODY = Actor("กองคลัง", "tester", "office", "s")
KEPT = TEXT.map(clean_lines)


@st.composite
def whole(draw: st.DrawFn) -> tuple[Checklist, Meeting]:
    """A checklist and a meeting whose minutes show all of it, as a folder may hold them."""
    shown = draw(checklists(KEPT).filter(lambda one: bool(one.items)))
    items = tuple(replace(one, category="9.9") for one in shown.items)
    categories = (Category("9.9", draw(KEPT)),)
    agency = f"เทศบาล {shown.agency}"
    checklist = replace(shown, agency=agency, categories=categories, items=items)
    meeting = cleaned(draw(meetings(KEPT)))
    agenda = (*meeting.agenda, AgendaItem(draw(KEPT), shows_checklist=True))
    frozen = None
    if meeting.frozen is not None:
        frozen = tuple(
            FrozenItem(one.code, draw(statuses(KEPT)), one.remark, one.previous_score)
            for one in items
        )
    return checklist, replace(meeting, agenda=agenda, frozen=frozen)


def run(*arguments: str) -> int:
    """Run a command; what it says does not matter here."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*arguments, "--lang", "en"])


@given(whole(), st.sampled_from(["thai", "arabic"]))
@settings(max_examples=40, deadline=None)
def test_minutes_come_back_as_the_same_bytes(both: tuple[Checklist, Meeting], digits: str) -> None:
    checklist, meeting = both
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Workspace(folder / "first").create(checklist, (meeting,), SOMEBODY)
        files = [folder / "once.md", folder / "twice.md"]
        for data, file in zip(("first", "second"), files, strict=True):
            if data == "second":
                assert run("--data", str(folder / data), "import", str(files[0])) == 0
            written = ("export", "minutes", "--digits", digits, "-o", str(file))
            assert run("--data", str(folder / data), *written) == 0
        assert files[1].read_bytes() == files[0].read_bytes()
