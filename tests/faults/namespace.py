"""Trials with file systems of their own, in a mount namespace that takes them along at its end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.report import Report

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = ("unshare", "mount", "umount", "mkfs.ext4")
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
"""Where the programs stand that only administrators use."""

APART = "unshare", "--mount", "--propagation", "private", "--"


def barred() -> str:
    """Why this process cannot mount a file system; empty if it can."""
    if os.geteuid() != 0:
        return "not root"
    absent = [name for name in PROGRAMS if shutil.which(name, path=PATH) is None]
    if absent:
        return f"without {', '.join(absent)}"
    tried = subprocess.run(
        [*APART, "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    return tried.stderr.strip()


def environment() -> dict[str, str]:
    """The environment for programs that only administrators use."""
    return {**os.environ, "PATH": PATH}


def apart(key: str, folder: Path, count: int, seed: int) -> Report:
    """Run trials in a mount namespace of their own; the report is theirs."""
    arguments = [key, str(folder), str(count), str(seed)]
    found = subprocess.run(
        [*APART, sys.executable, "-m", "tests.faults.trials", *arguments],
        cwd=ROOT,
        env=environment(),
        check=True,
        stdout=subprocess.PIPE,
    )
    return Report(**json.loads(found.stdout))
