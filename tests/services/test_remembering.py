"""A choice is kept in the configuration beside everything that stands there, or nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.errors import DataError
from ita_tui.services.configuration import THEMES, Given, read_configuration
from ita_tui.services.remembering import remember

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "light"\n'),
        ("", 'theme = "light"\n'),
        ('theme = "dark"', 'theme = "light"\n'),
        ('# mine\n  theme="dark"  # calm\nname = "x"\n', '# mine\ntheme = "light"\nname = "x"\n'),
        ('name = "x"\n', 'theme = "light"\nname = "x"\n'),
        ('[keys]\nmain.theme = "y"\n', 'theme = "light"\n[keys]\nmain.theme = "y"\n'),
        ('[keys.main]\ntheme = "y"\n', 'theme = "light"\n[keys.main]\ntheme = "y"\n'),
        ('\ufefflang = "en"\r\n', 'theme = "light"\nlang = "en"\n'),
    ],
)
def test_only_the_line_of_the_choice_changes(
    tmp_path: Path, before: str | None, after: str
) -> None:
    file = tmp_path / "folder" / "config.toml"
    if before is not None:
        file.parent.mkdir()
        file.write_text(before, "utf-8")
    remember(file, "theme", "light")
    assert file.read_text("utf-8") == after
    assert [one.name for one in file.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    "before",
    [
        b"name = ",
        b"\xa1\xa2",
        b'"theme" = "dark"\n',
        b'name = """\ntheme = 5\n"""\n',
    ],
)
def test_a_file_that_cannot_be_changed_stays(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(before)
    with pytest.raises(DataError, match='write theme = "light" there'):
        remember(file, "theme", "light")
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="File exists"):
        remember(tmp_path / "file" / "config.toml", "lang", "en")


CHOICES = st.lists(
    st.one_of(
        st.tuples(st.just("theme"), st.sampled_from(THEMES)),
        st.tuples(st.just("lang"), st.sampled_from(("th", "en"))),
    ),
    min_size=1,
)


@given(CHOICES)
def test_the_last_choice_counts(
    tmp_path_factory: pytest.TempPathFactory, choices: list[tuple[str, str]]
) -> None:
    file = tmp_path_factory.mktemp("c") / "config.toml"
    file.write_text('data = "/srv/ita"\n[keys]\nmain.undo = "y"\n', "utf-8")
    for key, value in choices:
        remember(file, key, value)
    last = dict(choices)
    assert read_configuration(file) == Given(
        data="/srv/ita", keys={"main.undo": ("y",)}, theme=last.get("theme"), lang=last.get("lang")
    )
