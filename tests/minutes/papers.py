"""Documents to make the other forms from, and the text that must be in each form."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import AgendaItem, Attendee, Decision, Meeting, Signature, Statement
from ita_tui.domain.status import State, Status
from ita_tui.minutes.rendering import Digits, render_minutes

GOLDEN = Path(__file__).parent / "golden"

MINUTES = (GOLDEN / "minutes-thai.md").read_text("utf-8")
CHECKLIST = (GOLDEN / "checklist-arabic.md").read_text("utf-8")

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></main><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &#60;script&#62; &amp;",
    "[ลิงก์](javascript:alert(1)) <javascript:alert(1)> ![รูป](https://example.go.th/x.png)",
    "| ก | ข |\n| --- | --- |\n| ค | ง |",
    "# หัว\n\n> อ้าง\n\n- ข้อ\n\n```\nโค้ด\n```",
    "\x00\x01\x0b\x1b[31m\x7f\x85\u202e\u2028\ufeff\ufffe\uffff\ud800",
    "]]> <!-- --> <?php ?> <![CDATA[",
    "{title} {style} %s PAGE_DIGITS",
    "(ลงชื่อ) ………… ผู้อื่น",
    "ตัวหนา **ไม่หนา** _เอียง_ `โค้ด` ~~ขีด~~",
    "😀 \U000e0001 ก\u0e33\u200b",
)
"""What people or other programs might put into a field."""


def minutes_with(value: str) -> str:
    """Minutes that have this text in every field that people write."""
    checklist = Checklist(
        agency=value,
        fiscal_year=2567,
        framework_title=value,
        framework_year=2566,
        categories=(Category("9.1", value),),
        items=(Item("O1", value, "9.1", status=Status(State.DONE, value), remark=value),),
    )
    meeting = Meeting(
        id=value,
        name=value,
        number=1,
        year=2566,
        held_on=date(2023, 10, 31),
        place=value,
        start=time(9, 30),
        attendees=(Attendee(value, value, value, acting_for=value),),
        agenda=(AgendaItem(value, (Statement(value, value),), value, shows_checklist=True),),
        problems=(value,),
        signatures=(Signature(value, value, value),),
        decisions=(Decision("O1", Status(State.WAITING, value), Status(State.DONE), value),),
    )
    return render_minutes(meeting, checklist, Digits.THAI)
