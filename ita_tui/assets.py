"""Where the styles and seeds are: the only module that knows.

In a wheel both folders lie inside the package, in a checkout beside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `styles` or `seeds`, inside the package or beside it.

    Raises:
        FileNotFoundError: Neither place has it: the installation is incomplete.
    """
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(name)
