"""One question that `doctor` asks of a data folder, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a question was answered."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer.

    Attributes:
        name: What was looked at, in the language in use.
        level: Whether all is well, something is worth knowing, or something is wrong.
        message: The answer as a sentence, in the language in use.
    """

    name: str
    level: Level
    message: str
