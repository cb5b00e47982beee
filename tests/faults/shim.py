"""The system calls of the store, counted; one of them can be made to fail or to be the last."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = (
    "close", "fchmod", "fchown", "fstat", "fsync", "ftruncate", "getxattr", "link", "listdir",
    "lstat", "mkdir", "open", "pread", "pwrite", "read", "removexattr", "rename", "replace",
    "rmdir", "scandir", "setxattr", "stat", "unlink", "write",
)  # fmt: skip


class Shim:
    """Stands between the program and the functions of `os` and `fcntl.flock`.

    Attributes:
        made: The names of the calls since the shim was armed.
    """

    def __init__(self) -> None:
        """Put the shim in place; it does nothing until it is armed."""
        self.made: list[str] = []
        self._at = -1
        self._happens: Callable[[], object] | None = None
        for name in CALLS:
            if hasattr(os, name):
                setattr(os, name, self._wrapped(name, getattr(os, name)))
        fcntl.flock = self._wrapped("flock", fcntl.flock)

    @contextmanager
    def armed(self, at: int = -1, happens: Callable[[], object] | None = None) -> Iterator[None]:
        """Count the calls, and let something happen in place of one of them, from 0."""
        self.made, self._at, self._happens = [], at, happens
        try:
            yield
        finally:
            self._at, self._happens = -1, None

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: object, **named: object) -> Any:  # noqa: ANN401 (whatever `os` returns)
            self.made.append(name)
            if len(self.made) - 1 == self._at and self._happens is not None:
                if name == "close":  # it frees the descriptor even when it fails
                    real(*given, **named)
                self._happens()
            return real(*given, **named)

        return call
