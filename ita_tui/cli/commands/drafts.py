"""`drafts`: text that was being typed when a line dropped, and is offered at the next start."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import say, say_json
from ita_tui.i18n import _
from ita_tui.services.wording import field_label
from ita_tui.store import Drafts
from ita_tui.store.drafts import HELD_BY

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.store import KeptDraft

_PLACE = "place"
"""The field of what is no text that was typed: where a review goes on."""

_TYPED = "typed."
"""What the names of fields begin with where what they were and where they stand is kept too."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Show one's own texts: what each belongs to, and its fields.

    Raises:
        NoChecklistError, UsageError, DataError: There is no checklist, or it cannot be read.
    """
    with closing(session.store(settings)) as store:
        store.read()  # complains where nothing can be read
        kept = Drafts(store.path, session.actor(settings)).all()
    texts = [one for one in kept if _PLACE not in one.fields]
    if arguments.json:
        say_json({"drafts": [{"of": one.code, "fields": _typed(one)} for one in texts]})
        return 0
    if not texts:
        say(_("No text of yours was left unsaved."))
    for place, one in enumerate(texts):
        _show(one, first=not place)
    return 0


def _show(draft: KeptDraft, *, first: bool) -> None:
    if not first:
        say("")
    say(draft.code)
    for name, text in _typed(draft).items():
        begin, *rest = text.split("\n")
        say(f"  {field_label(name)}: {begin}")
        for line in rest:
            say(f"    {line}")


def _typed(draft: KeptDraft) -> dict[str, str]:
    """What was typed, by the names of the fields."""
    typed = {
        name.removeprefix(_TYPED): text
        for name, text in draft.fields.items()
        if name.startswith(_TYPED)
    }
    return typed or {name: text for name, text in draft.fields.items() if name != HELD_BY}
