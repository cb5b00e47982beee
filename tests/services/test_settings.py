"""Settings: the command line before the environment before the configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest

from ita_tui.errors import UsageError
from ita_tui.services.configuration import Given
from ita_tui.services.settings import Settings, folder, resolve
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


def test_what_only_the_file_says() -> None:
    plain = resolve(Given(), Given(data="x"), {})
    assert (plain.theme, plain.ascii, plain.keys) == ("dark", False, {})
    given = Given(data="x", theme="contrast", ascii=True, keys={"main.undo": ("y",)})
    chosen = resolve(Given(), given, {})
    assert (chosen.theme, chosen.ascii, chosen.keys) == ("contrast", True, given.keys)


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder("~/ita") == tmp_path / "ita"


@pytest.mark.parametrize("text", ["", "  ", "a\0b", "~nobody-of-this-name/x"])
def test_a_folder_that_cannot_be_meant(text: str) -> None:
    with pytest.raises(UsageError):
        folder(text)
