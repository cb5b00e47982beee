"""The keys of one run: which key does what, and which layout was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ita_tui.ui.actions import APP, GROUPS, SCOPES
from ita_tui.ui.key_names import heard, shown_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.dom import DOMNode

    from ita_tui.ui.action import Action


class Keyboard:
    """What the actions are done with.

    Attributes:
        thai: Whether the last letter that came was one of the Thai layout.
    """

    def __init__(self, changed: Mapping[str, Sequence[str]] | None = None) -> None:
        """Begin with the English layout.

        Args:
            changed: Other keys of actions, by their ids, as `ita_tui.ui.keymap` reads them.
        """
        self.thai = False
        self._changed = dict(changed or {})

    def of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action."""
        return tuple(self._changed.get(action.id, action.keys))

    def shown(self, action: Action) -> str:
        """The key of an action as the person's keyboard has it now."""
        if action.bar_key and action.id not in self._changed:
            return action.bar_key
        return shown_key(self.of(action)[0], thai=self.thai)

    def shown_for(self, action_id: str) -> str:
        """The key of the action with this id, for a sentence.

        Raises:
            StopIteration: There is no such action.
        """
        found = (one for _title, group in GROUPS for one in group if one.id == action_id)
        return self.shown(next(found))

    def keymap(self) -> dict[str, str]:
        """What Textual is told: the keys of each action that has others, by its id."""
        return {
            name: ",".join(heard(keys, self._taken(name))) for name, keys in self._changed.items()
        }

    def _taken(self, action_id: str) -> set[str]:
        """Every key that is heard where an action is."""
        scopes = [scope for scope in SCOPES if any(one.id == action_id for one in scope)]
        return {key for scope in (APP, *scopes) for action in scope for key in self.of(action)}


@runtime_checkable
class HasKeyboard(Protocol):
    """An App that knows the keyboard in front of it.

    Attributes:
        keyboard: What its actions are done with.
    """

    keyboard: Keyboard


def keyboard_of(node: DOMNode) -> Keyboard:
    """What the actions are done with where a widget or a screen is shown.

    Raises:
        TypeError: Its App knows no keyboard.
    """
    app = node.app
    if not isinstance(app, HasKeyboard):
        raise TypeError(app)
    return app.keyboard
