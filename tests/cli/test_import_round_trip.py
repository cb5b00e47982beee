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
from ita_tui.domain.checklist import Checklist
from ita_tui.domain.event import Actor
from ita_tui.domain.meeting import AgendaItem, Decision, FrozenItem, Statement
from ita_tui.domain.status import State
from ita_tui.domain.text import clean_lines
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.meetings.edits import cleaned
from ita_tui.services.seeds.loading import framework_for
from ita_tui.services.workspace import Workspace
from tests.minutes.generated import CATEGORIES, TEXT, checklists, meetings, statuses

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting

SOMEBODY = Actor("กองคลัง", "tester", "office", "s")
KEPT = TEXT.map(clean_lines)


@st.composite
def agencies(draw: st.DrawFn) -> str:
    """The name of an agency, which is never empty."""
    return f"เทศบาล {draw(KEPT)}"


@st.composite
def whole(draw: st.DrawFn) -> tuple[Checklist, Meeting]:
    """A checklist and a meeting whose minutes show all of it, as a folder may hold them."""
    shown = draw(checklists(KEPT).filter(lambda one: bool(one.items)))
    codes = draw(st.lists(st.sampled_from(CATEGORIES), unique=True, min_size=1, max_size=4))
    categories = tuple(Category(code, draw(KEPT)) for code in codes)
    items = tuple(replace(one, category=draw(st.sampled_from(codes))) for one in shown.items)
    checklist = replace(shown, agency=draw(agencies()), categories=categories, items=items)
    meeting = cleaned(draw(meetings(KEPT)))
    agenda = (*meeting.agenda, AgendaItem(draw(KEPT), shows_checklist=True))
    frozen = None
    if meeting.frozen is not None:
        frozen = tuple(
            FrozenItem(one.code, draw(statuses(KEPT)), one.remark, one.previous_score)
            for one in items
        )
    return checklist, replace(meeting, agenda=agenda, frozen=frozen)


@st.composite
def talked(draw: st.DrawFn) -> tuple[Checklist, Meeting]:
    """A checklist and a meeting whose minutes show no table.

    It follows the program's own list, or else one that nobody knows, on which the meeting decided.
    """
    meeting = cleaned(draw(meetings(KEPT)))
    agenda = tuple(replace(one, shows_checklist=False) for one in meeting.agenda)
    meeting = replace(meeting, agenda=agenda, frozen=None)
    is_known = draw(st.booleans())
    if is_known:
        year = draw(st.integers(2566, 2699))
        checklist = Checklist.from_framework(framework_for(year), draw(agencies()), year)
    else:
        checklist, _shown = draw(whole())
    codes = st.sampled_from([one.code for one in checklist.items])
    decisions = st.builds(Decision, codes, statuses(KEPT), statuses(KEPT), KEPT)
    fewest = 0 if is_known else 1
    decided = draw(st.lists(decisions, min_size=fewest, max_size=3))
    others = meeting.decisions if draw(st.booleans()) else ()  # on items of no list
    return checklist, replace(meeting, decisions=(*decided, *others))


def run(*arguments: str) -> int:
    """Run a command; what it says does not matter here."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*arguments, "--lang", "en"])


@given(whole() | talked(), st.sampled_from(["thai", "arabic"]))
@settings(max_examples=80, deadline=None)
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


@st.composite
def edited(draw: st.DrawFn) -> tuple[Checklist, Meeting, Checklist, Meeting]:
    """An open meeting, and both as somebody who edits its minutes by hand wants them."""
    checklist, meeting = draw(whole())
    meeting = replace(meeting, frozen=None)
    told = statuses(KEPT).filter(lambda one: one.state is not State.UNSET)
    items = tuple(
        replace(one, status=draw(told), remark=draw(KEPT)) if draw(st.booleans()) else one
        for one in checklist.items
    )
    wanted = replace(checklist, items=items)
    agenda = list(meeting.agenda)
    at = draw(st.integers(0, len(agenda) - 1))
    said = (*agenda[at].statements, Statement(draw(KEPT), draw(KEPT)))
    agenda[at] = replace(agenda[at], statements=said, resolution=draw(KEPT))
    place = draw(KEPT)
    return checklist, meeting, wanted, cleaned(replace(meeting, agenda=tuple(agenda), place=place))


@given(edited(), st.sampled_from(Digits))
@settings(max_examples=60, deadline=None)
def test_edits_by_hand_are_shown_first_and_then_taken_over(
    versions: tuple[Checklist, Meeting, Checklist, Meeting], digits: Digits
) -> None:
    checklist, meeting, wanted, minutes = versions
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name) / "data", Path(name) / "edited.md"
        Workspace(folder).create(checklist, (meeting,), SOMEBODY)
        data = folder / f"{checklist.fiscal_year}.json"
        document = render_minutes(minutes, wanted, digits)
        file.write_text(document, "utf-8", newline="")
        before = data.read_bytes()
        assert run("--data", str(folder), "import", str(file), "--dry-run") == 0
        assert data.read_bytes() == before
        assert run("--data", str(folder), "import", str(file)) == 0
        again = Path(name) / "again.md"
        written = ("export", "minutes", "--digits", digits.value, "-o", str(again))
        assert run("--data", str(folder), *written) == 0
        assert again.read_bytes() == document.encode()
        after = data.read_bytes()
        assert run("--data", str(folder), "import", str(file)) == 0
        assert data.read_bytes() == after
