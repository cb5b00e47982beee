"""`evidence`: the addresses where an item is published."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.domain.checklist import Evidence
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.typed import find_item

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.domain.checklist import Item
    from ita_tui.services.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Add or remove an address.

    Raises:
        UsageError: The address is none or there already, or there is none of that number.
        ConflictError: Somebody changed the item's evidence at the same moment.
    """
    store = session.store(settings)
    item = find_item(store.read().checklist, arguments.code)
    changed = (
        _with(item, arguments.url, arguments.text or "")
        if arguments.action == "add"
        else _without(item, arguments.number)
    )
    actor = session.actor(settings)
    outcome = edit(store, actor, item.code, [Edit("evidence", changed)], seen=item)
    store.close()
    show_changes(outcome, settings)
    return 0


def _with(item: Item, address: str, text: str) -> tuple[Evidence, ...]:
    url = clean(address).strip()
    if not _is_web_address(url):
        raise UsageError(
            _("{url} is no web address; it begins with http:// or https://.").format(url=address)
        )
    if any(one.url == url for one in item.evidence):
        raise UsageError(_("{code} has this address already.").format(code=item.code))
    return (*item.evidence, Evidence(url, clean(text).strip()))


def _without(item: Item, number: int) -> tuple[Evidence, ...]:
    if number > len(item.evidence):
        raise UsageError(
            _("{code} has no address {number}; it has {count}.").format(
                code=item.code, number=number, count=len(item.evidence)
            )
        )
    return (*item.evidence[: number - 1], *item.evidence[number:])


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # such as brackets that do not pair
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not url.split()[1:]
