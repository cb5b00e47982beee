"""The actions of the minutes editor; `ita_tui.ui.actions` has them among all others."""

from __future__ import annotations

from ita_tui.i18n import N_
from ita_tui.ui.action import Action

MINUTES = (
    Action(
        "minutes.edit",
        ("enter", "e"),
        N_("write"),
        N_("Write the part; it is saved at once."),
        True,
    ),
    Action(
        "minutes.add", ("a", "insert"), N_("add"), N_("Add a part below, of the same kind."), True
    ),
    Action(
        "minutes.add_item", ("A",), N_("agenda item"), N_("Add an item to the agenda, after this.")
    ),
    Action("minutes.remove", ("d", "delete"), N_("take out"), N_("Take the part out."), True),
    Action(
        "minutes.shift_down",
        ("J", "shift+down"),
        N_("move"),
        N_("Move the part down."),
        True,
        spare=2,
        call="shift(1)",
    ),
    Action(
        "minutes.shift_up",
        ("K", "shift+up"),
        N_("move up"),
        N_("Move the part up."),
        call="shift(-1)",
    ),
    Action(
        "minutes.turn",
        ("space",),
        N_("came or not"),
        N_("Present, absent or a guest; on an agenda item, the table below it or not."),
        True,
        spare=3,
    ),
    Action(
        "minutes.outside",
        ("E",),
        N_("editor"),
        N_("Write the part in your own editor ($EDITOR)."),
    ),
    Action("minutes.pane", ("tab", "f6"), N_("document"), N_("Go to the document and back."), True),
    Action(
        "minutes.missing",
        ("l",),
        N_("still open"),
        N_("Go to the next part that is still open."),
        True,
        spare=2,
    ),
    Action(
        "minutes.undo", ("u",), N_("undo"), N_("Take back your own last change."), True, spare=2
    ),
    Action("minutes.redo", ("U",), N_("redo"), N_("Take back your own last undo.")),
    Action(
        "minutes.choose",
        ("o",),
        N_("meeting"),
        N_("Choose another meeting, or begin a new one."),
    ),
    Action("minutes.close", ("c",), N_("close"), N_("Close the meeting, or open it again.")),
    Action(
        "minutes.export", ("x",), N_("export"), N_("Write the minutes to a file."), True, spare=1
    ),
    Action("minutes.help", ("question_mark", "f1"), N_("help"), N_("Show every key."), True),
    Action("minutes.leave", ("escape", "q"), N_("back"), N_("Go back to the list."), True),
)
"""What is done with the parts of a meeting."""

PART = (
    Action(
        "part.save", ("f2",), N_("save"), N_("Save the part; Enter in a line does it too."), True
    ),
    Action("part.next", ("tab",), N_("next"), N_("Go on to the next field."), True, call="step(1)"),
    Action("part.before", ("shift+tab",), N_("before"), N_("Go back a field."), call="step(-1)"),
    Action(
        "part.outside",
        ("f4",),
        N_("editor"),
        N_("Write the field in your own editor ($EDITOR)."),
        True,
        spare=1,
    ),
    Action("part.leave", ("escape",), N_("back"), N_("Leave the form without saving."), True),
)
"""What is done in the form of one part."""
