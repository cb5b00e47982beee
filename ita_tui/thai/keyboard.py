"""The Kedmanee keyboard: which key of a QWERTY keyboard a Thai character sits on.

From xkeyboard-config (X.Org), layout th(basic) against us(basic). The keys that give a character
of ASCII under the Thai layout as well, such as 2 (`/`) and 3 (`-`), are not in it: whoever sees
that character cannot know which layout was on.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# fmt: off
QWERTY_TWIN: Mapping[str, str] = MappingProxyType({
    "ๅ": "1", "ภ": "4", "ถ": "5", "ุ": "6", "ึ": "7", "ค": "8", "ต": "9", "จ": "0", "ข": "-",
    "ช": "=",
    "ๆ": "q", "ไ": "w", "ำ": "e", "พ": "r", "ะ": "t", "ั": "y", "ี": "u", "ร": "i", "น": "o",
    "ย": "p", "บ": "[", "ล": "]", "ฃ": "\\",
    "ฟ": "a", "ห": "s", "ก": "d", "ด": "f", "เ": "g", "้": "h", "่": "j", "า": "k", "ส": "l",
    "ว": ";", "ง": "'",
    "ผ": "z", "ป": "x", "แ": "c", "อ": "v", "ิ": "b", "ื": "n", "ท": "m", "ม": ",", "ใ": ".",
    "ฝ": "/",
    "๑": "@", "๒": "#", "๓": "$", "๔": "%", "ู": "^", "฿": "&", "๕": "*", "๖": "(", "๗": ")",
    "๘": "_", "๙": "+",
    "๐": "Q", "ฎ": "E", "ฑ": "R", "ธ": "T", "ํ": "Y", "๊": "U", "ณ": "I", "ฯ": "O", "ญ": "P",
    "ฐ": "{", "ฅ": "|",
    "ฤ": "A", "ฆ": "S", "ฏ": "D", "โ": "F", "ฌ": "G", "็": "H", "๋": "J", "ษ": "K", "ศ": "L",
    "ซ": ":",
    "ฉ": "C", "ฮ": "V", "ฺ": "B", "์": "N", "ฒ": "<", "ฬ": ">", "ฦ": "?",
})
"""The 83 Thai characters with the character that the same key gives under QWERTY."""

THAI_SENDS: Mapping[str, str] = MappingProxyType({
    "2": "/", "3": "-", "!": "+", "~": "%", "`": "_",
    "M": "?", "W": '"', "X": ")", "Z": "(", '"': ".", "}": ",",
})
"""Keys that give another character of ASCII under the Thai layout, with that character."""
# fmt: on

_THAI_TWIN = {key: thai for thai, key in QWERTY_TWIN.items()}
_TO_QWERTY = {**{sent: key for key, sent in THAI_SENDS.items()}, **QWERTY_TWIN}
_TO_THAI = {**THAI_SENDS, **_THAI_TWIN}


def thai_twin(key: str) -> str | None:
    """The Thai character on the key that gives this one under QWERTY.

    Args:
        key: One character, with Shift where it is a capital or an upper sign.

    Returns:
        None where the key gives no Thai character.
    """
    return _THAI_TWIN.get(key)


def other_layout(text: str) -> str:
    """What the same keys would have typed with the other layout on.

    Args:
        text: What was typed with either; the first character that tells decides with which.
    """
    thai = next(
        (char in QWERTY_TWIN for char in text if char in QWERTY_TWIN or char in _THAI_TWIN), None
    )
    table = _TO_QWERTY if thai else _TO_THAI
    return "".join(table.get(char, char) for char in text)
