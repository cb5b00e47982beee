"""How numbers stand in a document: in Thai or in Arabic digits."""

from __future__ import annotations

from enum import StrEnum

from ita_tui.thai.digits import thai_outside_codes, to_arabic

BLANK = "…………"
"""What is not known yet, as the line that an official form leaves open for the pen."""


class Digits(StrEnum):
    """The digits of a document."""

    THAI = "thai"
    ARABIC = "arabic"

    def prose(self, value: str) -> str:
        """A text in these digits; codes, web addresses and file names keep the Arabic ones."""
        return thai_outside_codes(value) if self is Digits.THAI else to_arabic(value)

    def number(self, value: float) -> str:
        """A number in these digits: without decimals when it is whole, else with two."""
        rounded = round(value, 2)
        return self.prose(f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.2f}")
