"""A data folder with the sample municipality, and a short folder for sockets."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A folder with a name that is short enough for sockets (108 bytes)."""
    folder = Path(tempfile.mkdtemp(prefix="ita-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder with the sample municipality."""
    folder = tmp_path / "data"
    assert main(["--data", str(folder), "--as", "กองคลัง", "init", "--seed"]) == 0
    yield folder
    i18n.use("en")
