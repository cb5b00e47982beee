"""Writing an exported file: whole or not at all, and never over another by accident."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.store.files import reason
from ita_tui.store.links import linked

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODE = 0o660
"""At most: the umask takes from it, and strangers never get anything."""


_DATA = re.compile(r"\d{4}\.json")
"""What a data file is called; the file of its lock lies beside it."""


class NotWrittenError(DataError):
    """A file was not written under the name that was given; what was there is as it was.

    Attributes:
        offered: A name under which it can be written, as far as can be told; None for none.
        no_folder: Whether its folder is not there, and so maybe only misspelt.
    """

    def __init__(self, message: str, offered: Path | None, *, no_folder: bool = False) -> None:
        """Keep the other name, and what is known of the folder, beside the sentence."""
        super().__init__(message)
        self.offered = offered
        self.no_folder = no_folder


def write_file(target: Path, content: bytes, *, force: bool) -> None:
    """Write a file beside others under its name.

    The content goes into a temporary file first, so that nobody ever sees half of it. A link
    under the name is replaced, not followed.

    Args:
        target: Where to.
        content: All of it.
        force: Whether a file that is there already may be replaced.

    Raises:
        UsageError: The name is no name of a file.
        NotWrittenError: A file is there already and `force` is false, or what is there is a
            folder, a device or a data file, or the folder is missing or cannot be written; what
            was there is as it was.
    """
    if not target.name or target.name == ".." or "\0" in str(target):
        raise UsageError(_("“{file}” is no name of a file.").format(file=target))
    _must_be_replaceable(target)
    # A random name, since the target's own might leave no room for more; and no name that the
    # store takes for a dead process's.
    temporary = target.with_name(f".ita-tui-{os.urandom(8).hex()}.part")
    try:
        _write_new(temporary, content)
        try:
            _publish(temporary, target, force=force)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError as error:
        other = free_name(target)
        raise NotWrittenError(_taken(target, other), other) from error
    except OSError as error:
        other = _elsewhere(target, error)
        # A folder that takes no files at all, such as /proc, says the same as one that is missing.
        gone = error.errno == errno.ENOENT and not os.path.isdir(target.parent)  # noqa: PTH112 (Path raises for a name that is too long)
        sentence = _sentence(target, error, other, gone=gone)
        raise NotWrittenError(sentence, other, no_folder=gone) from error


def _must_be_replaceable(target: Path) -> None:
    """Refuse what no document may take the place of, whoever asks for it.

    A device is the system's own, and in place of a data file there would be no checklist.

    Raises:
        NotWrittenError: The name is that of such a thing.
    """
    # Path.exists raises for a name that is too long; the system says so when it is written.
    if os.path.exists(target) and not os.path.isfile(target):  # noqa: PTH110, PTH113 (see above)
        sentence = _("{file} is there already and is no file; give another name.")
    elif _DATA.fullmatch(target.name) and os.path.lexists(f"{target}.lock"):
        sentence = _("{file} is a data file of this program; give another name.")
    else:
        return
    raise NotWrittenError(sentence.format(file=target), free_name(target))


def free_name(target: Path) -> Path | None:
    """The name with a number behind it that nothing has yet; None in a folder without writing."""
    if not os.access(target.parent, os.W_OK | os.X_OK):
        return None
    names = (f"{target.stem}-{number}{target.suffix}" for number in count(2))
    return next(one for name in names if not os.path.lexists(one := target.with_name(name)))


def _elsewhere(target: Path, error: OSError) -> Path | None:
    """The same name in a folder that can be written, on another disk where this one fails."""
    if error.errno == errno.ENAMETOOLONG:
        return None  # no folder takes the name
    refused = error.errno in {errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR}
    for folder in _other_folders():
        with suppress(OSError):
            if not refused and folder.stat().st_dev == target.parent.stat().st_dev:
                continue
            there = folder / target.name
            if os.access(folder, os.W_OK | os.X_OK):
                return free_name(there) if os.path.lexists(there) else there
    return None


def _other_folders() -> Iterator[Path]:
    with suppress(RuntimeError):  # no home folder
        yield Path.home()
    yield Path(tempfile.gettempdir())


def _write_new(path: Path, content: bytes) -> None:
    """A new file with this content, on the disk for certain, or none."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, _MODE)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def _publish(temporary: Path, target: Path, *, force: bool) -> None:
    """Give the file its name; without force only if nobody else has taken it meanwhile."""
    if force:
        temporary.replace(target)
        return
    if not linked(temporary, target):
        # Whoever makes the empty file first owns the name.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
        os.close(os.open(target, flags, _MODE))
        temporary.replace(target)


def _taken(target: Path, other: Path | None) -> str:
    if other is None:
        return _("{file} is there already; give another name, or --force to replace it.").format(
            file=target
        )
    return _(
        "{file} is there already; give another name such as {other}, or --force to replace it."
    ).format(file=target, other=other)


def _sentence(target: Path, error: OSError, other: Path | None, *, gone: bool) -> str:
    names = {"file": target, "folder": target.parent, "name": target.name, "other": other}
    if gone and other is None:
        sentence = _("There is no folder {folder} to write {name} into; make it first.")
    elif gone:
        sentence = _(
            "There is no folder {folder} to write {name} into; make it first, or write {other}."
        )
    elif other is None:
        sentence = _("{file} could not be written ({reason}); nothing was changed.")
    else:
        sentence = _(
            "{file} could not be written ({reason}); nothing was changed, and {other} is free."
        )
    return sentence.format(reason=reason(error), **names)
