"""Other keys for the actions, as the configuration gives them; what cannot be meant is refused.

A key is written as people know it: `x`, `F5`, `Ctrl+E`, `PgDn`, `/`, or as the Thai layout has it.
"""

from __future__ import annotations

import string
from itertools import product
from typing import TYPE_CHECKING

from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.thai.keyboard import QWERTY_TWIN, THAI_SENDS
from ita_tui.ui.actions import APP, DIALOG, FORM, GROUPS, SCOPES
from ita_tui.ui.key_names import character, key_name, shown_key
from ita_tui.ui.keyboard import Keyboard
from ita_tui.ui.minutes_actions import PART

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_tui.ui.action import Action

_MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_NAMED = (*_MOVES, "insert", "delete", "backspace", "enter", "space", "escape")
_FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
_OTHER_NAMES = {
    "pgup": "pageup",
    "pgdn": "pagedown",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "bksp": "backspace",
    "return": "enter",
}
_LOST = "chijmq"
"""Letters that no action can have with Ctrl: they copy, leave, or are Tab, Enter and Backspace."""

USABLE = frozenset(
    {
        *_NAMED,
        *_FUNCTIONS,
        *(f"ctrl+{letter}" for letter in string.ascii_lowercase if letter not in _LOST),
        *("+".join(pair) for pair in product(("ctrl", "shift"), (*_MOVES, *_FUNCTIONS))),
    }
)
"""Keys that type no character and reach the program through every common terminal."""

_AMONG_TEXT = {action.id for action in (*APP, *DIALOG, *FORM, *PART)}
"""Actions that work while somebody types."""


def keyboard(changed: Mapping[str, Sequence[str]], file: object) -> Keyboard:
    """The keyboard with the keys that a configuration gives to actions.

    Args:
        changed: The keys of each action, by its id.
        file: The configuration, to be named in a complaint.

    Raises:
        UsageError: There is no such action or key, or a key would stand for two actions.
    """
    try:
        return _checked(changed)
    except UsageError as error:
        where = _("In the configuration {file}: {problem}")
        raise UsageError(where.format(file=file, problem=error.message)) from error


def _checked(changed: Mapping[str, Sequence[str]]) -> Keyboard:
    known = {action.id: action for _title, group in GROUPS for action in group}
    for name in changed:
        if name not in known:
            raise UsageError(_unknown(name, known))
    result = Keyboard({name: _keys(name, texts) for name, texts in changed.items()})
    for scope in SCOPES:
        _refuse_clash((*APP, *scope), result)
    return result


def _unknown(name: str, known: Mapping[str, Action]) -> str:
    group, dot, _rest = name.partition(".")
    names = [one.removeprefix(f"{group}.") for one in known if dot and one.startswith(f"{group}.")]
    if names:
        return _("{name} is no action; {group} has {known}.").format(
            name=name, group=group, known=", ".join(names)
        )
    groups = dict.fromkeys(one.partition(".")[0] for one in known)
    return _("{name} is no action; actions begin with {known}, such as main.undo.").format(
        name=name, known=", ".join(groups)
    )


def _keys(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    if not texts:
        raise UsageError(_("{name} needs at least one key.").format(name=name))
    keys = tuple(dict.fromkeys(_key(name, text) for text in texts))
    for key in keys:
        if name in _AMONG_TEXT and key not in USABLE - {"space", "backspace", "delete"}:
            raise UsageError(
                _(
                    "{key} is text where {name} works; give it a function key or one with Ctrl."
                ).format(key=shown_key(key), name=name)
            )
    return keys


def _key(name: str, text: str) -> str:
    """The key that a text means, as Textual names it."""
    if len(text) == 1:
        typed = QWERTY_TWIN.get(text, text)
        if typed.isascii() and typed.isprintable() and typed != " ":
            return key_name(typed)
    *modifiers, last = ("space" if text == " " else text.strip().lower()).split("+")
    twin = QWERTY_TWIN.get(last, last)
    key = "+".join([*modifiers, _OTHER_NAMES.get(twin, twin)])
    if key not in USABLE:
        raise UsageError(
            _("{key} is no key that {name} can have; write one like x, F5, Ctrl+E or PgDn.").format(
                key=text, name=name
            )
        )
    return key


def _refuse_clash(scope: Sequence[Action], keyboard: Keyboard) -> None:
    """Refuse a key that stands for two actions, or types with the Thai layout what another has."""
    owners: dict[str, Action] = {}
    for action in scope:
        for key in keyboard.of(action):
            other = owners.setdefault(key, action)
            if other is not action:
                raise UsageError(
                    _("{key} would stand for {one} and for {other}; give one another key.").format(
                        key=shown_key(key), one=other.id, other=action.id
                    )
                )
    for key, action in owners.items():
        sent = THAI_SENDS.get(character(key))
        other_owner = None if sent is None else owners.get(key_name(sent))
        if sent is not None and other_owner not in {None, action}:
            raise UsageError(
                _(
                    "{key} cannot be {name}: with the Thai layout that key types {sent}, which is "
                    "{other}."
                ).format(key=shown_key(key), name=action.id, sent=sent, other=other_owner.id)
            )
