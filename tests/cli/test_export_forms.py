"""`export` to a web page and to a Word file."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli


class Terminal(io.TextIOWrapper):
    """Standard output that says whether it is a terminal."""

    def __init__(self, *, tty: bool) -> None:
        self.raw_bytes = io.BytesIO()
        self._tty = tty
        super().__init__(self.raw_bytes, encoding="utf-8")

    def isatty(self) -> bool:
        return self._tty


@pytest.mark.parametrize("arguments", [("-o", "x.html"), ("--format", "html", "-o", "x.htm")])
def test_a_web_page_is_written(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.ok("export", "checklist", *arguments).lines == [f"Wrote {arguments[-1]}."]
    text = (tmp_path / arguments[-1]).read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "ข้อมูลผู้บริหาร" in text


def test_a_web_page_goes_to_standard_output(cli: Cli) -> None:
    assert cli.ok("export", "checklist", "--format", "html").out.startswith("<!DOCTYPE html>")


def test_a_word_file_is_written(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "แบบตรวจ.docx"
    cli.ok("export", "checklist", "-o", str(target))
    with zipfile.ZipFile(target) as archive:
        assert "ข้อมูลผู้บริหาร" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_a_word_file_is_nothing_for_a_terminal(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, output: tuple[str, ...]
) -> None:
    screen = Terminal(tty=True)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        result = cli("export", "checklist", "--format", "docx", *output)
    assert result.code == 2
    assert result.err == "A Word file is nothing for a terminal; name a file with -o.\n"
    assert screen.raw_bytes.getvalue() == b""


def test_a_word_file_goes_into_a_pipe(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Terminal(tty=False)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", pipe)
        assert cli("export", "checklist", "--format", "docx").code == 0
    assert zipfile.is_zipfile(pipe.raw_bytes)


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_history_has_other_forms(cli: Cli, form: str) -> None:
    result = cli("export", "history", "--format", form)
    assert result.code == 2
    assert result.err == f"history cannot be written as {form}, only as md, csv, json.\n"


def test_the_help_names_the_forms(cli: Cli) -> None:
    text = " ".join(cli.ok("export", "--help").out.split())
    assert "{md,html,docx,csv,json}" in text
    assert "html and docx (Word) for minutes and checklist" in text


def test_without_python_docx_it_says_what_to_install(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("ita_tui.minutes.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = cli("export", "checklist", "-o", str(tmp_path / "x.docx"))
    assert result.code == 2
    assert 'pip install "ita-tui[docx]"' in result.err
    assert not (tmp_path / "x.docx").exists()
