"""Who is acting, and what the environment has no say in."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from ita_tui.services.identity import acting, program_session

ROOT = Path(__file__).parent.parent.parent


def login_session(*, new: bool) -> str:
    """The session that a command in a process of its own sees."""
    program = "from ita_tui.services.identity import acting; print(acting('').session)"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        start_new_session=new,
    ).stdout


def test_the_unix_user_is_that_of_the_process_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "somebody")
    assert acting("").unix_user == pwd.getpwuid(os.getuid()).pw_name


def test_a_user_without_an_entry_is_shown_as_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(uid: int) -> pwd.struct_passwd:
        raise KeyError(uid)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert acting("").unix_user == str(os.getuid())


@pytest.mark.parametrize(
    ("given", "name"),
    [("", ""), ("  กองคลัง ", "กองคลัง"), ("\x1b[31mx\n", "␛[31mx"), (" \t", "")],
)
def test_the_given_name_stands_beside_it_clean(given: str, name: str) -> None:
    assert acting(given).name == name


def test_the_origin_is_the_address_of_the_ssh_client_else_this_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")
    assert acting("").origin == "ssh 192.0.2.7"
    monkeypatch.setenv("SSH_CONNECTION", "\x1b]0; 1")
    assert acting("").origin == "ssh ␛]0;"
    for nothing in ("", "  "):
        monkeypatch.setenv("SSH_CONNECTION", nothing)
        assert acting("").origin == os.uname().nodename
    monkeypatch.delenv("SSH_CONNECTION")
    assert acting("").origin == os.uname().nodename


def test_a_session_that_is_given_is_kept() -> None:
    assert acting("", session="s1").session == "s1"


def test_every_program_has_a_session_of_its_own() -> None:
    assert len({program_session() for _turn in range(50)}) == 50


def test_two_commands_of_one_login_have_one_session() -> None:
    assert login_session(new=False) == login_session(new=False)
    assert acting("").session == login_session(new=False).strip()


def test_another_login_has_another_session() -> None:
    assert login_session(new=True) != login_session(new=True)


def test_a_login_is_told_from_a_later_one_with_the_same_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status = "4711 (a (b) c) S " + " ".join(str(field) for field in range(4, 53))

    def read(path: Path, *_given: object) -> str:
        assert path == Path("/proc/4711/stat")
        return status

    monkeypatch.setattr(os, "getsid", lambda _pid: 4711)
    monkeypatch.setattr(Path, "read_text", read)
    assert acting("").session == "sid-4711-22"


def test_a_system_without_proc_has_the_number_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(path: Path, *_given: object) -> str:
        raise FileNotFoundError(2, "no", str(path))

    monkeypatch.setattr(os, "getsid", lambda _pid: 4711)
    monkeypatch.setattr(Path, "read_text", missing)
    assert acting("").session == "sid-4711"
