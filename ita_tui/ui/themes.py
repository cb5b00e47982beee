"""Two themes, light and dark: one palette of calm colours, told apart by more than hue.

Text has a contrast of at least 4.5:1 against every ground it stands on (WCAG 2.2, 1.4.3); a test
computes it.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="ita-dark",
    primary="#8fb4e0",
    accent="#8fb4e0",
    foreground="#dfe2e7",
    background="#15171c",
    surface="#1b1e24",
    panel="#2b313c",
    success="#8cc89a",
    warning="#e0b566",
    error="#e79a90",
    dark=True,
    variables={
        "muted": "#a0a7b3",
        "rule": "#3a414d",
        "cursor": "#2f3a4b",
        "state-unset": "#a0a7b3",
        "state-not-started": "#e79a90",
        "state-waiting": "#e0b566",
        "state-in-progress": "#86b8ea",
        "state-done": "#8cc89a",
        "state-current": "#6fcabd",
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
    success="#235c31",
    warning="#754a00",
    error="#98291f",
    dark=False,
    variables={
        "muted": "#545b66",
        "rule": "#c9c5bb",
        "cursor": "#dbe6f4",
        "state-unset": "#545b66",
        "state-not-started": "#98291f",
        "state-waiting": "#754a00",
        "state-in-progress": "#1d4f91",
        "state-done": "#235c31",
        "state-current": "#075b54",
        "match": "#7a3d00",
        "bar-empty": "#c9c5bb",
    },
)

THEMES = (DARK, LIGHT)
