"""Hard links, and what the file systems answer that have none."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})
"""What a file system without them, such as that of a memory stick, answers, and one that has no
more of them for this file."""


def linked(path: Path, other: Path) -> bool:
    """Give a file another name as well; of a link the link itself, not what it leads to.

    Returns:
        False where the file system has no hard links for it; then nothing was done.

    Raises:
        FileExistsError: Something has that name already.
        OSError: It could not be done for another reason.
    """
    try:
        os.link(path, other, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    return True
