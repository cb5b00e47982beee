"""Garbage that was not collected while the program started is collected from then on."""

from __future__ import annotations

import subprocess
import sys

PUT_OFF = """
import gc
from ita_tui.ui.garbage import begin_to_collect
before = gc.get_threshold()
begin_to_collect()
print(gc.get_threshold() == before, gc.get_freeze_count())
gc.disable()
begin_to_collect()
print(gc.isenabled(), gc.get_threshold() > before, gc.get_freeze_count() > 1000)
"""


def test_garbage_is_collected_once_the_screen_is_there() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PUT_OFF], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["True 0", "True True True"]
