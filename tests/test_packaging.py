"""The wheel holds every style sheet, seed and catalogue, and the program finds them in it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("styles", "seeds")

ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from ita_tui import assets
from ita_tui.services.seeds import loading as seeds
folders = {name: str(assets.folder(name)) for name in sys.argv[2:]}
print(json.dumps({"folders": folders, "agency": seeds.sample().checklist.agency}))
"""


def files_in(folder: Path) -> set[str]:
    """The files below a folder, by their path from it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


FILES = {name: files_in(ROOT / name) for name in FOLDERS}
"""What the checkout has in each folder."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_holds_every_style_and_seed(unpacked: Path) -> None:
    for name in FOLDERS:
        assert FILES[name]
        assert files_in(unpacked / "ita_tui" / name) == FILES[name]


def test_the_wheel_holds_every_catalogue(unpacked: Path) -> None:
    package = ROOT / "ita_tui"
    catalogues = {path.relative_to(package) for path in package.glob("locale/**/*.mo")}
    assert {path for path in catalogues if not (unpacked / "ita_tui" / path).is_file()} == set()


def test_the_wheel_holds_the_words_that_lines_do_not_end_in(unpacked: Path) -> None:
    words = (unpacked / "ita_tui/thai/compounds.crc32").read_bytes()
    assert words == (ROOT / "ita_tui/thai/compounds.crc32").read_bytes()


def test_the_wheel_has_one_package_and_no_other_folder(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert top == {"ita_tui"}


def test_the_unpacked_wheel_finds_its_own_files(unpacked: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", ASK, str(unpacked), *FOLDERS]
    asked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["folders"] == {name: str(unpacked / "ita_tui" / name) for name in FOLDERS}
    assert answer["agency"]
