"""The configuration file: where it is, what it may say, and what is said of a wrong one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import platformdirs
import pytest

from ita_tui.errors import DataError, UsageError
from ita_tui.services.configuration import Given, configuration_file, read_configuration

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("base", ["/srv/config", "", "  ", None])
@pytest.mark.parametrize("home", ["/home/user", None])
def test_the_configuration_is_where_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, base: str | None, home: str | None
) -> None:
    for name, value in (("XDG_CONFIG_HOME", base), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    expected = platformdirs.user_config_path("ita-tui") / "config.toml"
    assert configuration_file() == expected
    monkeypatch.setattr(sys, "platform", "another")
    assert configuration_file() == expected


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("", Given()),
        ("# nothing\n", Given()),
        ('data = "/srv/ita"\nname = "กองคลัง"\nlang = "en"\n', Given("/srv/ita", "กองคลัง", "en")),
        ('\ufefflang = "th"', Given(lang="th")),
        ("backups = 1", Given(backups=1)),
        ("backups = 1_000", Given(backups=1000)),
        ('theme = "contrast"\nascii = true', Given(theme="contrast", ascii=True)),
        ("ascii = false", Given(ascii=False)),
        ('[keys]\nmain.undo = "y"', Given(keys={"main.undo": ("y",)})),
        ('[keys.main]\nundo = ["y", "F4"]', Given(keys={"main.undo": ("y", "F4")})),
        ('[keys]\n"main.undo" = []', Given(keys={"main.undo": ()})),
        ("[keys]", Given(keys={})),
    ],
)
def test_a_configuration_is_read(tmp_path: Path, text: str, given: Given) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    assert read_configuration(file) == given


def test_no_configuration_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert read_configuration(tmp_path / "config.toml") == Given()
    assert read_configuration(tmp_path / "file" / "config.toml") == Given()


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"data = ", DataError, "is no TOML at line 1: the value is missing"),
        (b'name = "\xa1\xa2"', DataError, "is not UTF-8 text"),
        (b"backups = " + b"9" * 5000, DataError, "too long a number"),
        (b'colour = "red"', UsageError, "unknown key colour; known are data, name, lang, "),
        (b"data = 3", UsageError, "The key data"),
        (b"name = true", UsageError, "The key name"),
        (b'lang = "fr"', UsageError, 'none of "th", "en"'),
        (b"lang = 1", UsageError, "The key lang"),
        (b"backups = 0", UsageError, "The key backups .* is no whole number from 1 to 1000"),
        (b"backups = 1001", UsageError, "The key backups"),
        (b"backups = -5", UsageError, "The key backups"),
        (b"backups = true", UsageError, "The key backups"),
        (b"backups = 5.0", UsageError, "The key backups"),
        (b'backups = "5"', UsageError, "The key backups"),
        (b'theme = "red"', UsageError, 'none of "dark", "light", "contrast"'),
        (b"theme = true", UsageError, "The key theme"),
        (b'ascii = "yes"', UsageError, "neither true nor false"),
        (b"ascii = 1", UsageError, "neither true nor false"),
        (b"keys = 5", UsageError, "The table keys"),
        (b"[keys]\nmain.undo = 5", UsageError, "The table keys"),
        (b'[keys]\nmain.undo = ["y", 5]', UsageError, "The table keys"),
    ],
)
def test_a_wrong_configuration_is_named(
    tmp_path: Path, content: bytes, kind: type[Exception], words: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    with pytest.raises(kind, match=words) as raised:
        read_configuration(file)
    assert str(file) in str(raised.value)


def test_a_configuration_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="Is a directory") as raised:
        read_configuration(tmp_path)
    assert str(tmp_path) in str(raised.value)


def test_a_pipe_in_place_of_a_configuration_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "config.toml"
    os.mkfifo(pipe)
    with pytest.raises(DataError, match=r"config\.toml cannot be read \(it is not a regular file"):
        read_configuration(pipe)
