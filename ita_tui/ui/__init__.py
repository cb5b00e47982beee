"""The screen: the only part that knows Textual."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

FRAMES = 1000
"""How many frames a second are painted at most; one is worked out only when something changed.

A frame that follows another waits for the next beat of this clock. With Textual's own 60 that is
longer than both frames take: the second step of an answer, such as the list behind the letter
that was typed into the filter, came a sixtieth of a second late.
"""

os.environ.setdefault("TEXTUAL_FPS", str(FRAMES))  # read when Textual is loaded


def _load_asyncio() -> None:
    """Load asyncio without TLS: no connection is made here, and it slows every start.

    A module that is None cannot be imported, and asyncio does without this one then.
    """
    if "ssl" in sys.modules:
        return
    loaded: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # (may be None)
    loaded["ssl"] = None
    try:
        import asyncio  # noqa: F401, PLC0415 (now, for the sake of what is left out)
    finally:
        del loaded["ssl"]


_load_asyncio()
