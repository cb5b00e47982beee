"""When garbage is collected: not while the program starts, and then seldom."""

from __future__ import annotations

import gc

BEGIN_AFTER = 1.0
"""How many seconds after the screen was opened garbage is collected; by then all is loaded."""

_SELDOM = 20_000
"""After so many new objects the young ones are looked at: a long list is made of several times
as many, and all of them stay."""


def begin_to_collect() -> None:
    """Collect garbage from now on, if that was put off; what is loaded stays, and is passed over.

    Where it was not put off, as in a test that goes on with other things, nothing changes.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_SELDOM)
        gc.enable()
