"""The table `keys` of the configuration: which keys an action has. Its names are judged later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def keys_of(table: object) -> dict[str, tuple[str, ...]] | None:
    """The keys of each action, by its name such as `main.undo`.

    Args:
        table: What stands in the file: `main.undo = "y"` or `undo = ["y", "F4"]` in `[keys.main]`.

    Returns:
        None where it is no such table.
    """
    if not isinstance(table, dict):
        return None
    found = dict(_flat(table, ""))
    return None if None in found.values() else {name: keys or () for name, keys in found.items()}


def _flat(table: dict[str, object], before: str) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """Each name with its keys; None where they are neither a text nor a list of texts."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif isinstance(value, str):
            yield before + name, (value,)
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield before + name, tuple(value)
        else:
            yield before + name, None
