"""What an action is: one thing that a person can do on a screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person can do on a screen.

    Attributes:
        id: The name of its group and its own, such as `main.undo`; the configuration gives it
            other keys under this name.
        keys: As Textual names them; the first is the one that is shown.
        label: One or two words for the key bar, to be translated.
        help: One sentence for the help and the palette, to be translated.
        in_bar: Whether the key bar shows it.
        bar_key: What the key bar shows instead of the first key; the key itself when empty.
        spare: The higher, the sooner it leaves a key bar that has no room for all.
        beside: The id of an action of the same kind, whose key the key bar shows before this one's.
        call: What Textual calls; the name after the group when empty.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    in_bar: bool = False
    bar_key: str = ""
    spare: int = 0
    beside: str = ""
    call: str = ""

    @property
    def method(self) -> str:
        """What Textual calls: the name of a method after `action_`, and its arguments."""
        return self.call or self.id.rpartition(".")[2]
