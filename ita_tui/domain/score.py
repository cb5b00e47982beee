"""The scores of a past year, as they were published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """One published score.

    Attributes:
        code: `1` to `10` for an indicator; `IIT`, `EIT1`, `EIT2`, `OIT` for an instrument.
        name: Its Thai name.
        value: From 0 to 100.
    """

    code: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The published scores of one fiscal year.

    Attributes:
        fiscal_year: In the Buddhist era.
        overall: The weighted whole, from 0 to 100.
        indicators: One score for each indicator, in order.
        instruments: One score for each instrument, in order.
    """

    fiscal_year: int
    overall: float
    indicators: tuple[Score, ...] = ()
    instruments: tuple[Score, ...] = ()
