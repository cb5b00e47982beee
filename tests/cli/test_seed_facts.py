"""The exported seed minutes hold every fact of the real ones, as read from that document.

The facts stand here on their own, so that a seed or a form that lost one fails. Nobody who is
named in the document is; offices stand for people.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

ATTENDANCE = (
    ("ผู้อำนวยการกองคลัง", "ปลัดเทศบาลตำบลเพชรเมืองทอง", "ประธานกรรมการ"),
    ("ท้องถิ่นอำเภอ", "-", "กรรมการ"),
    ("ปลัดอำเภอประจำตำบล", "-", "กรรมการ"),
    ("ผู้อำนวยการกองช่าง", "-", "กรรมการ"),
    ("ผู้อำนวยการกองการศึกษา", "-", "กรรมการ"),
    ("หัวหน้าสำนักปลัด", "-", "กรรมการและเลขานุการ"),
    ("เจ้าพนักงานธุรการ", "-", "ผู้ช่วยเลขานุการ"),
)

AGENDA = (
    ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "รับทราบ"),
    ("เรื่องรับรองรายงานการประชุม", "ไม่มี"),
    ("เรื่องเพื่อทราบ", "ไม่มี"),
    ("เรื่องเพื่อพิจารณา", "รับทราบ"),
    ("เรื่องอื่น ๆ", "ไม่มี"),
)

ROWS = {
    "ยังไม่ได้ดำเนินการ": (1, 21, 23, 29, 32, 34, 35, 37, 40, 41, 43),
    "ดำเนินการเป็นปัจจุบัน": (2, 7),
    "ดำเนินการเรียบร้อยแล้ว": (
        *(3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 18, 19, 22, 25, 26, 27, 28, 31, 36, 38, 39, 42),
    ),
    "ระหว่างดำเนินการ": (11, 20, 24),
    "รอดำเนินการ": (12, 16),
    "กำลังดำเนินการ": (17,),
    "ดำเนินการแล้วบางส่วน": (30,),
    "-": (33,),  # on the slide, not in the minutes' table
}
"""The wording of each row, with the numbers of its items."""

FACTS = {
    "name": "# รายงานการประชุมคณะกรรมการติดตามและพัฒนาผลการประเมิน ITA ของเทศบาลตำบลเพชรเมืองทอง\n",
    "day": "เมื่อวันอังคารที่ 31 ตุลาคม 2566 เวลา 09.30 น.",
    "place": "ณ ห้องประชุมเทศบาลตำบลเพชรเมืองทอง ชั้น 2",
    "nobody absent": "## ผู้ไม่มาประชุม\n\nไม่มี\n",
    "nobody else": "## ผู้เข้าร่วมประชุม\n\nไม่มี\n",
    "beginning": "## เริ่มประชุมเวลา 09.30 น.",
    "quorum": "ครบองค์ประชุม",
    "order": "คำสั่งเทศบาลตำบลเพชรเมืองทอง ที่ 155/2565",
    "heads of all divisions": "หัวหน้าส่วนราชการทุกส่วน",
    "province": "จังหวัดอ่างทอง",
    "matter": "การติดตามและพัฒนาผลการประเมิน ITA ของเทศบาลตำบลเพชรเมืองทอง",
    "report to the district": "ระดับอำเภอก่อนวันที่ 5 พฤศจิกายน 2566",
    "overall": "คะแนนรวมของปี 2566 คือ 99.33 สูงกว่าปี 2565",
    "grade": "ผ่านดีเยี่ยม",
    "IIT": "IIT ได้ 99.33",
    "EIT 1": "EIT ส่วนที่ 1 ได้ 97.26",
    "EIT 2": "EIT ส่วนที่ 2 ได้ 99.63",
    "OIT": "OIT ได้ 100.00",
    "five full indicators": "ได้ 100.00 ห้าตัว คือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ตัวชี้วัดที่ 2 การใช้งบประมาณ "
    "ตัวชี้วัดที่ 3 การใช้อำนาจ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล และตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    "indicator 4": "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ได้ 97.78",
    "indicator 5": "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้ 98.89",
    "indicator 6": "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ได้ 98.19",
    "indicator 7": "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ได้ 98.44",
    "indicator 8": "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 98.72",
    "lowest": "สามลำดับต่ำสุดจึงเป็นตัวชี้วัดที่ 4 ที่ 6 และที่ 7",
    "waiting for a quarter or six months": "รอสิ้นไตรมาส บางข้อต้องรอให้ครบ 6 เดือน",
    "figures": "ทั้งสิ้น 43 ข้อ ดำเนินการแล้วเสร็จ 24 ข้อ คิดเป็นร้อยละ 55.81",
    "problem 1": "(1) บุคลากรบางส่วนยังไม่ทราบ",
    "problem 2": "(2) เจ้าหน้าที่มีงานประจำมาก",
    "next step": "โดยประสานหัวหน้าสำนักปลัดและปลัดเทศบาล",
    "thanks": "คำขอบคุณจากท้องถิ่นจังหวัดอ่างทอง",
    "end": "## เลิกประชุมเวลา 11.30 น.",
    "who took them": "ผู้จดรายงานการประชุม\\\n(ผู้ช่วยเลขานุการ)",
    "who checked them": "ผู้ตรวจรายงานการประชุม\\\n(ประธานกรรมการ)",
}


@pytest.fixture
def minutes(empty: Cli) -> str:
    """The exported minutes of the seed meeting."""
    empty.ok("init", "--seed")
    result = empty("export", "minutes", "--digits", "arabic")
    assert (result.code, result.err) == (0, "Note: The meeting has no number.\n")
    return result.out


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_fact_is_there(minutes: str) -> None:
    lost = [name for name, fact in FACTS.items() if fact not in minutes]
    assert lost == []


def test_the_attendance_is_by_office(minutes: str) -> None:
    people = re.findall(r"^\| [1-9]+ \|.*$", minutes, re.MULTILINE)
    assert [tuple(cells(line)[1:]) for line in people] == list(ATTENDANCE)


def test_each_agenda_item_has_its_title_and_resolution(minutes: str) -> None:
    titles = re.findall(r"^## ระเบียบวาระที่ (\d) (.*)$", minutes, re.MULTILINE)
    resolutions = re.findall(r"^\*\*มติที่ประชุม\*\* (.*)$", minutes, re.MULTILINE)
    assert [number for number, _title in titles] == ["1", "2", "3", "4", "5"]
    assert list(zip([title for _n, title in titles], resolutions, strict=True)) == list(AGENDA)


def test_every_row_has_its_score_and_wording(minutes: str) -> None:
    rows = [cells(line) for line in minutes.splitlines() if line.startswith("| O")]
    wanted = {f"O{n}": wording for wording, numbers in ROWS.items() for n in numbers}
    assert {code: wording for code, _name, _score, wording, _remark in rows} == wanted
    assert len(rows) == 43
    assert {row[2] for row in rows} == {"100"}


def test_thai_digits_are_the_default(empty: Cli, minutes: str) -> None:
    thai = empty("export", "minutes").out
    assert "เมื่อวันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖ เวลา ๐๙.๓๐ น." in thai
    assert to_arabic(thai) == minutes
