"""Three themes, dark, light and of high contrast: calm colours, told apart by more than hue.

Text has a contrast of at least 4.5:1 against every ground it stands on (WCAG 2.2, 1.4.3), in the
theme of high contrast 7:1 (1.4.6). The colours of the states stay apart for readers who see no
red, no green or no blue; beside that a glyph and a word always tell the state. Tests compute it.
"""

from __future__ import annotations

from textual.theme import Theme

from ita_tui.services.configuration import THEMES as NAMES

DARK = Theme(
    name="ita-dark",
    primary="#8fb4e0",
    accent="#8fb4e0",
    foreground="#dfe2e7",
    background="#15171c",
    surface="#1b1e24",
    panel="#2b313c",
    success="#b8edbc",
    warning="#e7d060",
    error="#f2a08a",
    dark=True,
    variables={
        "muted": "#a0a7b3",
        "rule": "#3a414d",
        "cursor": "#2f353d",
        "state-unset": "#a0a7b3",
        "state-not-started": "#f2916a",
        "state-waiting": "#e7d060",
        "state-in-progress": "#74a4f8",
        "state-done": "#b8edbc",
        "state-current": "#58e0f2",
        "match": "#f0d68a",
        "bar-empty": "#4a5261",
    },
)

LIGHT = Theme(
    name="ita-light",
    primary="#1d4f91",
    accent="#1d4f91",
    foreground="#1f2328",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e4e1d9",
    success="#0a7045",
    warning="#6b4500",
    error="#98291f",
    dark=False,
    variables={
        "muted": "#545b66",
        "rule": "#c9c5bb",
        "cursor": "#dbe6f4",
        "state-unset": "#585669",
        "state-not-started": "#761a08",
        "state-waiting": "#725b00",
        "state-in-progress": "#2e2ecc",
        "state-done": "#0a7045",
        "state-current": "#021f44",
        "match": "#6b3300",
        "bar-empty": "#c9c5bb",
    },
)

CONTRAST = Theme(
    name="ita-contrast",
    primary="#9cc8ff",
    accent="#9cc8ff",
    foreground="#ffffff",
    background="#000000",
    surface="#0c0c0c",
    panel="#1c1c1c",
    success="#bfffbf",
    warning="#ffd866",
    error="#ffb3a8",
    dark=True,
    variables={
        "muted": "#d0d4da",
        "rule": "#8c929c",
        "cursor": "#00294d",
        "state-unset": "#d0d4da",
        "state-not-started": "#ffa47a",
        "state-waiting": "#ecd24f",
        "state-in-progress": "#93b5ff",
        "state-done": "#bfffbf",
        "state-current": "#62dcf8",
        "match": "#ffe27a",
        "bar-empty": "#565b63",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which one follows the other."""

BY_NAME = dict(zip(NAMES, THEMES, strict=True))
"""The themes by the names that the configuration has for them."""


def following(name: str) -> str:
    """The name of the theme after another one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
