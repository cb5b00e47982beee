"""Every action, once: its keys, its label, its help. Bindings, key bar, help and palette follow.

The keys of the Thai layout are not written here: whatever is bound to a key of the English layout
is done by the same key of the Thai one (see `ita_tui.ui.both_layouts`).
"""

from __future__ import annotations

from textual.binding import Binding

from ita_tui.i18n import N_
from ita_tui.ui.action import Action
from ita_tui.ui.key_names import heard
from ita_tui.ui.minutes_actions import MINUTES, PART

APP = (
    Action("app.command_palette", ("ctrl+p",), N_("commands"), N_("Find a command by its name.")),
    Action(
        "app.repaint",
        ("ctrl+l",),
        N_("repaint"),
        N_("Draw the whole screen again, after something else has written on it."),
    ),
)
"""What can be done everywhere."""

LEAVING = (
    Action("app.how_to_leave", ("ctrl+c",), N_("how to leave"), N_("Say which key leaves.")),
)
"""What is done everywhere but in a text field, which copies with the same key."""

MOVE = (
    Action("move.up", ("up", "k"), N_("up"), N_("Move to the row above.")),
    Action("move.down", ("down", "j"), N_("down"), N_("Move to the row below.")),
    Action("move.page_up", ("pageup", "ctrl+u"), N_("page up"), N_("Move up by a page.")),
    Action("move.page_down", ("pagedown", "ctrl+d"), N_("page down"), N_("Move down by a page.")),
    Action("move.first", ("home", "g"), N_("first"), N_("Move to the first row.")),
    Action("move.last", ("end", "G"), N_("last"), N_("Move to the last row.")),
)
"""Moving in the list, in choices and in pages of text."""

TREE = (
    Action("tree.close", ("left",), N_("close"), N_("Close the category, or move to its heading.")),
    Action("tree.open", ("right",), N_("open"), N_("Open the category.")),
    Action("tree.press", ("space",), N_("next"), N_("Give the item its next state.")),
)
"""What the list does by itself."""

MAIN = (
    Action(
        "main.choose",
        ("s",),
        N_("state"),
        N_("Choose a state or one of the wordings."),
        True,
        beside="tree.press",
    ),
    Action(
        "main.edit",
        ("e", "enter"),
        N_("edit"),
        N_("Edit remark, responsible unit, due date and evidence."),
        True,
    ),
    Action(
        "main.mark", ("v",), N_("mark"), N_("Mark an item, or a category; keys change all marked.")
    ),
    Action("main.filter", ("slash", "f3"), N_("find"), N_("Show only items that match."), True),
    Action("main.undo", ("u",), N_("undo"), N_("Take back your own last change."), True, spare=1),
    Action("main.redo", ("U",), N_("redo"), N_("Take back your own last undo.")),
    Action(
        "main.history", ("h",), N_("history"), N_("Show who changed what, and when."), True, spare=3
    ),
    Action("main.review", ("r",), N_("review"), N_("Review the list in a meeting."), True),
    Action("main.minutes", ("m",), N_("minutes"), N_("Write the minutes of a meeting."), True),
    Action(
        "main.import",
        ("i",),
        N_("import"),
        N_("Take over what a document says, after a look at what would change."),
    ),
    Action(
        "main.export",
        ("x",),
        N_("export"),
        N_("Write the minutes, the table or the history to a file."),
        True,
        spare=1,
    ),
    Action(
        "main.restore", ("b",), N_("versions"), N_("Go back to an earlier version of everything.")
    ),
    Action(
        "main.toggle_all", ("z",), N_("fold all"), N_("Close all categories, or open them all.")
    ),
    Action("main.clear", ("escape",), N_("clear"), N_("Clear the marks, then the filter.")),
    Action("main.theme", ("t",), N_("colours"), N_("Dark, light or high contrast.")),
    Action("main.help", ("question_mark", "f1"), N_("help"), N_("Show every key."), True),
    Action("main.quit", ("q",), N_("quit"), N_("Leave; everything is saved already."), True),
)
"""What the main screen does."""

HISTORY = (
    Action("history.back", ("escape", "h", "q"), N_("back"), N_("Go back to the list."), True),
    Action(
        "history.search",
        ("slash", "f3"),
        N_("find"),
        N_("Show only changes with these words."),
        True,
    ),
    Action("history.all_items", ("a",), N_("item or all"), N_("One item's changes, or all."), True),
    Action("history.export", ("x",), N_("export"), N_("Write these changes to a file."), True),
)
"""What the history screen does."""

REVIEW = (
    Action(
        "review.first",
        ("1",),
        N_("state"),
        N_("Set the first state; go on."),
        True,
        "1-5",
        call="decide(0)",
    ),
    Action(
        "review.second",
        ("2",),
        N_("second state"),
        N_("The second state; go on."),
        call="decide(1)",
    ),
    Action(
        "review.third", ("3",), N_("third state"), N_("The third state; go on."), call="decide(2)"
    ),
    Action(
        "review.fourth",
        ("4",),
        N_("fourth state"),
        N_("The fourth state; go on."),
        call="decide(3)",
    ),
    Action(
        "review.fifth", ("5",), N_("fifth state"), N_("The fifth state; go on."), call="decide(4)"
    ),
    Action(
        "review.next",
        ("full_stop", "enter", "right"),
        N_("leave it"),
        N_("Go on; no change."),
        True,
    ),
    Action(
        "review.back", ("backspace", "left"), N_("back"), N_("Go back to the item before."), True
    ),
    Action(
        "review.choose", ("s",), N_("wording"), N_("Choose a wording, or none, and go on."), True
    ),
    Action(
        "review.remark", ("e",), N_("remark"), N_("Write the meeting's remark on the item."), True
    ),
    Action(
        "review.resolve", ("r",), N_("resolution"), N_("Write what is resolved on the item."), True
    ),
    Action("review.go_to", ("g",), N_("code"), N_("Go to the item with a code."), True),
    Action(
        "review.undone",
        ("o",),
        N_("undone only"),
        N_("Review only what is not done, or all."),
        True,
    ),
    Action(
        "review.category",
        ("c",),
        N_("category"),
        N_("Review only this item's category, or all."),
    ),
    Action(
        "review.unit",
        ("n",),
        N_("unit"),
        N_("Review only this item's responsible unit, or all."),
    ),
    Action("review.undo", ("u",), N_("undo"), N_("Take back the last decision.")),
    Action("review.help", ("f1",), N_("help"), N_("Show every key."), True),
    Action(
        "review.leave",
        ("escape", "q"),
        N_("leave"),
        N_("Leave the review; it goes on here."),
        True,
    ),
)
"""What the review of a meeting does."""

DIALOG = (Action("dialog.back", ("escape",), N_("back"), N_("Go back without doing anything.")),)
"""What every dialog does."""

YES = Action("confirm.yes", ("y",), N_("yes"), N_("Answer a question with yes."))
NO = Action("confirm.no", ("n",), N_("no"), N_("Answer a question with no."))
CONFIRM = (YES, NO)
"""How a question is answered."""

FORM = (Action("form.save", ("f2",), N_("save"), N_("Save what was typed into a form.")),)
"""What a form does."""

START = (
    Action("start.help", ("question_mark", "f1"), N_("help"), N_("Show every key."), True),
    Action("start.leave", ("q",), N_("quit"), N_("Leave the first page."), True),
)
"""What the first page in an empty folder does."""

HELP = (
    Action(
        "help.back",
        ("escape", "question_mark", "f1", "q", "enter"),
        N_("back"),
        N_("Close the help."),
    ),
)
"""What the help does."""

GROUPS = (
    (N_("In the list"), TREE),
    (N_("On the screen"), MAIN),
    (N_("In lists and pages"), MOVE),
    (N_("Everywhere"), (*APP, *LEAVING)),
    (N_("In the history"), HISTORY),
    (N_("In the review"), REVIEW),
    (N_("In the minutes"), (*MINUTES, *PART)),
    (N_("In dialogs"), (*DIALOG, *CONFIRM, *FORM)),
    (N_("On the first page"), START),
    (N_("In this help"), HELP),
)
"""Every action under the heading of the help that it stands under."""

SCOPES = (
    (*LEAVING, *MOVE, *TREE, *MAIN),
    (*MOVE, *HISTORY),
    REVIEW,
    (*MOVE, *MINUTES),
    PART,
    (*MOVE, *DIALOG, *CONFIRM),
    (*DIALOG, *FORM),
    (*MOVE, *START),
    (*MOVE, *HELP),
)
"""Actions that hear the same keyboard, so that no key may stand for two of them; those of `APP`
are in all."""


def bindings(actions: tuple[Action, ...], *, priority: bool = False) -> list[Binding]:
    """Textual's bindings of some actions.

    Args:
        actions: The actions.
        priority: Whether they come before what has the keyboard, also above a dialog.
    """
    taken = {key for action in actions for key in action.keys}
    return [
        Binding(
            ",".join(heard(action.keys, taken)),
            action.method,
            action.label,
            show=False,
            priority=priority,
            id=action.id,
        )
        for action in actions
    ]
