"""A wrong file ends in one sentence that names the place; a right one is cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.errors import DataError
from ita_tui.services.seeds.toml_border import TomlFile

if TYPE_CHECKING:
    from pathlib import Path


class Colour(StrEnum):
    """A choice."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a list."""

    code: str
    size: int = 0
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A file with every kind of value."""

    name: str
    number: int | None
    share: float = 0.0
    open: bool = False
    day: date | None = None
    hour: time | None = None
    text: str = ""
    problems: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    main: Part | None = None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "whole.toml"


def build(path: Path, text: str) -> Whole:
    """The object of a text."""
    path.write_text(text, encoding="utf-8")
    return TomlFile.read(path).build(Whole, number=None)


def refusal(path: Path, text: str) -> str:
    """The sentence about a text, without the path and the full stop."""
    with pytest.raises(DataError) as caught:
        build(path, text)
    message = caught.value.message
    assert caught.value.exit_code == 4
    assert "\n" not in message
    assert message.endswith(".")
    return message[:-1].replace(str(path), "FILE")


def test_a_file_becomes_an_object(path: Path) -> None:
    text = """
        name = "whole"
        number = 3
        share = 1
        open = true
        day = 2023-10-31
        hour = 09:30:00
        problems = ["one", "two"]
        main = { code = "M" }
        [[parts]]
        code = "A"
        colour = "red"
    """
    assert build(path, text) == Whole(
        name="whole",
        number=3,
        share=1.0,
        open=True,
        day=date(2023, 10, 31),
        hour=time(9, 30),
        problems=("one", "two"),
        parts=(Part("A", colour=Colour.RED),),
        main=Part("M"),
    )


def test_what_a_file_cannot_state_is_filled_in(path: Path) -> None:
    assert build(path, 'name = "whole"').number is None


def test_texts_are_cleaned_as_they_come_in(path: Path) -> None:
    text = r"""
        name = " a\u001b[31m\nb "
        text = "one\r\n\ntwo\u001b\n"
        problems = ["first\nline"]
        parts = [{ code = "A\tB" }]
    """
    whole = build(path, text)
    assert whole.name == "a␛[31m b"
    assert whole.text == "one\n\ntwo␛"
    assert whole.problems == ("first\nline",)
    assert whole.parts[0].code == "A B"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_other_editors_are_read(path: Path, mark: str, newline: str) -> None:
    path.write_text(f'{mark}name = "เทศบาล"\nnumber = 1\n', encoding="utf-8", newline=newline)
    assert TomlFile.read(path).build(Whole) == Whole("เทศบาล", 1)


WRONG = {
    "missing": ("number = 1", "In FILE, name: the field is missing; give a text in quotation"),
    "missing in a list": (
        'name = "a"\nparts = [{ code = "A" }, { size = 1 }]',
        "In FILE, parts[2], code: the field is missing; give a text",
    ),
    "unknown": ('name = "a"\nnmae = "b"', "In FILE, nmae: there is no such field, only name, num"),
    "unknown in a list": (
        'name = "a"\nparts = [{ code = "A" }, { code = "B", clour = "red" }]',
        "In FILE, parts[2] (B), clour: there is no such field, only code, size, colour",
    ),
    "unknown in a table": (
        'name = "a"\n[main]\ncode = "M"\nsiez = 1',
        "In FILE, main, siez: there is no such field, only code, size, colour",
    ),
    "unknown before missing": ('nmae = "b"', "In FILE, nmae: there is no such field"),
    "unknown and hostile": ('"\\u001b[2J" = 1', "In FILE, ␛[2J: there is no such field"),
    "text": ("name = 7", "In FILE, name: a text in quotation marks is expected, not 7"),
    "whole number": (
        'name = "a"\nnumber = "7"',
        'In FILE, number: a whole number is expected, not "7"',
    ),
    "number with a fraction": (
        'name = "a"\nparts = [{ code = "A", size = 1.5 }]',
        "In FILE, parts[1] (A), size: a whole number is expected, not 1.5",
    ),
    "truth for a number": (
        'name = "a"\nshare = true',
        "In FILE, share: a number is expected, not true",
    ),
    "number for a truth": ('name = "a"\nopen = 1', "In FILE, open: true or false is expected, not"),
    "date": (
        'name = "a"\nday = "31/10/2566"',
        'In FILE, day: a date such as 2023-10-31 is expected, not "31/10/2566"',
    ),
    "moment for a date": (
        'name = "a"\nday = 2023-10-31T00:00:00',
        "In FILE, day: a date such as 2023-10-31 is expected, not 2023-10-31T00:00:00",
    ),
    "time": ('name = "a"\nhour = 9.30', "In FILE, hour: a time such as 09:30:00 is expected, not"),
    "list": ('name = "a"\nproblems = "b"', 'In FILE, problems: a list is expected, not "b"'),
    "text of a list": (
        'name = "a"\nproblems = ["b", 2]',
        "In FILE, problems[2]: a text in quotation marks is expected, not 2",
    ),
    "table": ('name = "a"\nmain = [1]', "In FILE, main: a table is expected, not a list"),
    "table of a list": ('name = "a"\nparts = [1]', "In FILE, parts[1]: a table is expected, not 1"),
    "table for a text": ("name = { a = 1 }", "In FILE, name: a text in quotation marks is expec"),
    "choice": (
        'name = "a"\nmain = { code = "M", colour = "green" }',
        'In FILE, main, colour: one of "red", "blue" is expected, not "green"',
    ),
    "too large": (
        'name = "a"\nparts = [{ code = "A", size = 9223372036854775808 }]',
        "In FILE, parts[1] (A), size: the number is too large",
    ),
    "too large in another base": (
        f'name = "a"\nnumber = 0x{"f" * 6000}',
        "In FILE, number: the number is too large",
    ),
    "deep": (f"name = {'[' * 40}{']' * 40}", "In FILE, name[1][1]"),
    "deep keys": (".".join("a" * 30) + " = 1", "In FILE, a, a, a"),
    "long key": (f'{"a" * 900} = "b"', f"In FILE, {'a' * 80}…: there is no such field"),
    "long value": (f'name = "a"\nnumber = "{"b" * 900}"', "In FILE, number: a whole number is"),
    "empty": ("", "In FILE, name: the field is missing"),
}


@pytest.mark.parametrize(("text", "beginning"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_with_the_place(path: Path, text: str, beginning: str) -> None:
    message = refusal(path, text)
    assert message.startswith(beginning)
    assert len(message) < 300


VALUES = st.sampled_from(
    [
        *(
            "''",
            '"red"',
            '"2023-10-31"',
            "0",
            "-1",
            "1e9",
            "nan",
            "inf",
            "true",
            "{}",
            "[]",
            "[[]]",
        ),
        *("2023-10-31", "09:30:00", "2023-10-31T09:30:00Z", "[1, 'a']", "[{code = 'A'}]"),
        *(
            "{code = 1}",
            "{code = 'A', colour = 'red'}",
            "[{code = 'A', size = 'b'}]",
            '"\\u0000"',
        ),
    ]
)
KEYS = st.sampled_from([*Whole.__dataclass_fields__, "other"])


ANYTHING = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example writes the file
    max_examples=200,
)


def attempt(path: Path, content: bytes) -> Whole | DataError:
    """What comes of a file: an object or a sentence, and nothing else."""
    path.write_bytes(content)
    try:
        return TomlFile.read(path).build(Whole, number=None)
    except DataError as error:
        return error


@ANYTHING
@given(st.dictionaries(KEYS, VALUES))
def test_any_values_give_an_object_or_one_sentence(path: Path, values: dict[str, str]) -> None:
    found = attempt(path, "\n".join(f"{key} = {one}" for key, one in values.items()).encode())
    if isinstance(found, Whole):
        assert "name" in values
        assert "other" not in values
        assert isinstance(found.name, str)
        assert all(isinstance(part, Part) for part in found.parts)
    else:
        assert found.message.isprintable()


@ANYTHING
@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_an_object_or_one_sentence(path: Path, content: bytes) -> None:
    found = attempt(path, content)
    assert isinstance(found, Whole) or found.message.isprintable()
