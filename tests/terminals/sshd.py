"""A real OpenSSH server on loopback, run by the test's own user, with keys of its own."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 30.0
"""How many seconds the server may take to listen."""

PROGRAM = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
"""The server, or None where it is not installed."""

_PRIVILEGES = Path("/run/sshd")
"""Where a server of root separates its privileges; the package's service makes it at its start."""

_SETTINGS = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PidFile none
PrintMotd no
PrintLastLog no
"""


class Sshd:
    """A server, and the way to it."""

    def __init__(self, folder: Path) -> None:
        """Start a server whose keys and settings lie in a folder."""
        assert PROGRAM is not None
        if os.geteuid() == 0:
            _PRIVILEGES.mkdir(mode=0o755, exist_ok=True)
        self._folder = folder
        for name in ("host", "user"):
            make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(make, check=True)
        self._port = _free_port()
        settings = folder / "sshd_config"
        settings.write_text(_SETTINGS.format(port=self._port, folder=folder), "utf-8")
        self._log = (folder / "sshd.log").open("wb")
        command = [PROGRAM, "-D", "-e", "-f", str(settings)]
        self._server = subprocess.Popen(command, stderr=self._log)
        self._wait()

    def client(self, command: Sequence[str]) -> list[str]:
        """The command line of a client that runs a command in a terminal on the server."""
        options = (
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "BatchMode=yes",
            "LogLevel=ERROR",
            "IdentitiesOnly=yes",
        )
        return [
            "ssh", "-F", "none", "-tt", "-p", str(self._port), "-i", str(self._folder / "user"),
            *(part for option in options for part in ("-o", option)),
            "127.0.0.1", shlex.join(command),
        ]  # fmt: skip

    def cut(self) -> None:
        """Let every connection break off without a word, as a line that drops does."""
        for process in _below(self._server.pid):
            if _name(process).startswith("sshd"):
                os.kill(process, signal.SIGKILL)

    def close(self) -> None:
        """End the server and its connections."""
        self.cut()
        self._server.terminate()
        self._server.wait(PATIENCE)
        self._log.close()

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            log = (self._folder / "sshd.log").read_text("utf-8")
            assert self._server.poll() is None, log
            assert time.monotonic() < deadline, log
            time.sleep(0.05)  # (another look until it listens)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _below(process: int) -> list[int]:
    """All processes that a process has started, and those that they have."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text("utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        children.setdefault(int(after_name[1]), []).append(int(stat.parent.name))
    found = [process]
    for one in found:
        found += children.get(one, [])
    return found[1:]


def _name(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return ""
