"""Items that a row of minutes may speak of, and whether the likest is surely the one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Item
from ita_tui.i18n import _
from ita_tui.services.importing.likeness import Name
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.minutes.reading import StatusRow

# Measured with the 43 items of the list of 2566 and the 42 rows of real minutes, each row by its
# name alone: that was enough for all of them, so neither the order of the rows nor what other rows
# took is made use of.

SURE = 0.82
"""From this likeness on, a name is an item's. Rows of real minutes have 0.86 and more with their
own item; with that taken out of the list at most 0.77 with another, 0.80 if a year follows."""

MARGIN = 0.1
"""By so much a name must be liker to one item than to every other. Rows of real minutes have 0.22
and more; a name halfway between near twins (manual of work, manual of service) has less."""

CONTRADICTS = 0.5
"""Under this likeness a name contradicts the code beside it. Half of all pairs of items have less
than 0.20, nineteen of twenty less than 0.47; a shortened name keeps 0.5 however little is left."""

_LEADING_CODE = re.compile(r"\A\(?([a-z]+\s?\d+)(?!\d)\)?[\s.:)–-]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item, and how like it a row is.

    Attributes:
        item: The item.
        name: Its name as it is compared.
        likeness: From 0 to 1.
    """

    item: Item
    name: Name
    likeness: float

    def __str__(self) -> str:
        """The code, the name, and how sure, in whole per cent."""
        return f"{self.item.code} {self.item.name} ({int(self.likeness * 100)} %)"


class Catalogue:
    """The items of a list, ready to be compared with."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Prepare the items; no code may come twice."""
        self._names = [(item, Name.of(item.name)) for item in items]
        self._codes = {_squashed(item.code): item for item in items}
        self._stems = {_stem(code) for code in self._codes}

    def choose(self, row: StatusRow) -> Candidate | str:
        """The item that a row speaks of, or a sentence that says why none is sure.

        A code decides, in its own cell or before the name, unless the name contradicts it. A
        number that no code looks like, such as one that only counts the rows, says nothing.
        """
        codes, name = self._parted(row)
        if len(codes) > 1:
            return _("The row gives two codes, {codes}.").format(codes=", ".join(codes).upper())
        code = next(iter(codes), "")
        ranked = self._ranked(name)
        coded = self._codes.get(code)
        if coded is not None:
            own = next(candidate for candidate in ranked if candidate.item is coded)
            return _contradiction(own, name, ranked[0]) or replace(own, likeness=1.0)
        if not ranked or not name.strict:
            return _("There is no name here that could be compared with an item's.")
        if code:
            return _("The list has no item {code}; going by its name it would be {best}.").format(
                code=code.upper(), best=ranked[0]
            )
        return _uncertainty(name, ranked) or ranked[0]

    def _parted(self, row: StatusRow) -> tuple[list[str], Name]:
        """The codes that a row gives, in its own cell and before the name, and its name."""
        codes, name = [_squashed(row.code)], key(row.name)
        leading = _LEADING_CODE.match(name)
        if leading and self._looks_like_code(_squashed(leading[1])):
            name = name[leading.end() :]
            codes.append(_squashed(leading[1]))
        return [code for code in dict.fromkeys(codes) if self._looks_like_code(code)], Name.of(name)

    def _looks_like_code(self, text: str) -> bool:
        return _stem(text) in self._stems and _stem(text) != text

    def _ranked(self, name: Name) -> list[Candidate]:
        """All items, the likest first."""
        candidates = [Candidate(item, full, name.likeness(full)) for item, full in self._names]
        return sorted(candidates, key=lambda candidate: -candidate.likeness)


def _uncertainty(name: Name, ranked: Sequence[Candidate]) -> str:
    """Why the likest item is not surely the row's; nothing where it is."""
    best, *others = ranked
    if best.likeness < SURE:
        return _("No item has a name like this; the nearest is {best}.").format(best=best)
    if not name.begins_as(best.name):
        return _("The name is like {best}, but begins with another word.").format(best=best)
    rival = _rival(name, best, others)
    if rival is not None:
        return _("The name could be {best} as well as {other}.").format(best=best, other=rival)
    return ""


def _rival(name: Name, best: Candidate, others: Sequence[Candidate]) -> Candidate | None:
    """Another item that a name may mean as well: one as like, or one that begins as like.

    How an item begins counts where the name was cut off, since then its end is not known.
    """
    if others and best.likeness - others[0].likeness < MARGIN:
        return others[0]
    reach = name.reach(best.name)
    if reach <= best.likeness:
        return None
    return next((other for other in others if reach - name.reach(other.name) < MARGIN), None)


def _contradiction(own: Candidate, name: Name, best: Candidate) -> str:
    """Why a name cannot be that of the item whose code stands beside it; nothing where it can."""
    other_is_sure = best.likeness >= SURE and best.likeness - own.likeness >= MARGIN
    if not name.strict or (own.likeness >= CONTRADICTS and not other_is_sure):
        return ""
    if best is own:
        return _("The code is that of {own}, but the name beside it is another.").format(own=own)
    return _("The code is that of {own}, but the name is nearest to {best}.").format(
        own=own, best=best
    )


def _squashed(text: str) -> str:
    return key(text).replace(" ", "")


def _stem(code: str) -> str:
    """A code without its number."""
    return code.rstrip("0123456789")
