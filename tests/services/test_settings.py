"""Settings: the command line before the environment before the configuration file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest

from ita_tui.errors import DataError, UsageError
from ita_tui.services.settings import (
    Given,
    Settings,
    configuration_file,
    folder,
    read_configuration,
    resolve,
)
from ita_tui.store.backups import KEPT

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND = Given("by-command", "command", "en")
FILE = Given("by-file", "file", "en")
ENVIRON = {"ITA_TUI_DATA": "by-variable", "ITA_TUI_USER": "variable"}


@pytest.mark.parametrize(
    ("command", "configuration", "environ", "data", "name", "lang"),
    [
        (COMMAND, FILE, ENVIRON, "by-command", "command", "en"),
        (Given(), FILE, ENVIRON, "by-variable", "variable", "en"),
        (Given(), FILE, {}, "by-file", "file", "en"),
        (Given(), FILE, {"ITA_TUI_DATA": "", "ITA_TUI_USER": ""}, "by-file", "file", "en"),
        (Given(name=""), FILE, ENVIRON, "by-variable", "", "en"),
        (Given("x"), Given(), {}, "x", "", "th"),
        (Given("x", lang="th"), FILE, {"LANG": "en_US.UTF-8"}, "x", "file", "th"),
    ],
)
def test_the_nearest_source_counts(
    command: Given,
    configuration: Given,
    environ: Mapping[str, str],
    data: str,
    name: str,
    lang: str,
) -> None:
    settings = resolve(command, configuration, environ, year=2567, ascii_only=True)
    assert settings == Settings(Path(data), 2567, name, lang, ascii=True)


def test_without_a_folder_it_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/share")
    settings = resolve(Given(), Given(), {})
    assert settings.data == platformdirs.user_data_path("ita-tui")
    assert (settings.year, settings.ascii) == (None, False)


def test_how_many_versions_are_kept_is_what_the_file_says() -> None:
    assert resolve(Given(), Given(data="x"), {}).backups == KEPT
    assert resolve(Given(), Given(data="x", backups=5), {}).backups == 5


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder("~/ita") == tmp_path / "ita"


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "~nobody-of-this-name/x"])
def test_a_folder_that_cannot_be_meant(text: str) -> None:
    with pytest.raises(UsageError):
        folder(text)


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
        (b"data = ", DataError, "is not TOML"),
        (b'name = "\xa1\xa2"', DataError, "is not TOML"),
        (b'colour = "red"', UsageError, "unknown key colour; known are data, name, lang, backups"),
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
