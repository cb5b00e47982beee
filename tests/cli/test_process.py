"""The program as the shell sees it: processes, pipes, encodings, signals, a terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

COMMAND = (sys.executable, "-m", "ita_tui")

LISTENING = (
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from ita_tui.cli.entry import run; run()",
)
"""The same where the one who runs the tests ignores interrupts, as a job in the background does."""


@pytest.fixture
def environ(
    tmp_path: Path, checklist: Checklist, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """An environment with a data folder, in English by configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file = tmp_path / "config" / "ita-tui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'lang = "en"\ndata = "{tmp_path / "data"}"\n', encoding="utf-8")
    Workspace(tmp_path / "data").create(checklist, (), actor)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    config = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "LC_ALL": "C.UTF-8"}
    return {**kept, **config, **coverage()}


def coverage() -> dict[str, str]:
    """What a process needs so that its coverage counts, where that is measured."""
    return {name: value for name, value in os.environ.items() if name.startswith("COV")}


def run(environ: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], env=environ, capture_output=True, check=False, timeout=60
    )


def test_a_command_is_carried_out(environ: dict[str, str]) -> None:
    done = run(environ, "set", "O2", "done")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "→ ดำเนินการเรียบร้อยแล้ว" in done.stdout.decode()
    listed = run(environ, "list", "--json")
    assert json.loads(listed.stdout)["items"][1]["state"] == "done"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("list",), 0), (("show", "O99"), 2), (("import", "missing.txt"), 4), (("--version",), 0)],
)
def test_the_exit_code_is_that_of_the_process(
    environ: dict[str, str], arguments: tuple[str, ...], code: int
) -> None:
    assert run(environ, *arguments).returncode == code


@pytest.mark.parametrize(
    "setting", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}], ids=str
)
def test_any_encoding_will_do(environ: dict[str, str], setting: dict[str, str]) -> None:
    done = run({**environ, **setting}, "list")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().count("O1") == 1


def test_documents_are_utf8_in_any_encoding(environ: dict[str, str]) -> None:
    ascii_only = {**environ, "PYTHONIOENCODING": "ascii"}
    assert "โครงสร้าง" in run(ascii_only, "export", "checklist").stdout.decode()
    assert json.loads(run(ascii_only, "list", "--json").stdout)["items"][0]["name"] == "โครงสร้าง"


def test_a_reader_that_closes_the_pipe_ends_it_quietly(environ: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "list"], env=environ, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "command",
    [("list",), ("export", "checklist"), ("history", "--json"), ("--version",), ("set", "--help")],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output_is_one_sentence(
    environ: dict[str, str], command: tuple[str, ...], unbuffered: str
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *command],
            env={**environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr.decode() == ("The output could not be written (No space left on device).\n")


@pytest.mark.parametrize(
    ("arguments", "code", "out", "complaint"),
    [
        ("show O2 <&-", 0, "O2 ", ""),
        ("show O2 >&-", 0, "", ""),
        ("show O99 2>&-", 2, "", ""),
        ("show O99 <&- >&-", 2, "", "There is no item O99"),
        ("<&-", 2, "", "The screen needs a terminal"),
        ("set O2 done >&- 2>&-", 0, "", ""),
    ],
)
def test_a_closed_stream_is_no_stumbling_block(
    environ: dict[str, str], arguments: str, code: int, out: str, complaint: str
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec '{sys.executable}' -m ita_tui {arguments}"],
        env=environ,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code
    assert done.stdout.decode().startswith(out)
    assert bool(done.stdout) is bool(out)
    assert complaint in done.stderr.decode()
    assert bool(done.stderr) is bool(complaint)
    assert run(environ, "doctor").returncode == 0


def test_an_interrupt_ends_it_quietly(environ: dict[str, str], tmp_path: Path) -> None:
    """While it waits for the lock that somebody else holds."""
    lock = tmp_path / "data" / "2567.json.lock"
    with lock.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        running = subprocess.Popen(
            [*LISTENING, "set", "O2", "done"],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        while running.poll() is None and str(lock) not in opened(running.pid):
            continue
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")


def opened(pid: int) -> set[str]:
    """The files that a process has open."""
    folder = Path(f"/proc/{pid}/fd")
    names = set()
    for descriptor in folder.iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            names.add(str(descriptor.readlink()))
    return names


def test_without_a_terminal_the_screen_is_refused(environ: dict[str, str]) -> None:
    done = run(environ)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "The screen needs a terminal" in done.stderr.decode()


class Terminal:
    """A pseudo-terminal of some size with a command on it."""

    def __init__(self, environ: dict[str, str], columns: int, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self._process = subprocess.Popen(
            [*COMMAND, *arguments], env=environ, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)

    def text(self) -> str:
        """Everything that the command wrote before it ended."""
        parts = []
        while part := self._read():
            parts.append(part)
        os.close(self._ours)
        self._process.wait(timeout=60)
        return b"".join(parts).decode().replace("\r\n", "\n")

    @property
    def code(self) -> int | None:
        """The exit code."""
        return self._process.returncode

    def _read(self) -> bytes:
        try:
            return os.read(self._ours, 4096)
        except OSError:  # how Linux says that the other end is closed
            return b""


@pytest.mark.parametrize(
    ("setting", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_colours_are_for_terminals_that_want_them(
    environ: dict[str, str], setting: dict[str, str], coloured: bool
) -> None:
    text = Terminal({**environ, **setting}, 80, "list").text()
    assert "O1" in text
    assert ("\x1b[" in text) is coloured


def test_a_terminal_that_does_not_know_its_width_cuts_nothing(environ: dict[str, str]) -> None:
    assert Terminal(environ, 0, "list").text() == run(environ, "list").stdout.decode()


def test_a_list_is_cut_to_the_terminal(environ: dict[str, str]) -> None:
    run(environ, "set", "O1", "--wording", "ข้อความยาว" * 12)
    assert "…" in Terminal(environ, 60, "list").text()
    assert "…" not in run(environ, "list").stdout.decode()


@pytest.mark.parametrize(
    ("setting", "columns", "words"),
    [({"TERM": "dumb"}, 80, "TERM=dumb"), ({"TERM": "xterm"}, 50, "50 columns and 24 lines")],
)
def test_the_screen_is_refused_before_a_byte_is_sent(
    environ: dict[str, str], setting: dict[str, str], columns: int, words: str
) -> None:
    terminal = Terminal({**environ, **setting}, columns)
    text = terminal.text()
    assert terminal.code == 2
    assert words in text
    assert "\x1b" not in text
