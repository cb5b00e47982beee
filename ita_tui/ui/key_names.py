"""The names of keys: as Textual has them, as characters, and as people know them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS, REPLACED_KEYS, key_to_character

from ita_tui.thai.cells import width
from ita_tui.thai.keyboard import QWERTY_TWIN, THAI_SENDS, thai_twin

if TYPE_CHECKING:
    from collections.abc import Collection

_SHOWN = {
    "backspace": "Bksp",
    "delete": "Del",
    "insert": "Ins",
    "space": "Space",
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}
_CARRIER = "◌"


def key_name(character: str) -> str:
    """The name that Textual has for the key that types a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_THAI = {key_name(thai): thai for thai in QWERTY_TWIN}


def character(key: str) -> str:
    """The character that a key types; any other key stands for itself."""
    found = key_to_character(REPLACED_KEYS.get(key, key))
    return found if found and found.isprintable() and not found.isspace() else key


def english_key(key: str) -> str | None:
    """The key of the English layout in the place of one of the Thai layout, such as `ctrl+ห`.

    Returns:
        None where the key types nothing of the Thai layout.
    """
    modifiers, plus, last = key.rpartition("+")
    twin = QWERTY_TWIN.get(_THAI.get(last, last))
    return None if twin is None else f"{modifiers}{plus}{key_name(twin)}"


def heard(keys: Collection[str], taken: Collection[str]) -> list[str]:
    """Keys, and the characters of ASCII that the Thai layout sends for them.

    Args:
        keys: The keys of an action.
        taken: All keys of its screen: such a character is left to whoever has it.
    """
    sent = (THAI_SENDS.get(character(key)) for key in keys)
    names = [key_name(one) for one in sent if one is not None]
    return [*keys, *(name for name in names if name not in taken)]


def shown_key(key: str, *, thai: bool = False) -> str:
    """A key as people know it, such as `Space`, `/` or `Ctrl+P`.

    Args:
        key: The key of the English layout.
        thai: Whether what it types with the Thai layout is shown instead.
    """
    *modifiers, last = key.split("+")
    typed = character(last)
    if modifiers:
        return "+".join([*(_MODIFIERS.get(one, one) for one in modifiers), shown_key(last).upper()])
    if thai and (twin := thai_twin(typed)) is not None:
        return twin if width(twin) else _CARRIER + twin
    if typed.startswith("f") and typed[1:].isdigit():
        return typed.upper()
    return _SHOWN.get(typed, typed)


def both_layouts(key: str) -> str:
    """A key as it is in both layouts, such as `s/ห`; a dotted circle carries a mark."""
    english, thai = shown_key(key), shown_key(key, thai=True)
    if english == thai:
        return english
    return f"{english} {thai}" if english == "/" else f"{english}/{thai}"
