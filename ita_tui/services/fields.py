"""The fields of an item as people type them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Evidence
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.thai.dates import parse_date, parse_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FIRST_YEAR, LAST_YEAR = 2500, 2699
"""The years that are taken for years of the Buddhist era where they stand alone."""

_SCHEMES = ("http://", "https://")


class FieldError(UsageError):
    """What was typed into a field cannot be its value.

    Attributes:
        field: The name of the field.
    """

    def __init__(self, field: str, message: str) -> None:
        """Keep the field beside the sentence."""
        super().__init__(message)
        self.field = field


def parse_due(text: str, today: date) -> date | None:
    """A due date, or None for an empty text.

    Raises:
        FieldError: It is no date.
    """
    if not text.strip():
        return None
    try:
        return parse_date(text, today)
    except ValueError as error:
        raise FieldError("due", f"{clean(text).strip()}: {error}") from error


def parse_evidence(text: str, known: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Evidence from lines of an address and, after a space, what is there.

    Args:
        text: The lines; empty ones are left out.
        known: The present evidence: the note of an address that stays is kept.

    Raises:
        FieldError: A line does not begin with an address.
    """
    notes = {one.url: one.note for one in known}
    found = []
    for line in text.splitlines():
        url, _space, label = clean(line).strip().partition(" ")
        if url:
            found.append(Evidence(checked_url(url), label.strip(), notes.get(url, "")))
    return tuple(found)


def checked_url(url: str) -> str:
    """An address that a browser can open.

    Raises:
        FieldError: It has another scheme, or none, or no host.
    """
    scheme = next((one for one in _SCHEMES if url.lower().startswith(one)), None)
    if scheme is None or len(url) == len(scheme):
        raise FieldError(
            "evidence",
            _("{url} is no web address; it begins with http:// or https://.").format(url=url),
        )
    return url


def parse_year(text: str) -> int:
    """A fiscal year of the Buddhist era, as `parse_fiscal_year` reads it.

    Raises:
        FieldError: It is none.
    """
    year = parse_fiscal_year(text)
    if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
        return year
    raise FieldError(
        "year",
        _("{year} is no fiscal year; write it in the Buddhist era, such as 2567.").format(
            year=clean(text).strip() or '""'
        ),
    )
