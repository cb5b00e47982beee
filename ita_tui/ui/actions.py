"""Every action, once: its keys, its label, its help. Bindings, key bar, help and palette follow.

The keys of the Thai layout are not written here: each printable key is bound together with the
Thai character on the same key.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from ita_tui.i18n import N_
from ita_tui.thai.keyboard import thai_twin


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do on a screen.

    Attributes:
        id: The name of the method that does it, after `action_`.
        keys: As Textual names them; the first is the one that is shown.
        label: One or two words for the key bar, to be translated.
        help: One sentence for the help and the palette, to be translated.
        in_bar: Whether the key bar shows it.
        bar_key: What the key bar shows instead of the first key; the key itself when empty.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    in_bar: bool = False
    bar_key: str = ""


TREE = (
    Action("up", ("up", "k"), N_("up"), N_("Move to the row above.")),
    Action("down", ("down", "j"), N_("down"), N_("Move to the row below.")),
    Action("page_up", ("pageup", "ctrl+u"), N_("page up"), N_("Move up by a page.")),
    Action("page_down", ("pagedown", "ctrl+d"), N_("page down"), N_("Move down by a page.")),
    Action("first", ("home", "g"), N_("first"), N_("Move to the first row.")),
    Action("last", ("end", "G"), N_("last"), N_("Move to the last row.")),
    Action("close", ("left",), N_("close"), N_("Close the category, or move to its heading.")),
    Action("open", ("right",), N_("open"), N_("Open the category.")),
    Action("press", ("space",), N_("next"), N_("Give the item its next state."), True),
)
"""What the tree does by itself."""

MAIN = (
    Action("choose", ("s",), N_("state"), N_("Choose a state or one of the wordings."), True),
    Action(
        "edit",
        ("e", "enter"),
        N_("edit"),
        N_("Edit remark, responsible unit, due date and evidence."),
        True,
    ),
    Action("filter", ("slash", "f3"), N_("find"), N_("Show only items that match."), True),
    Action("undo", ("u",), N_("undo"), N_("Take back your own last change."), True),
    Action("redo", ("U",), N_("redo"), N_("Take back your own last undo.")),
    Action("history", ("h",), N_("history"), N_("Show who changed what, and when."), True),
    Action("review", ("r",), N_("review"), N_("Review the list in a meeting."), True),
    Action("export", ("x",), N_("export"), N_("Write the minutes or the table to a file."), True),
    Action("restore", ("b",), N_("versions"), N_("Go back to an earlier version of everything.")),
    Action("toggle_all", ("z",), N_("fold all"), N_("Close all categories, or open them all.")),
    Action("clear", ("escape",), N_("clear"), N_("Clear the filter.")),
    Action("theme", ("t",), N_("light or dark"), N_("Change between the light and dark theme.")),
    Action("help", ("question_mark", "f1"), N_("help"), N_("Show every key."), True),
    Action("command_palette", ("ctrl+p",), N_("commands"), N_("Find a command by its name.")),
    Action("quit", ("q",), N_("quit"), N_("Leave; everything is saved already."), True),
)
"""What the main screen does."""

HISTORY = (
    Action("dismiss", ("escape", "h", "q"), N_("back"), N_("Go back to the list."), True),
    Action("search", ("slash", "f3"), N_("find"), N_("Show only changes with these words."), True),
    Action("all_items", ("a",), N_("item or all"), N_("One item's changes, or all."), True),
)
"""What the history screen does."""

REVIEW = (
    Action("decide(0)", ("1",), N_("state"), N_("Set the first state; go on."), True, "1-5"),
    Action("decide(1)", ("2", "slash"), N_("second state"), N_("The second state; go on.")),
    Action("decide(2)", ("3", "minus"), N_("third state"), N_("The third state; go on.")),
    Action("decide(3)", ("4",), N_("fourth state"), N_("The fourth state; go on.")),
    Action("decide(4)", ("5",), N_("fifth state"), N_("The fifth state; go on.")),
    Action("next", ("full_stop", "enter", "right"), N_("leave it"), N_("Go on; no change."), True),
    Action("back", ("backspace", "left"), N_("back"), N_("Go back to the item before."), True),
    Action("choose", ("s",), N_("wording"), N_("Choose a wording, or none, and go on."), True),
    Action("remark", ("e",), N_("remark"), N_("Write the meeting's remark on the item."), True),
    Action("go_to", ("g",), N_("code"), N_("Go to the item with a code."), True),
    Action("undone", ("o",), N_("undone only"), N_("Review only what is not done, or all."), True),
    Action("category", ("c",), N_("category"), N_("Review only this item's category, or all.")),
    Action("unit", ("n",), N_("unit"), N_("Review only this item's responsible unit, or all.")),
    Action("undo", ("u",), N_("undo"), N_("Take back the last decision.")),
    Action("leave", ("escape", "q"), N_("leave"), N_("Leave the review; it goes on here."), True),
)
"""What the review of a meeting does; the digits have their Thai twins, `/` and `-` among them."""

_CHARACTERS = {"slash": "/", "question_mark": "?", "full_stop": ".", "minus": "-"}
_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "minus": "-",
    "backspace": "Bksp",
    "space": "Space",
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


def bindings(actions: tuple[Action, ...]) -> list[Binding]:
    """Textual's bindings of some actions, with the keys of both keyboard layouts."""
    return [
        Binding(",".join(_both_layouts(action.keys)), action.id, action.label, show=False)
        for action in actions
        if action.id != "command_palette"
    ]


def shown_key(key: str) -> str:
    """A key as people know it, such as `Space`, `/` or `ctrl+p`."""
    return _SHOWN.get(key, key.upper() if key.startswith("f") and key[1:].isdigit() else key)


def character(key: str) -> str:
    """The character of a key that types one; any other key stands for itself."""
    return _CHARACTERS.get(key, key)


def _both_layouts(keys: tuple[str, ...]) -> list[str]:
    found = []
    for key in keys:
        found.append(key)
        twin = thai_twin(character(key))
        if twin is not None:
            found.append(twin)
    return found
