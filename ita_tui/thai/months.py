"""The calendar in words and eras: months and weekdays as written and typed, Buddhist years."""

from __future__ import annotations

BE_OFFSET = 543
"""Years from the common era to the Buddhist era."""

FIRST_BE_YEAR, LAST_BE_YEAR = 2400, 2999
"""What people can mean: four digits from the first one on are a Buddhist year, fewer a common
one; a day outside both is a slip of the hand."""

MONTHS: dict[str, tuple[str, ...]] = {
    "th": (
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""Full names by language, January first."""

SHORT_MONTHS: dict[str, tuple[str, ...]] = {
    "th": (
        *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
        *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
    ),
    "en": tuple(name[:3] for name in MONTHS["en"]),
}
"""Short names by language, January first."""

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Thai weekdays, Monday first as in `date.weekday`."""

ENGLISH_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""The same in English; the names that Python has are those of the locale."""

_THAI_ENDINGS = ("คม", "ยน", "พันธ์")


def month_number(name: str) -> int | None:
    """The month, 1 to 12, of a name in either language, or None.

    Args:
        name: Full or short, in lower case; dots and spaces do not matter, nor does the ending of
            a Thai name that people leave out (ตุลา, กุมภา).
    """
    return _typed_months().get(name.replace(".", "").replace(" ", ""))


def weekday_number(name: str) -> int | None:
    """The weekday, 0 for Monday, of a Thai name (also พฤหัส), or None."""
    return {"พฤหัส": 3, **{known: at for at, known in enumerate(WEEKDAYS)}}.get(name)


def _typed_months() -> dict[str, int]:
    typed = {"sept": 9}
    for names in (*MONTHS.values(), *SHORT_MONTHS.values()):
        for number, name in enumerate(names, start=1):
            typed[name.replace(".", "").lower()] = number
    for number, name in enumerate(MONTHS["th"], start=1):
        ending = next(ending for ending in _THAI_ENDINGS if name.endswith(ending))
        typed[name.removesuffix(ending)] = number
    return typed
