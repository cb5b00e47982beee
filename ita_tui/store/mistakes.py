"""What pydantic finds wrong with a value, in the language in use: its own words are English."""

from __future__ import annotations

from ita_tui.i18n import N_, _

_EXPECTED = {
    "missing": N_("the field is missing"),
    "string": N_("a text is expected"),
    "int": N_("a whole number is expected"),
    "float": N_("a number is expected"),
    "finite": N_("a number is expected"),
    "greater": N_("the number is too small"),
    "less": N_("the number is too large"),
    "bool": N_("true or false is expected"),
    "date": N_("a date such as 2023-10-31 is expected"),
    "time": N_("a time such as 09:30:00 is expected"),
    "datetime": N_("a date and time such as 2023-10-31T02:30:00Z is expected"),
    "tuple": N_("a list is expected"),
    "dataclass": N_("an object with fields is expected"),
}
_OTHER = N_("this value cannot stand here")
"""What is said of the kinds of mistakes, by the first word of pydantic's name for them."""


def mistake(kind: str, expected: str = "") -> str:
    """What is wrong with a value, as a clause without a full stop.

    Args:
        kind: Pydantic's name for the kind of mistake, such as `string_type`.
        expected: The values of a choice, where it is one.
    """
    if expected:
        return _("one of {names} is expected").format(names=expected)
    return _(_EXPECTED.get(kind.partition("_")[0], _OTHER))
