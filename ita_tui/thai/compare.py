"""Comparing Thai text as a reader does: the same word typed or encoded in another way is found.

Thai has several spellings in code points for what looks the same, and people mistype marks in
an order that looks right. `key` gives one form for all of them; `loose_key` leaves the tone marks
out as well, since they are what is most often missed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

from ita_tui.thai.cells import begins, clusters
from ita_tui.thai.digits import to_arabic

_MARKS = "".join(map(chr, (0x0E3A, 0x0E38, 0x0E39, 0x0E31, *range(0x0E34, 0x0E38), 0x0E47, 0x0E4D)))
_MARKS += "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e"
"""In the order in which they are kept; no other order of the vowels below and the tone marks is
stable under NFC."""

_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_WITHOUT_TONES = dict.fromkeys(map(ord, _TONES))
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_ZERO_WIDTH = "\u00ad\u034f\u061c\u180e"
_ZERO_WIDTH += "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"

_Stage = tuple[re.Pattern[str], Callable[[str], str]]


def key(text: str) -> str:
    """The form of a text to compare by: equal for texts that a reader takes for the same.

    Composed (NFC), without zero-width characters, with Arabic digits, marks in one order and
    none twice, SARA AM, SARA AE and LAKKHANGYAO as one code point where they were typed as two,
    without case, and with single spaces only inside. The key of a key is the key itself.
    """
    return _run(text, _stages(loose=False))


def loose_key(text: str) -> str:
    """As `key`, and without tone marks."""
    return _run(text.translate(_WITHOUT_TONES), _stages(loose=True))


def find(text: str, query: str) -> tuple[int, int] | None:
    """Where a query first occurs in a text: by `key`, else by `loose_key`.

    Args:
        text: What is searched.
        query: What is sought, as typed.

    Returns:
        Start and end (exclusive) in `text` as it was given, widened to whole clusters, so that
        highlighting the span never parts a mark from its letter; None where it does not occur,
        or where nothing is left of the query to compare by.
    """
    return finder(query)(text)


def finder(query: str) -> Callable[[str], tuple[int, int] | None]:
    """What finds a query in texts, as `find` does; for many texts its keys are made once."""
    strict, loose = key(query), loose_key(query)
    return lambda text: span_of_key(text, strict) or span_of_key(text, loose, loose=True)


def span_of_key(text: str, wanted: str, *, loose: bool = False) -> tuple[int, int] | None:
    """Where a text has a key in its own key; the span is as that of `find`.

    Args:
        text: What is searched.
        wanted: A query's key, made once for many texts.
        loose: Whether `wanted` is a `loose_key`.
    """
    stages = _stages(loose=loose)
    if not wanted or wanted not in (found_in := _run(text, stages)):
        return None
    if found_in == text:  # as most texts are, each of whose characters stands for itself
        at = text.index(wanted)
        return _whole_clusters(text, at, at + len(wanted))
    return _span(text, wanted, stages)


def _run(text: str, stages: tuple[_Stage, ...]) -> str:
    for pattern, form in stages:
        text = pattern.sub(lambda match, form=form: form(match[0]), text)  # type: ignore[misc]  # (a default binds the loop's value)
    return text


def _span(text: str, wanted: str, stages: tuple[_Stage, ...]) -> tuple[int, int]:
    """The span of `text` from which the first `wanted` in its key came."""
    spans = [(index, index + 1) for index in range(len(text))]
    current = text
    for pattern, form in stages:
        if not pattern.search(current):
            continue
        pieces = list(_pieces(current, spans, pattern, form))
        current = "".join(piece for piece, _ in pieces)
        spans = [span for piece, span in pieces for _ in piece]
    at = current.index(wanted)
    return _whole_clusters(text, spans[at][0], spans[at + len(wanted) - 1][1])


def _whole_clusters(text: str, start: int, end: int) -> tuple[int, int]:
    """A span of a text widened, so that it parts no mark from its letter."""
    if all(at in (0, len(text)) or begins(text, at) for at in (start, end)):
        return start, end
    bounds = list(accumulate(map(len, clusters(text)), initial=0))
    return bounds[bisect_right(bounds, start) - 1], bounds[bisect_left(bounds, end)]


def _pieces(
    text: str, spans: list[tuple[int, int]], pattern: re.Pattern[str], form: Callable[[str], str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """What a stage makes of a text, each piece with the span of the original it came from."""
    done = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        yield from zip(text[done:start], spans[done:start], strict=True)
        single = [form(char) for char in match[0]]
        whole = form(match[0])
        if "".join(single) == whole:
            yield from zip(single, spans[start:end], strict=True)
        else:
            yield whole, (spans[start][0], spans[end - 1][1])
        done = end
    yield from zip(text[done:], spans[done:], strict=True)


@cache
def _stages(*, loose: bool) -> tuple[_Stage, ...]:
    """What is done to a text, in an order in which no stage makes work for one before it."""
    dropped = _ZERO_WIDTH + (_TONES if loose else "")
    mark, chain = f"[{_MARKS}]", f"[{_MARKS}{_SARA_AA}{_SARA_AM}]"
    unsorted = "|".join(f"{one}[{_MARKS[: at + 1]}]" for at, one in enumerate(_MARKS))
    astray = f"{unsorted}|{_NIKHAHIT}{mark}*{_SARA_AA}|{_SARA_AM}{mark}"
    return (
        (re.compile(f"[{dropped}]+"), _nothing),
        (re.compile(r"\A\s+|(?<!\s)\s++\Z"), _nothing),
        (re.compile(r"\s\s+|[^\S ]"), _one_space),
        (re.compile("[๐-๙]+"), to_arabic),
        (re.compile(f"(?<!{chain}){chain}*?(?:{astray}){chain}*"), _in_order),
        (re.compile("เเ|[ฤฦ]า"), _as_one),
        (re.compile(r"[ -~]?[^\x00-\x7f\u0e00-\u0e7f]+|[A-Z]"), _folded),
    )


def _nothing(_: str) -> str:
    return ""


def _one_space(_: str) -> str:
    return " "


def _in_order(chain: str) -> str:
    """A run of marks, SARA AA and SARA AM with its marks in order and before SARA AM."""
    while (ordered := _astray().sub(_mended, chain)) != chain:
        chain = ordered
    return chain


@cache
def _astray() -> re.Pattern[str]:
    mark = f"[{_MARKS}]"
    return re.compile(f"{mark}{{2,}}{_SARA_AA}?|{_NIKHAHIT}{_SARA_AA}|{_SARA_AM}+{mark}+")


def _mended(match: re.Match[str]) -> str:
    marks = match[0].strip(_SARA_AA + _SARA_AM)
    vowels = match[0].replace(marks, "")
    if vowels == _SARA_AA and _NIKHAHIT in marks:
        marks, vowels = marks.replace(_NIKHAHIT, ""), _SARA_AM
    return "".join(sorted(set(marks), key=_MARKS.index)) + vowels


def _as_one(pair: str) -> str:
    return "แ" if pair == "เเ" else pair[0] + "ๅ"


def _folded(run: str) -> str:
    composed = unicodedata.normalize("NFC", run)
    return unicodedata.normalize("NFC", composed.casefold())
