"""The forms of a document: which one a file's ending asks for, and what each holds."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.services.documents import (
    FORMATS,
    Digits,
    checklist_document,
    form_of,
    minutes_document,
)
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.store import Snapshot

MEETING = Meeting("a", "คณะกรรมการ <ก>", 3, 2567, date(2024, 1, 10))


@pytest.fixture
def snapshot(tmp_path: Path, checklist: Checklist, actor: Actor) -> Snapshot:
    """The sample checklist with one meeting."""
    workspace = Workspace(tmp_path / "data")
    workspace.create(checklist, (MEETING,), actor)
    return workspace.store().read()


@pytest.mark.parametrize(
    ("document", "name", "form"),
    [
        ("minutes", "x.md", "md"),
        ("minutes", "x.HTML", "html"),
        ("minutes", "รายงาน.docx", "docx"),
        ("minutes", "x.csv", "md"),
        ("minutes", "docx", "md"),
        ("minutes", "", "md"),
        ("checklist", "a.b/x.docx", "docx"),
        ("history", "x.csv", "csv"),
        ("history", "x.docx", "md"),
    ],
)
def test_the_ending_of_the_file_decides(document: str, name: str, form: str) -> None:
    assert form_of(document, Path(name)) == form


def test_minutes_come_in_every_form(snapshot: Snapshot) -> None:
    made = {
        form: minutes_document(snapshot, MEETING, Digits.THAI, form) for form in FORMATS["minutes"]
    }
    assert made["md"].content.startswith(b"---\n")
    page = made["html"].content.decode()
    assert "<title>รายงานการประชุมคณะกรรมการ &lt;ก&gt; ๓/๒๕๖๗</title>" in page
    assert "counter(page, thai)" in page
    assert "รายงานการประชุมคณะกรรมการ" in word(made["docx"].content)
    assert {document.notes for document in made.values()} == {made["md"].notes}
    assert made["md"].notes


def test_the_checklist_comes_in_every_form(snapshot: Snapshot) -> None:
    made = {
        form: checklist_document(snapshot, Digits.ARABIC, form).content
        for form in FORMATS["checklist"]
    }
    assert made["md"].startswith(b"# ")
    page = made["html"].decode()
    assert "(OIT) เทศบาลตัวอย่าง 2567</title>" in page
    assert "counter(page, decimal)" in page
    assert "เทศบาลตัวอย่าง" in word(made["docx"])


def word(content: bytes) -> str:
    """The XML of a Word file's text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()
