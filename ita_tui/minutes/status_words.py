"""A status as a cell of a table has it: its wording, and the state where the words do not tell."""

from __future__ import annotations

import re

from ita_tui.domain.status import DEFAULT_WORDING, State, Status

NOT_SET = "ไม่ระบุ"
"""The word for a state that is not set."""

_STATE_WORDS = {**DEFAULT_WORDING, State.UNSET: NOT_SET}
_STATES = {word: state for state, word in _STATE_WORDS.items()}
_WITH_STATE = re.compile(rf"(.+) \(({'|'.join(map(re.escape, _STATES))})\)", re.DOTALL)


def shown_status(status: Status) -> str:
    """The wording; one that is not in customary use is followed by its state in brackets.

    An unset status without wording is empty. So nothing of a status is lost in a document, and
    `read_status` gives it back.
    """
    wording = status.wording or DEFAULT_WORDING[status.state]
    if _state_of(wording) is status.state and _WITH_STATE.fullmatch(wording) is None:
        return wording
    return f"{wording} ({_STATE_WORDS[status.state]})"


def read_status(shown: str) -> Status:
    """The status that `shown_status` showed; words that tell no state are an unset status."""
    found = _WITH_STATE.fullmatch(shown)
    if found is None:
        return Status(_state_of(shown), shown)
    return Status(_STATES[found[2]], found[1])


def _state_of(wording: str) -> State:
    known = Status.from_wording(wording)
    return State.UNSET if known is None else known.state
