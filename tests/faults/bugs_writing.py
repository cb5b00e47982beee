"""Bugs in how the data are locked and written."""

from __future__ import annotations

from tests.faults.planted import Change, Mutant, bug, gate

STORE, FILES, LOCK = "store/store.py", "store/files.py", "store/lock.py"
REPLACE = "        temporary.replace(self.path)\n"
IN_PLACE = """\
        content = temporary.read_bytes()
        with self.path.open("wb", buffering=0) as file:
            for at in range(0, len(content), 16):
                file.write(content[at : at + 16])
        temporary.unlink()
"""

LOCKING = (
    bug(
        "several processes hold the lock at once",
        LOCK, "LOCK_EX | fcntl.LOCK_NB", "LOCK_SH | fcntl.LOCK_NB",
        gate("crowd.updates"),
    ),
    Mutant(
        "the lock outlives its holder",
        (
            Change(
                f"ita_tui/{LOCK}",
                "            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
                "            if os.fstat(lock).st_size:\n"
                "                raise OSError(errno.EAGAIN, 'held')\n",
            ),
            Change(
                f"ita_tui/{LOCK}",
                "    finally:\n        let_go(lock)\n",
                "    finally:\n        os.ftruncate(lock, 0)\n        let_go(lock)\n",
            ),
        ),
        (gate("holders.killed"),),
    ),
    bug(
        "the file of the lock is removed after use",
        LOCK, "        yield\n    finally:\n",
        "        yield\n    finally:\n        path.unlink()\n",
        gate("crowd.updates"),
    ),
    Mutant(
        "nothing is read again under the lock",
        (
            Change(
                f"ita_tui/{STORE}",
                "        if not creating:\n            self._must_be_there()\n",
                "        early = (None, None) if creating else self._base()\n",
            ),
            Change(
                f"ita_tui/{STORE}",
                "seen, before = self._base()", "seen, before = early",
            ),
        ),
        ("tests/store/test_lock.py",),
    ),
    bug(
        "a file that another program put in place is overwritten",
        STORE, "if seen is not None and not seen.is_at(self.path):", "if False:",
        "tests/store/test_store.py",
    ),
    bug(
        "the lock is for its maker alone",
        LOCK, "        adopt_access(lock, data_file)\n", "        os.fchmod(lock, 0o600)\n",
        gate("group.members"),
    ),
)  # fmt: skip

WRITING = (
    bug(
        "the file is written in place",
        STORE, REPLACE,
        "        self.path.write_bytes(temporary.read_bytes())\n        temporary.unlink()\n",
        "tests/store/test_backups.py",
    ),
    bug(
        "the file is written in place, bit by bit",
        STORE, REPLACE, IN_PLACE,
        gate("killing.moments"),
    ),
    bug(
        "a signal stops a write in place",
        STORE, REPLACE, IN_PLACE,
        gate("killing.signals"),
    ),
    bug(
        "a write that stops short is taken as complete",
        FILES, "            view = view[os.write(descriptor, view) :]\n",
        "            os.write(descriptor, view)\n            break\n",
        gate("full.disk"),
    ),
    bug(
        "the new version is not synced",
        FILES, "        if synced:\n            os.fsync(descriptor)\n    except", "    except",
        gate("crash.cuts"),
    ),
    bug(
        "the new name is not synced",
        STORE, "            sync_folder(self.path.parent)\n", "            pass\n",
        gate("power.cuts"),
    ),
    bug(
        "an error after the rename is told as a refusal",
        STORE, "        except OSError:\n            transaction.confirmed = False\n",
        "        except OSError as error:\n            raise DataError(str(error)) from error\n",
        gate("failing.errors"),
    ),
    bug(
        "an error of the disk comes out as a traceback",
        STORE, "except OSError as error:\n            raise DataError(\n                _(\"{path}",
        "except EOFError as error:\n            raise DataError(\n                _(\"{path}",
        gate("failing.errors"),
    ),
    bug(
        "what dead processes left stays for ever",
        STORE, "            sweep(self.path.parent, self.path.name)\n", "",
        gate("killing.calls"),
    ),
    bug(
        "the temporary file of another year is swept away",
        STORE, "sweep(self.path.parent, self.path.name)", "sweep(self.path.parent)",
        "tests/store/test_access.py",
    ),
    bug(
        "the umask has the last word",
        FILES, "            os.fchmod(descriptor, mode)\n", "            pass\n",
        "tests/store/test_access.py",
    ),
    bug(
        "everybody may use what takes the place of a link",
        FILES, "if stat.S_IFMT(status.st_mode) == stat.S_IFMT(own.st_mode):", "if True:",
        "tests/store/test_strange.py",
    ),
    bug(
        "an access list of the folder lets others in",
        FILES, "            os.removexattr(descriptor, _ACL)\n", "            pass\n",
        "tests/store/test_access_lists.py",
    ),
    bug(
        "a new folder gets its name before its rights",
        FILES, "    temporary = _temporary(folder)\n    temporary.mkdir",
        "    temporary = folder\n    temporary.mkdir",
        gate("killing.calls"),
    ),
)  # fmt: skip
