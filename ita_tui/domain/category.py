"""A part of the list, and so of every checklist that follows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """A sub-indicator.

    Attributes:
        code: Its code, such as `9.1`.
        name: Its Thai name.
    """

    code: str
    name: str
