"""`meeting decide`: one call is one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

DECIDE = ("meeting", "decide", "last", "O1", "waiting", "--resolution", "รับทราบ")


def test_a_decision_with_its_resolution_is_taken_back_as_one(meeting: Cli) -> None:
    lines = meeting.ok(*DECIDE).lines
    assert lines[-1].startswith("  decisions of the meeting  empty → O1: รอดำเนินการ")
    assert lines[-1].endswith("รับทราบ)")
    assert meeting.ok(*DECIDE).lines == ["O1 is so already; nothing was changed."]
    meeting.ok("undo")
    assert meeting.ok("meeting", "show", "last", "--json").json["decisions"] == []
    assert meeting.ok("show", "O1", "--json").json["state"] == "unset"
