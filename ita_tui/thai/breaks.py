"""Where a Thai line may end: at the ends of words, which a dictionary finds.

The dictionary (thaibreak) is loaded when it is first asked. Where it cannot be loaded a line may
end between any two letters that their vowels allow; `engine` tells which of the two is at work.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import threading
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from ita_tui.thai import compounds
from ita_tui.thai.cells import is_attached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

_NO_START = frozenset("ะาำๅๆฯ)]}”’»")
"""Characters that no line begins with."""

_NO_END = frozenset("เแโใไ([{“‘«\u200d")
"""Characters that no line ends with, even with a space after a bracket."""

_MARKER = "\ufdd0"  # a noncharacter: no text means anything by it
_UNFIT = f"[\0{_MARKER}\ud800-\udfff]"
_SPACES = "(?<=[^ ]) +|\u200b"
_THAI_PAIR = "(?<=[\u0e01-\u0e5b])(?=[\u0e01-\u0e5b])"


Cuts = tuple[int, ...]
"""Offsets in a text, in order, without its start and its end."""


class _Engine:
    """What finds the words, once it is loaded; one per process."""

    lock = threading.Lock()
    name = ""
    lines: Callable[[str, str], str]


class _Names:
    """The words of `add_words`; one set per process."""

    known: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None


def engine() -> str:
    """What finds the words: `thaibreak`, or `clusters` where that library cannot be used."""
    with _Engine.lock:
        _load()
    return _Engine.name


def prepare() -> None:
    """Load and compile now what would be for the first text that is wider than its line."""
    if engine() == "thaibreak":
        compounds.load()
    _all_cuts("ภาษา ไทย")


def add_words(words: Iterable[str]) -> None:
    """Keep these words whole wherever they fit in a line: names that no dictionary has.

    Args:
        words: Words, or names of several with spaces between, where a line may still end.
    """
    known = _Names.known.union(*(word.split() for word in words))
    if known != _Names.known:
        _Names.known = known
        _Names.pattern = re.compile("|".join(_alternatives(known)))


def _alternatives(words: Iterable[str]) -> Iterator[str]:
    """A pattern for the words of each first letter, the longest first."""
    for first, some in groupby(sorted(words), key=lambda word: word[0]):
        rests = sorted((word[1:] for word in some), key=len, reverse=True)
        yield f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})"


def name_cuts(text: str, start: int, end: int) -> Cuts:
    """Ends of words, without those inside a name."""
    cuts = _outside_names(text, _Names.pattern)
    return tuple(cut for cut in cuts if start < cut < end)


def word_cuts(text: str, start: int, end: int) -> Cuts:
    """Ends of words, as a reader takes them."""
    return tuple(cut for cut in _outside_words(text) if start < cut < end)


def part_cuts(text: str, start: int, end: int) -> Cuts:
    """Ends of the words that others are made of."""
    return tuple(cut for cut in _all_cuts(text) if start < cut < end)


@lru_cache(maxsize=1024)
def _outside_names(text: str, names: re.Pattern[str] | None) -> Cuts:
    cuts = _outside_words(text)
    if names is None:
        return cuts
    inside = {at for match in names.finditer(text) for at in range(match.start() + 1, match.end())}
    return tuple(cut for cut in cuts if cut not in inside)


@lru_cache(maxsize=1024)
def _outside_words(text: str) -> Cuts:
    cuts = _all_cuts(text)
    if _Engine.name != "thaibreak":
        return cuts
    inside = compounds.inside(text, cuts)
    return tuple(cut for cut in cuts if cut not in inside)


@lru_cache(maxsize=1024)
def _all_cuts(text: str) -> Cuts:
    """Where a line of this paragraph may end; spaces belong to the word before them."""
    # The library takes C strings, and UTF-8: what is neither stands in for itself by its place.
    plain = re.sub(_UNFIT, "\ufffd", text)
    with _Engine.lock:
        _load()
        marked = _Engine.lines(plain, _MARKER)
    found = set(accumulate(map(len, marked.split(_MARKER))))
    found.update(match.end() for match in re.finditer(_SPACES, text))
    return tuple(cut for cut in sorted(found) if 0 < cut < len(text) and may_end(text, cut))


def may_end(text: str, at: int) -> bool:
    """Whether one line may end and the next one begin at this place."""
    after, last = text[at], at
    while last and text[last - 1] == " ":
        last -= 1
    return (
        not is_attached(after) and after not in _NO_START and text[last - 1 : last] not in _NO_END
    )


def _load() -> None:
    """Load the library, if that has not been tried yet."""
    if _Engine.name:
        return
    try:
        lines: Callable[[str, str], str] = _library().lines
    except ImportError:
        lines = _between_letters
    # The package is there but answers with the text unchanged where its binary does not load.
    if lines("ภาษาไทย", _MARKER) == f"ภาษา{_MARKER}ไทย":
        _Engine.lines, _Engine.name = lines, "thaibreak"
    else:
        _Engine.lines, _Engine.name = _between_letters, "clusters"


def _library() -> ModuleType:
    """The part of the library that finds the words.

    Its package asks for its own version first, in the records of all that is installed, which
    takes six times as long as all the rest.

    Raises:
        ImportError: It is not installed, or has no such part.
    """
    spec = importlib.util.find_spec("thaibreak")
    if spec is None:
        raise ImportError(name="thaibreak")
    sys.modules.setdefault("thaibreak", importlib.util.module_from_spec(spec))
    return importlib.import_module("thaibreak.core")


def _between_letters(text: str, marker: str) -> str:
    """The text with a marker between any two Thai characters; `may_end` leaves out the wrong."""
    return re.sub(_THAI_PAIR, marker, text)
