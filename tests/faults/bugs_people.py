"""Bugs in what people may do to each other's work, and in what is kept of their typing."""

from __future__ import annotations

from tests.faults.planted import bug, gate

PEOPLE = (
    bug(
        "what a colleague changed is overwritten unseen",
        "services/conflicts.py", "    if not changed:\n", "    if True:\n",
        gate("forms.unseen"),
    ),
    bug(
        "a revision that was seen does not count",
        "services/conflicts.py", "        seen_revision is not None and", "        False and",
        "tests/services/test_conflicts.py",
    ),
    bug(
        "what a colleague did is one's own to undo",
        "domain/event.py", "if event.unix_user != self.unix_user or event.name != self.name:",
        "if event.unix_user != self.unix_user:",
        "tests/services/test_undo_owners.py",
    ),
    bug(
        "what a colleague changed since is undone with one's own change",
        "services/undo.py", "if not others and now == after:",
        "if now == after:",
        "tests/services/test_undo_owners.py",
    ),
    bug(
        "what is undone is undone once more",
        "services/undo.py", "if own and number not in undone:", "if own:",
        gate("model.lives"),
    ),
    bug(
        "a draft is lost when the line drops",
        "ui/app.py", "signal.SIGTERM, signal.SIGHUP)", "signal.SIGTERM)",
        gate("drafts.kept"),
    ),
    bug(
        "a form keeps no draft",
        "ui/screens/edit.py", "if typed := self._typed():\n            self._session.keep_draft",
        "if not (typed := self._typed()):\n            self._session.keep_draft",
        gate("drafts.kept"),
    ),
    bug(
        "everybody reads what somebody typed",
        "store/drafts.py", "        temporary.chmod(0o600)\n", "",
        gate("drafts.kept"),
    ),
    bug(
        "SIGINT throws away what is being typed",
        "ui/app.py", "for number in (signal.SIGINT, ", "for number in (",
        "tests/ui/test_app_process.py",
    ),
    bug(
        "what is on its way to the disk is lost when the line drops",
        "ui/screens/changing.py", "for item, texts in self._unsaved.values():",
        "for item, texts in ():",
        "tests/ui/test_never_thrown_away.py",
    ),
    bug(
        "a question that comes up by itself takes any key",
        "ui/screens/dialog.py", "return self._was_seen or not self.comes_unasked", "return True",
        "tests/ui/test_unasked.py",
    ),
)  # fmt: skip
