"""LibreOffice opens both forms of a document and prints all of their text."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ita_tui.minutes.docx import to_docx
from ita_tui.minutes.html import to_html
from ita_tui.minutes.tokens import parse, plain
from tests.minutes.papers import CHECKLIST, MINUTES

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = {
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "fc-list": "fontconfig",
}
"""Programs, and the Debian packages that bring them."""

DOCUMENTS = {"minutes": MINUTES, "checklist": CHECKLIST}
PAGE_NUMBER = re.compile(r"^- \d+ -\n")


def need_office() -> None:
    """Go on only where there are LibreOffice, what reads its pages, and a Thai font."""
    absent = sorted({NEEDED[program] for program in NEEDED if shutil.which(program) is None})
    if absent:
        # An office suite is larger than all the rest together, so nobody is made to install it.
        pytest.skip(f"LibreOffice cannot be asked: not installed: {', '.join(absent)}")
    if not said("fc-list", ":lang=th"):
        # Without one the pages would have boxes in place of letters.
        pytest.skip("LibreOffice cannot be asked: no Thai font is installed (fonts-thai-tlwg)")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each document, from each form, as a PDF of that name."""
    need_office()
    folder = tmp_path_factory.mktemp("office")
    for name, markdown in DOCUMENTS.items():
        (folder / f"{name}-word.docx").write_bytes(to_docx(markdown, name))
        (folder / f"{name}-web.html").write_text(to_html(markdown, name), "utf-8")
    for forms in ("*.docx", "*.html"):
        said(
            "soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, folder.glob(forms)),
        )  # fmt: skip
    return folder


def said(*command: str) -> str:
    """What a program printed."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def printed(pdf: Path) -> list[str]:
    """The text of each page without white space and the page's number."""
    pages = said("pdftotext", "-raw", str(pdf), "-").split("\f")
    return [letters(PAGE_NUMBER.sub("", page)) for page in pages]


def letters(text: str) -> str:
    """A text without white space; SARA AM is one letter, whatever the font makes of it."""
    return "".join(unicodedata.normalize("NFKD", text).split())


def told(markdown: str) -> list[str]:
    """The words of a document; the dots of the lines to sign are of no fixed number."""
    texts = [plain(token) for token in parse(markdown) if token.type == "inline"]
    return [word for text in texts for word in text.split() if "…" not in word]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_word_file_prints_every_word_in_its_order_on_a4(pages: Path, name: str) -> None:
    pdf = pages / f"{name}-word.pdf"
    text = "".join(printed(pdf))
    place = 0
    for word in told(DOCUMENTS[name]):
        found = text.find(letters(word), place)
        assert found >= 0, word
        place = found + len(letters(word))
    assert "(A4)" in said("pdfinfo", str(pdf))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_web_page_prints_every_word(pages: Path, name: str) -> None:
    leaves = printed(pages / f"{name}-web.pdf")
    text = "".join(leaves)
    absent = {word for word in map(letters, told(DOCUMENTS[name])) if word not in text}
    # LibreOffice parts a row of a web page's table where a page ends, and a word in it: the
    # headings come again in between.
    parted = {word for word in absent if any(is_parted(word, *two) for two in pairwise(leaves))}
    assert absent == parted
    assert len(parted) < len(leaves)


def is_parted(word: str, page: str, following: str) -> bool:
    """Whether the beginning of a word stands on a page and its end on the one that follows."""
    return any(word[:at] in page and word[at:] in following for at in range(1, len(word)))


def test_pages_after_the_first_are_numbered(pages: Path) -> None:
    _first, *others, _end = said("pdftotext", "-raw", str(pages / "minutes-word.pdf"), "-").split(
        "\f"
    )
    assert others
    # LibreOffice has no Thai digits for pages; Word has.
    assert [page.split("\n")[0] for page in others] == [
        f"- {number} -" for number in range(2, len(others) + 2)
    ]


def test_no_code_is_parted(pages: Path) -> None:
    lines = said("pdftotext", "-raw", str(pages / "minutes-word.pdf"), "-").splitlines()
    codes = [line.split()[0] for line in lines if re.match(r"O\d+ ", line)]
    assert codes == [f"O{number}" for number in range(1, 44)]
