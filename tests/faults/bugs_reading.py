"""Bugs in what is written, and in how it is read again."""

from __future__ import annotations

from tests.faults.planted import Change, Mutant, bug, gate

STORE, HELD = "store/store.py", "store/held.py"
HISTORY, DOCUMENT = "store/history.py", "store/document.py"

REMEMBERING = (
    bug(
        "the number of the next event is not kept",
        "store/transaction.py", '"next_event": self.next_event}',
        '"next_event": header["next_event"]}',
        "tests/store/test_history.py",
    ),
    bug(
        "versions are not counted",
        "store/transaction.py", 'header["generation"] + 1', 'header["generation"]',
        "tests/store/test_store.py",
    ),
    bug(
        "a change without its event",
        "store/transaction.py", "        self._events.append(event)\n",
        "        self._events[:] = self._events or [event]\n",
        gate("crowd.updates"),
    ),
    bug(
        "a spill forgets a segment",
        HISTORY, "        _seal(data_file,", "        len(left) > TAIL_LIMIT or _seal(data_file,",
        "tests/store/test_history.py",
    ),
    bug(
        "every update writes the whole history again",
        HISTORY, "while len(left) > TAIL_LIMIT:", "while len(left) > len(tail):",
        gate("pace.updates"),
    ),
    bug(
        "the name of a segment is not synced",
        HISTORY, ".replace(target)\n    sync_folder(target.parent)\n", ".replace(target)\n",
        gate("crash.cuts"),
    ),
    Mutant(
        "events that stand in two places count twice",
        (
            Change(
                f"ita_tui/{HISTORY}", "if lowest is not None and segment.first >= lowest:",
                "if False:",
            ),
            Change(f"ita_tui/{HISTORY}", "if lowest is None or number < lowest:", "if number:"),
        ),
        (gate("killing.calls"),),
    ),
    bug(
        "missing events are passed over",
        HISTORY, "if lowest is not None and older < lowest - 1:", "if False:",
        "tests/store/test_history.py",
    ),
    bug(
        "the oldest versions are kept instead of the newest",
        "store/backups.py", "enumerate(newest_first[kept:], start=kept)",
        "enumerate(newest_first[:-kept])",
        "tests/store/test_backups.py",
    ),
    bug(
        "outdated versions are never dropped",
        "store/store.py", "if not self.tidies_later:", "if False:",
        "tests/store/test_backups.py",
    ),
    bug(
        "a version of a commit that failed stands in the way of the next",
        "store/backups.py", "    target.unlink(missing_ok=True)\n    linked", "    linked",
        gate("killing.calls"),
    ),
)  # fmt: skip

READING = (
    bug(
        "the checksum is not looked at",
        DOCUMENT, "return checksum.hexdigest().encode() == content[start:end]", "return True",
        gate("fuzz.mutations"),
    ),
    Mutant(
        "the checksum is over the first half of the file alone",
        (
            Change(
                f"ita_tui/{DOCUMENT}", "    for part in parts:\n",
                '    for part in (b"".join(parts)[: sum(map(len, parts)) // 2],):\n',
            ),
            Change(
                f"ita_tui/{DOCUMENT}", "memoryview(content)[end:]",
                "memoryview(content)[end : len(content) // 2]",
            ),
        ),
        (gate("fuzz.mutations"),),
    ),
    bug(
        "an edited file is written to as if it were whole",
        "store/snapshot.py", "        if self.edited_by_hand:\n", "        if False:\n",
        gate("fuzz.mutations"),
    ),
    bug(
        "a key that stands twice is passed over",
        DOCUMENT, "    if len(found) != len(pairs):\n", "    if False:\n",
        "tests/store/test_damaged.py",
    ),
    bug(
        "a link is followed",
        HELD, " | os.O_NOFOLLOW", "",
        "tests/store/test_access.py",
    ),
    bug(
        "a changed file is known by its size alone",
        HELD, "return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)",
        "return (0, 0, status.st_size, 0)",
        gate("seen.changes"),
    ),
    bug(
        "the version that was read is not held open",
        STORE, "        self._seen = held\n        return self._load(held)\n",
        "        self._seen = held\n        found = self._load(held)\n        held.close()\n"
        "        return found\n",
        "tests/store/test_changed.py",
    ),
    bug(
        "everybody may write to the data folder",
        "services/workspace.py", "        if open_to_all:\n", "        if False:\n",
        "tests/services/test_workspace.py",
    ),
    bug(
        "a file that is gone is taken for one that never was",
        STORE, "if backups.kept_numbers(self.path):", "if False:",
        "tests/store/test_gone.py",
    ),
    bug(
        "a damaged file is lost on the way back",
        "store/recovery.py",
        "            put_aside(self.path, self._aside)\n", "            pass\n",
        gate("failing.errors"),
    ),
    bug(
        "an earlier file that was put in place is written over what is newer",
        "store/snapshot.py", "        if self.instead_of is not None:\n", "        if False:\n",
        "tests/store/test_earlier.py",
    ),
    bug(
        "a hole in the numbers of an edited file is accepted",
        "store/validation.py", "if not joined or not whole or", "if",
        "tests/store/test_edited.py",
    ),
)  # fmt: skip
