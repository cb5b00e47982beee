from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.digits import thai_outside_codes, to_arabic, to_thai

MIXED = st.text(alphabet="0123456789๐๑๙abO.:/@()- กข้ำ\n") | st.text()


def test_digits_change_and_nothing_else() -> None:
    assert to_thai("ครั้งที่ 1/2567, 10:30 ½ ٣") == "ครั้งที่ ๑/๒๕๖๗, ๑๐:๓๐ ½ ٣"
    assert to_arabic("ครั้งที่ ๑/๒๕๖๗ O๑๒") == "ครั้งที่ 1/2567 O12"
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(MIXED)
def test_thai_and_back_is_arabic(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ปี 2566 ข้อ 3", "ปี ๒๕๖๖ ข้อ ๓"),
        ("ข้อ O12 และ o12 ปี 2566", "ข้อ O12 และ o12 ปี ๒๕๖๖"),
        ("O1-O43 รวม 43 ข้อ", "O1-O43 รวม ๔๓ ข้อ"),
        ("มาตรฐาน ISO9001 ข้อ 4", "มาตรฐาน ISO9001 ข้อ ๔"),
        ("ข้อO12ปี2566", "ข้อO12ปี๒๕๖๖"),
        ("https://x.go.th/2566/o12?a=1 หน้า 2", "https://x.go.th/2566/o12?a=1 หน้า ๒"),
        ("https://x.go.th/ข่าว/2566 ลำดับ 1", "https://x.go.th/ข่าว/2566 ลำดับ ๑"),
        ("[ข้อ 1](https://x.go.th/a_(1)/2)3", "[ข้อ ๑](https://x.go.th/a_(1)/2)๓"),
        ("(https://x.go.th/1)2", "(https://x.go.th/1)๒"),
        ("www.x1.go.th/99, 5", "www.x1.go.th/99, ๕"),
        ("ส่งที่ office_44@x2.go.th ภายใน 7 วัน", "ส่งที่ office_44@x2.go.th ภายใน ๗ วัน"),
        ("ไฟล์ 2566.pdf จำนวน 1 ไฟล์", "ไฟล์ 2566.pdf จำนวน ๑ ไฟล์"),
        ("85.5% ใน 31/10/2566", "๘๕.๕% ใน ๓๑/๑๐/๒๕๖๖"),
        ("| 1 | O2 | 3 |", "| ๑ | O2 | ๓ |"),
        ("", ""),
    ],
)
def test_codes_and_addresses_keep_arabic_digits(text: str, shown: str) -> None:
    assert thai_outside_codes(text) == shown


@given(MIXED)
def test_only_digits_change_outside_codes(text: str) -> None:
    shown = thai_outside_codes(text)
    assert to_arabic(shown) == to_arabic(text)
    assert thai_outside_codes(shown) == shown


def test_a_long_number_takes_no_long_time() -> None:
    start = process_time()
    assert thai_outside_codes("1" * 200_000) == "๑" * 200_000
    assert process_time() - start < 5  # trying it at each digit would take half a minute
