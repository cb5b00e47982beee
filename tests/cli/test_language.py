"""The language: of the command line first, then the configuration, never of the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.cli.language import asked_for, speak
from ita_tui.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], None),
        (["list"], None),
        (["--lang", "en", "list"], "en"),
        (["list", "--lang=th"], "th"),
        (["--lang", "th", "list", "--lang", "en"], "en"),
        (["--lang"], None),
        (["--lang", "fr"], None),
        (["--lang="], None),
        (["--", "--lang", "en"], None),
    ],
)
def test_the_language_is_found_before_the_arguments_are_parsed(
    arguments: list[str], language: str | None
) -> None:
    assert asked_for(arguments) == language


@pytest.fixture
def thai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with a Thai word of argparse and one of our own."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog("th")
    catalogue.add("usage: ", "วิธีใช้: ")
    catalogue.add("There is no item {code} in fiscal year {year}; the codes go from {first} to "
                  "{last}.", "ไม่มีข้อ {code}")  # fmt: skip
    file = tmp_path / "locale" / "th" / "LC_MESSAGES" / "ita_tui.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalogue)
    monkeypatch.setattr(i18n, "LOCALE_DIR", tmp_path / "locale")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    out, err = capsys.readouterr()
    return out + err


@pytest.mark.parametrize("locale", ["en_US.UTF-8", "th_TH.UTF-8", "C"])
def test_thai_is_spoken_whatever_the_locale(
    thai: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
) -> None:
    assert thai.is_dir()
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, locale)
    assert said(capsys, "list", "--help").startswith("วิธีใช้: ")
    assert said(capsys, "--lang", "en", "list", "--help").startswith("usage: ")
    assert said(capsys, "list", "--help").startswith("วิธีใช้: ")


def test_the_configuration_sets_the_language(
    thai: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = thai / "config" / "ita-tui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('lang = "en"', encoding="utf-8")
    assert said(capsys, "list", "--help").startswith("usage: ")
    assert said(capsys, "list", "--help", "--lang", "th").startswith("วิธีใช้: ")


def test_a_wrong_configuration_leaves_help_alone(
    thai: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = thai / "config" / "ita-tui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('colour = "red"', encoding="utf-8")
    assert said(capsys, "list", "--help", "--lang", "en").startswith("usage: ")
    assert main(["list", "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert str(file) in err
    assert "colour" in err


def test_speaking_tells_the_interface_as_well() -> None:
    speak("th")
    assert i18n.language() == "th"
    speak("en")
    assert i18n.language() == "en"
