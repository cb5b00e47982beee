"""Writing an exported file: whole or not at all, and never over another by accident."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from pathlib import Path

_MODE = 0o660
"""At most: the umask takes from it, and strangers never get anything."""

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})
"""What a file system without hard links, such as that of a memory stick, answers."""


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
        DataError: A file is there already and `force` is false, or the folder is missing or
            cannot be written; the file that was there is as it was.
    """
    if not target.name or target.name == ".." or "\0" in str(target):
        raise UsageError(_("“{file}” is no name of a file.").format(file=target))
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
        raise DataError(
            _("{file} is there already; give another name, or --force to replace it.").format(
                file=target
            )
        ) from error
    except OSError as error:
        raise DataError(_sentence(target, error)) from error


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
    try:
        os.link(temporary, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Whoever makes the empty file first owns the name.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
        os.close(os.open(target, flags, _MODE))
        temporary.replace(target)


def _sentence(target: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return _("There is no folder {folder} to write {file} into; make it first.").format(
            folder=target.parent, file=target.name
        )
    return _("{file} could not be written ({reason}); nothing was changed.").format(
        file=target, reason=reason(error)
    )
