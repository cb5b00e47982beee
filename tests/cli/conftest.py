"""A data folder with a small checklist, and the command line on it."""

from __future__ import annotations

import gettext
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.cli.main import main
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


@dataclass(frozen=True)
class Result:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:  # noqa: ANN401 (JSON)
        """The document on standard output."""
        return json.loads(self.out)


class Cli:
    """The command line on one data folder, in English unless told otherwise."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Result:
        """Run a command that may fail."""
        lang = () if "--lang" in arguments else ("--lang", "en")
        code = main(["--data", str(self.folder), *lang, *arguments])
        out, err = self._capsys.readouterr()
        return Result(code, out, err)

    def ok(self, *arguments: str) -> Result:
        """Run a command that must succeed, without a word on standard error."""
        result = self(*arguments)
        assert (result.code, result.err) == (0, "")
        return result

    def item(self, code: str) -> Any:  # noqa: ANN401 (JSON)
        """An item as scripts see it."""
        return self.ok("show", code, "--json").json

    @property
    def store(self) -> Store:
        """The store behind it."""
        return Workspace(self.folder).store()


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of the person who runs the tests counts, and gettext is left as it was."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("LANGUAGE", "en")
    for name in ("ITA_TUI_DATA", "ITA_TUI_USER", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    before = gettext.textdomain()
    yield
    gettext.textdomain(before)


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line on a folder without a checklist."""
    return Cli(tmp_path / "data", capsys)


@pytest.fixture
def cli(empty: Cli, checklist: Checklist, actor: Actor) -> Cli:
    """The command line on a folder with the small checklist of the root's fixtures."""
    Workspace(empty.folder).create(checklist, (), actor)
    return empty


@pytest.fixture
def meeting(cli: Cli) -> Cli:
    """The same with one open meeting."""
    cli.ok("meeting", "new", "--date", "12/3/2567")
    return cli
