"""The floor: the least Textual program that shows the same list. `x` toggles, `q` quits.

`floor.py N` repeats the list to N lines.
"""

from __future__ import annotations

import sys
import tomllib
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import Tree

if TYPE_CHECKING:
    from textual.binding import BindingType

LIST = Path(__file__).parent.parent / "seeds" / "frameworks" / "oit-2566.toml"


class Floor(App[None]):
    """A stock tree with a line for each item, and no storage."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("x", "mark", "Toggle")]
    CSS = "Tree { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """The tree, all of it open."""
        framework = tomllib.loads(LIST.read_text("utf-8"))
        tree: Tree[list[object]] = Tree("ITA")
        tree.root.expand()
        branches = {
            category["code"]: tree.root.add(category["name"], expand=True)
            for category in framework["categories"]
        }
        count = int(sys.argv[1]) if len(sys.argv) > 1 else len(framework["items"])
        for item in islice(cycle(framework["items"]), count):
            branches[item["category"]].add_leaf("[ ] " + item["name"], data=[item["name"], False])
        yield tree

    def on_mount(self) -> None:
        """Give the tree the keyboard."""
        self.query_one(Tree).focus()

    def action_mark(self) -> None:
        """Toggle the line under the cursor."""
        node = self.query_one(Tree).cursor_node
        if node is not None and node.data is not None:
            node.data[1] = not node.data[1]
            node.set_label(Text(("[x] " if node.data[1] else "[ ] ") + str(node.data[0])))


if __name__ == "__main__":
    sys.exit(Floor().run())
