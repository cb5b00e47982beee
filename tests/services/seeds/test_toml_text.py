"""What is no readable TOML file ends in one sentence that names the file and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError
from ita_tui.services.seeds.toml_text import SIZE_LIMIT, parse

if TYPE_CHECKING:
    from pathlib import Path

WRONG = {
    "too long for a number": (f"number = {'9' * 5000}", "The file FILE holds too long a number"),
    "too deep": (f"name = {'[' * 9000}", "The file FILE holds too long a number or too deep a"),
    "no value": ("name = ", "The file FILE is no valid TOML at line 1 (the value is missing"),
    "no quotation mark": (
        'name = "a"\n\nnumber = 1\ntext = "b\n',
        "The file FILE is no valid TOML at line 4 (",
    ),
    "not closed": (
        'name = "a"\nproblems = [\n  "b",\n',
        "The file FILE is no valid TOML at line 3",
    ),
    "twice": (
        'name = "a"\nname = "b"',
        "The file FILE is no valid TOML at line 2 (a key or a table stands",
    ),
    "no such day": ('name = "a"\nday = 2023-02-30', "The file FILE is no valid TOML at line 2 ("),
    "control character": ('name = "\x1b"', "The file FILE is no valid TOML at line 1 ("),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "whole.toml"


@pytest.mark.parametrize(("text", "beginning"), WRONG.values(), ids=WRONG)
def test_a_text_that_is_no_toml_is_refused_with_the_line(
    path: Path, text: str, beginning: str
) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        parse(path)
    message = caught.value.message
    assert message.replace(str(path), "FILE").startswith(beginning)
    assert message.isprintable()
    assert message.endswith(".")


def test_a_missing_file_is_named(path: Path) -> None:
    with pytest.raises(DataError, match=r"whole\.toml cannot be read \(No such file"):
        parse(path)


def test_a_folder_is_no_file(path: Path) -> None:
    path.mkdir()
    with pytest.raises(DataError, match=r"whole\.toml cannot be read \(Is a directory"):
        parse(path)


def test_a_hostile_name_of_a_file_is_shown_as_signs(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        parse(tmp_path / "a\x1b[2J\nb")
    assert caught.value.message.isprintable()


def test_a_file_in_another_encoding_is_refused_with_the_line(path: Path) -> None:
    path.write_bytes('number = 1\nname = "เทศบาล"\n'.encode("cp874"))
    with pytest.raises(DataError, match=r"whole\.toml is not UTF-8 text at line 2; save it as"):
        parse(path)


@pytest.mark.parametrize(("size", "fits"), [(SIZE_LIMIT, True), (SIZE_LIMIT + 1, False)])
def test_a_file_has_a_greatest_size(path: Path, size: int, fits: bool) -> None:
    path.write_bytes(b'name = "a" #'.ljust(size, b" "))
    if fits:
        assert parse(path) == {"name": "a"}
    else:
        with pytest.raises(DataError, match=r"whole\.toml is larger than 1000000 bytes"):
            parse(path)
