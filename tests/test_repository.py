"""The rules for the text of the repository, held against the files that git tracks."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOP = {
    ".ci", ".gitattributes", ".github", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile",
    "README.md", "benchmarks", "docs", "ita_tui", "pyproject.toml", "seeds", "styles", "tests",
}  # fmt: skip
MOST_LINES = 300

MACHINE_PATH = re.compile(
    r"(?<![\w.}\])*-])/(?:root|work|tmp|home/(?!(?:user|you|name|USER|NAME)\b)[\w.-]+)/[\w.]"
)
"""A folder of one machine; a path inside an address or below another folder is none."""

WAIVER = re.compile(r"#\s*(?P<kind>noqa|type:\s*ignore)\b(?P<rest>.*)")
REASONED = re.compile(
    r"(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*|\[[\w-]+(?:,\s*[\w-]+)*\])"  # which rules
    r"\s*(?:\(|[-–—#]).*\w{3,}"  # and why
)
SKIPS = {"skip", "skipif", "xfail", "importorskip"}


def tracked() -> list[Path]:
    """The tracked files that are there, below the root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    files = [Path(name) for name in listing.split("\0") if name]
    return [file for file in files if (ROOT / file).is_file()]


FILES = tracked()
SOURCES = [file for file in FILES if file.suffix == ".py"]


def read(file: Path) -> str:
    """The text of a tracked file; empty for one that is no text."""
    content = (ROOT / file).read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


def machine_paths(text: str) -> list[str]:
    """The lines that name a folder of one machine."""
    return [line.strip() for line in text.splitlines() if MACHINE_PATH.search(line)]


def comments(source: str) -> dict[int, str]:
    """The comment of each line that has one."""
    return {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }


def bare_waivers(source: str) -> list[int]:
    """The lines that wave a rule through without saying which one and why."""
    return [
        line
        for line, comment in comments(source).items()
        for waiver in WAIVER.finditer(comment)
        if not REASONED.match(waiver["rest"])
    ]


def waits_or_skips(node: ast.AST) -> bool:
    """Whether a node sleeps for a time, or leaves a test out."""
    if not isinstance(node, ast.Attribute):
        return False
    owner = ast.unparse(node.value)
    return (node.attr == "sleep" and owner == "time") or (
        node.attr in SKIPS and owner in {"pytest", "pytest.mark"}
    )


def bare_waits(source: str) -> list[int]:
    """The lines that sleep or skip without a comment on them or just above."""
    explained = {line + offset for line in comments(source) for offset in (0, 1)}
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (waits_or_skips(node) and isinstance(node, ast.Attribute))
        and node.lineno not in explained
    ]


def test_the_top_level_holds_only_what_belongs_there() -> None:
    assert {file.parts[0] for file in FILES} - TOP == set()


@pytest.mark.parametrize("file", SOURCES, ids=str)
def test_a_source_is_short(file: Path) -> None:
    assert len(read(file).splitlines()) < MOST_LINES


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_file_names_a_folder_of_one_machine(file: Path) -> None:
    assert machine_paths(read(file)) == []


@pytest.mark.parametrize("file", SOURCES, ids=str)
def test_every_waiver_says_why(file: Path) -> None:
    assert bare_waivers(read(file)) == []


@pytest.mark.parametrize("file", SOURCES, ids=str)
def test_every_wait_and_skip_says_why(file: Path) -> None:
    assert bare_waits(read(file)) == []


def below(*parts: str) -> str:
    """An absolute path, put together so that this file does not hold it."""
    return "/" + "/".join(parts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (below("root", "x"), True),
        (f"cd {below('work', 'main')}", True),
        (f'"{below("tmp", "x.json")}"', True),
        (below("home", "somchai", "data"), True),
        (below("home", "user", "data"), False),
        (f"https://example.go.th{below('work', '2567')}", False),
        (f"{{folder}}{below('tmp', 'x')}", False),
        ("a folder below /tmp", False),
    ],
)
def test_machine_paths_are_told_from_others(text: str, found: bool) -> None:
    assert bool(machine_paths(text)) is found


@pytest.mark.parametrize(
    ("comment", "bare"),
    [
        ("noqa", True),
        ("noqa: N802", True),
        ("noqa (why not)", True),
        ("noqa: N802 (the customary name)", False),
        ("noqa: A001, A002 - the customary names", False),
        ("type: ignore", True),
        ("type: ignore[no-any-return]", True),
        ("type: ignore[no-any-return]  # the library has no types", False),
        ("type: ignore[misc, arg-type]  # (the library has no types)", False),
    ],
)
def test_bare_waivers_are_told_from_reasoned_ones(comment: str, bare: bool) -> None:
    assert bare_waivers(f"x = 1  # {comment}\n") == ([1] if bare else [])


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("time.sleep(1)", True),
        ("time.sleep(1)  # the lock is tried again after a while", False),
        ("# the lock is tried again after a while\ntime.sleep(1)", False),
        ("@pytest.mark.skipif(True)\ndef test() -> None: ...", True),
        ("def test() -> None:\n    pytest.skip()", True),
        ("queue.sleep(1)", False),
    ],
)
def test_bare_waits_are_told_from_reasoned_ones(source: str, bare: bool) -> None:
    assert bool(bare_waits(source + "\n")) is bare
