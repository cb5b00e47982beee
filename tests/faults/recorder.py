"""What a process has done to a folder, and what a power cut may leave of it.

The model is harsher than file systems are. Of the names in each folder, those that were synced
are certain; what came after is there up to some moment, for each folder another one. Of a file,
what was synced is certain; if it was written to since, it may be anything: as it was, empty, cut,
or zeros.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator


@dataclass(eq=False)
class File:
    """A file: what it holds, and what of that is certain."""

    content: bytes = b""
    certain: bytes = b""

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What may be in it."""
        if self.content == self.certain:
            return self.content
        part = self.content[: chance.randrange(len(self.content) + 1)]
        return chance.choice((self.certain, b"", part, bytes(len(self.content)), self.content))


@dataclass(eq=False)
class Folder:
    """A folder: every change of a name in it, in order, and how many of them are certain."""

    changes: list[tuple[tuple[str, File | Folder | None], ...]] = field(default_factory=list)
    certain: int = 0

    def change(self, *names: tuple[str, File | Folder | None]) -> None:
        """Give names to something, or to nothing any more, at one moment."""
        self.changes.append(names)

    def entries(self, upto: int | None = None) -> dict[str, File | Folder]:
        """What has a name after so many changes; after all of them when None."""
        named = dict(pair for names in self.changes[:upto] for pair in names)
        return {name: one for name, one in named.items() if one is not None}

    def lay(self, place: Path, chance: random.Random) -> None:
        """Make what a power cut may leave of it."""
        place.mkdir()
        for name, one in self.entries(chance.randint(self.certain, len(self.changes))).items():
            if isinstance(one, Folder):
                one.lay(place / name, chance)
            else:
                (place / name).write_bytes(one.after_a_cut(chance))


def scanned(place: Path) -> Folder:
    """A folder as it is, all of it certain."""
    found = Folder()
    for path in place.iterdir():
        content = b"" if path.is_dir() else path.read_bytes()
        found.change((path.name, scanned(path) if path.is_dir() else File(content, content)))
    found.certain = len(found.changes)
    return found


class Recorder:
    """Stands between the program and the functions of `os` that change a folder.

    Attributes:
        folder: What was done to the folder.
    """

    def __init__(self, place: Path, each: Callable[[], object]) -> None:
        """Begin at a folder as it is.

        Args:
            place: The folder.
            each: Called before each change, while nothing is recorded.
        """
        self.folder = scanned(place)
        self._place = place
        self._each = each
        self._open: dict[int, File | Folder] = {}
        self._active = False

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record what happens meanwhile."""
        real = {name: getattr(os, name) for name in _AFTER}
        for name, function in real.items():
            setattr(os, name, self._wrapped(name, function))
        self._active = True
        try:
            yield
        finally:
            self._active = False
            for name, function in real.items():
                setattr(os, name, function)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 (whatever `os` takes)
            if not self._active:
                return real(*given, **named)
            self._active = False
            try:
                self._each()
                found = real(*given, **named)
                _AFTER[name](self, found, *given)
            finally:
                self._active = True
            return found

        return call

    def _at(self, path: Any) -> tuple[Folder, str]:  # noqa: ANN401 (whatever `os` takes)
        """The folder that a path lies in, and its name there."""
        *above, name = Path(path).relative_to(self._place).parts
        folder = self.folder
        for part in above:
            inner = folder.entries()[part]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, name

    def opened(self, descriptor: int, path: Any, flags: int, *_mode: int) -> None:  # noqa: ANN401 (as above)
        """A file was opened, and made if it was missing; or the folder, to be synced."""
        if Path(path) == self._place:
            self._open[descriptor] = self.folder
            return
        folder, name = self._at(path)
        there = folder.entries().get(name)
        if there is None and flags & os.O_CREAT:
            there = File()
            folder.change((name, there))
        assert there is not None
        self._open[descriptor] = there

    def written(self, count: int, descriptor: int, data: Any) -> None:  # noqa: ANN401 (any buffer)
        """So many bytes were added to a file."""
        file = self._open.get(descriptor)
        if isinstance(file, File):
            file.content += bytes(data[:count])

    def synced(self, _none: None, descriptor: int) -> None:
        """A file, or the names in a folder, are certain from now on."""
        match self._open[descriptor]:
            case File() as file:
                file.certain = file.content
            case Folder() as folder:
                folder.certain = len(folder.changes)

    def renamed(self, _none: None, source: Any, target: Any) -> None:  # noqa: ANN401 (as above)
        """Something has another name in the same folder, in place of what had it."""
        folder, old = self._at(source)
        other, new = self._at(target)
        assert folder is other
        folder.change((old, None), (new, folder.entries()[old]))

    def linked(self, _none: None, source: Any, target: Any) -> None:  # noqa: ANN401 (as above)
        """A file has one more name."""
        folder, old = self._at(source)
        other, new = self._at(target)
        other.change((new, folder.entries()[old]))

    def removed(self, _none: None, path: Any) -> None:  # noqa: ANN401 (as above)
        """A name is gone."""
        folder, name = self._at(path)
        folder.change((name, None))

    def made(self, _none: None, path: Any, *_mode: int) -> None:  # noqa: ANN401 (as above)
        """There is a new folder."""
        folder, name = self._at(path)
        folder.change((name, Folder()))


_AFTER: dict[str, Callable[..., None]] = {
    "open": Recorder.opened,
    "write": Recorder.written,
    "fsync": Recorder.synced,
    "rename": Recorder.renamed,
    "replace": Recorder.renamed,
    "link": Recorder.linked,
    "unlink": Recorder.removed,
    "rmdir": Recorder.removed,
    "mkdir": Recorder.made,
}
