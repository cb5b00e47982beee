"""The sample meeting's minutes, whole: the documents in `golden` are what it must look like.

When a change of the form is meant, write them anew, read them, and keep them:

    python -c "
    from pathlib import Path
    from ita_tui.minutes.rendering import Digits, render_checklist, render_minutes
    from ita_tui.services.seeds.loading import sample
    s, folder = sample(), Path('tests/minutes/golden')
    minutes = render_minutes(s.meetings[-1], s.checklist, Digits.THAI)
    (folder / 'minutes-thai.md').write_text(minutes, 'utf-8')
    checklist = render_checklist(s.checklist, Digits.ARABIC)
    (folder / 'checklist-arabic.md').write_text(checklist, 'utf-8')"
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from ita_tui.domain.status import WORDINGS
from ita_tui.minutes.missing import missing_parts
from ita_tui.minutes.reading import read_status_rows
from ita_tui.minutes.rendering import Digits, render_checklist, render_minutes
from ita_tui.services.seeds.loading import Sample, sample
from ita_tui.thai.digits import to_arabic

GOLDEN = Path(__file__).parent / "golden"
PARSER = MarkdownIt("commonmark").enable("table")


@pytest.fixture(name="seed", scope="module")
def _seed() -> Sample:
    return sample()


@pytest.fixture(name="document", scope="module")
def _document(seed: Sample) -> str:
    return render_minutes(seed.meetings[-1], seed.checklist, Digits.THAI)


def checklist_rows(document: str) -> list[list[str]]:
    """The rows under every table heading of the checklist, cell by cell."""
    rows: list[list[str]] = []
    for token in PARSER.parse(document):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and token.level == 4:  # table, head or body, row, cell
            rows[-1].append(token.content)
    return [row for row in rows if re.fullmatch(r"O\d+", row[0])]


def test_the_minutes_are_the_ones_kept(document: str) -> None:
    assert document == (GOLDEN / "minutes-thai.md").read_text("utf-8")


def test_the_checklist_is_the_one_kept(seed: Sample) -> None:
    kept = (GOLDEN / "checklist-arabic.md").read_text("utf-8")
    assert render_checklist(seed.checklist, Digits.ARABIC) == kept


def test_every_item_has_its_row(seed: Sample, document: str) -> None:
    rows = checklist_rows(document)
    assert [row[0] for row in rows] == [item.code for item in seed.checklist.items]
    assert len(rows) == 43
    assert {len(row) for row in rows} == {5}
    assert {row[2] for row in rows} == {"๑๐๐"}
    assert {row[3] for row in rows} == {"-", *WORDINGS}


def test_each_category_has_its_heading(seed: Sample, document: str) -> None:
    tokens = PARSER.parse(document)
    names = [
        tokens[place + 1].content
        for place, token in enumerate(tokens)
        if token.tag == "h3" and token.nesting == 1
    ]
    assert [to_arabic(name) for name in names[1:8]] == [
        f"ตัวชี้วัดย่อยที่ {category.code} {category.name}" for category in seed.checklist.categories
    ]


def test_the_statuses_are_read_from_it_again(seed: Sample, document: str) -> None:
    written = [(i.code, i.status.wording) for i in seed.checklist.items if i.status.wording]
    assert [(row.code, row.wording) for row in read_status_rows(document)] == written


def test_only_the_number_is_missing(seed: Sample) -> None:
    (missing,) = missing_parts(seed.meetings[-1])
    assert missing.sentence == "The meeting has no number."


def test_arabic_digits_change_nothing_but_digits(seed: Sample, document: str) -> None:
    assert render_minutes(seed.meetings[-1], seed.checklist, Digits.ARABIC) == to_arabic(document)
