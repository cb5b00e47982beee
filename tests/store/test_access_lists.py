"""Access lists: a data file keeps the one that it has, and gets none that it has not."""

from __future__ import annotations

import errno
import os
import stat
import struct
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
READ, ALL = 4, 7
OUTSIDER = 61999
"""A user whom an access list lets in, and whom no system has."""

_NOBODY = 0xFFFFFFFF
_OWNER, _USER, _GROUP, _MASK, _OTHERS = 1, 2, 4, 16, 32


def access_list(rights: int) -> bytes:
    """An access list for the owner, the group, and one user with these rights (acl(5))."""
    entries = (
        (_OWNER, ALL, _NOBODY),
        (_USER, rights, OUTSIDER),
        (_GROUP, ALL, _NOBODY),
        (_MASK, ALL, _NOBODY),
        (_OTHERS, 0, _NOBODY),
    )
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *one) for one in entries)


def list_of(path: Path) -> bytes:
    """The access list of a file; empty when it has none."""
    try:
        return os.getxattr(path, ACCESS)
    except OSError as error:
        if error.errno != errno.ENODATA:
            raise
        return b""


@pytest.fixture
def let_in(store: Store) -> Callable[[Path, str], None]:
    """Gives a file or a folder an access list with one user more."""
    folder = store.path.parent
    try:
        os.setxattr(folder, DEFAULT, access_list(ALL))
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        pytest.skip("this file system has no access lists")  # (nothing to be kept then)
    os.removexattr(folder, DEFAULT)
    return lambda path, name: os.setxattr(path, name, access_list(READ))


def set_done(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", Status.of(State.DONE))


def test_the_access_list_of_a_data_file_is_kept(
    store: Store, actor: Actor, let_in: Callable[[Path, str], None]
) -> None:
    let_in(store.path, ACCESS)
    before = list_of(store.path)
    set_done(store, actor)
    lock = store.path.with_name("2567.json.lock")
    assert before
    assert (list_of(store.path), list_of(lock)) == (before, before)


def test_a_folder_that_hands_on_an_access_list_lets_nobody_else_in(
    store: Store, actor: Actor, let_in: Callable[[Path, str], None]
) -> None:
    let_in(store.path.parent, DEFAULT)
    set_done(store, actor)
    assert list_of(store.path) == b""
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o660


def test_an_access_list_that_was_taken_away_is_gone_from_the_lock_too(
    store: Store, actor: Actor, let_in: Callable[[Path, str], None]
) -> None:
    let_in(store.path, ACCESS)
    set_done(store, actor)
    os.removexattr(store.path, ACCESS)
    with store.transaction(actor) as tx:
        tx.set_field("O1", "remark", "ต่อ")
    assert list_of(store.path.with_name("2567.json.lock")) == b""
