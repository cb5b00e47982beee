"""`drafts`: text that was being typed when a line dropped, and is offered at the next start."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import say, say_json
from ita_tui.i18n import N_, _
from ita_tui.services.wording import field_label
from ita_tui.store import Drafts
from ita_tui.store.drafts import HELD_BY

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.store import KeptDraft

_PLACE = "place"
"""The field of what is no text that was typed: where a review goes on."""

_ONLY = "value"
"""The field of a part of a meeting that is one text."""

_LABELS = {
    "office": N_("Office"),
    "name": N_("Name"),
    "role": N_("Role"),
    "acting_for": N_("Acting for"),
    "reason": N_("Reason"),
    "title": N_("Title"),
    "speaker": N_("Speaker"),
    "text": N_("Text"),
    "task": N_("Task"),
    "resolution": N_("Resolution"),
}
"""The fields of a part of a meeting, as its form calls them."""

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
    say(_what(draft.code))
    for name, text in _typed(draft).items():
        begin, *rest = text.split("\n")
        say(f"  {_label(draft, name)}: {begin}")
        for line in rest:
            say(f"    {line}")


def _what(key: str) -> str:
    """What a text belongs to: an item, or a part of a meeting."""
    kind, *rest = key.split()
    match kind, rest:
        case "resolution", [meeting, code]:
            return _("Resolution on {code} in the meeting {id}").format(code=code, id=meeting)
        case "minutes", [meeting]:
            return _("Minutes of the meeting {id}").format(id=meeting)
        case _:
            return key


def _label(draft: KeptDraft, name: str) -> str:
    """What a field is called where it is typed."""
    if name == _ONLY:
        part = _part(draft.fields.get("path", ""))
        name = part if part in _LABELS else f"meeting.{part}"
    return _(_LABELS[name]) if name in _LABELS else field_label(name)


def _part(path: str) -> str:
    """The last name on the way to a part of a meeting; a way that is none is shown as it is."""
    try:
        steps = json.loads(path)
    except ValueError:
        return path
    names = [one for one in steps if isinstance(one, str)] if isinstance(steps, list) else []
    return names[-1] if names else path


def _typed(draft: KeptDraft) -> dict[str, str]:
    """What was typed, by the names of the fields."""
    typed = {
        name.removeprefix(_TYPED): text
        for name, text in draft.fields.items()
        if name.startswith(_TYPED)
    }
    return typed or {name: text for name, text in draft.fields.items() if name != HELD_BY}
