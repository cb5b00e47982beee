"""The bytes of a file as text, or one sentence that says why not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.errors import DataError
from ita_tui.minutes.reading import SIZE_LIMIT, decode

TEXT = "การประชุมตัวอย่างเริ่มเวลา ๐๙.๓๐ น."
TABLE = "หัวข้อการประเมิน\tคะแนน ๒๕๖๖\tผลการดำเนินงาน\r\nE-Service\t๑๐๐\tรอดำเนินการ\f"

READABLE = {
    "UTF-8": (TEXT.encode(), TEXT),
    "UTF-8 with its mark": (codecs.BOM_UTF8 + TEXT.encode(), TEXT),
    "TIS-620": (TEXT.encode("tis-620"), TEXT),
    "TIS-620 with a table": (
        TABLE.encode("tis-620"),
        TABLE,
    ),
    "cp874 with quotation marks": (f"“{TEXT}”…".encode("cp874"), f"“{TEXT}”…"),
    "UTF-16, little end first": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
    "English": (b"Q&A", "Q&A"),
}


@pytest.mark.parametrize(("data", "text"), READABLE.values(), ids=READABLE.keys())
def test_decoded(data: bytes, text: str) -> None:
    assert decode(data, "minutes.txt") == text


REFUSED = {
    "nothing": (b"", "empty"),
    "a mark alone": (codecs.BOM_UTF8, "empty"),
    "white space": (b" \r\n\t\n", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text file"),
    "an archive": (b"PK\x03\x04\x14\x00\x06\x00", "not a text file"),
    "NUL in text": (TEXT.encode() + b"\0", "not a text file"),
    "an escape in text": (TEXT.encode() + b"\x07", "not a text file"),
    "Latin-1": ("Procès-verbal de la réunion, à l'hôtel de ville".encode("latin-1"), "not a text"),
    "UTF-8 cut in a letter": (TEXT.encode()[:-4] + b"\xe0\xb8", "not a text file"),
    "half a letter of UTF-16": (codecs.BOM_UTF16_LE + b"\x01", "not a text file"),
    "UTF-16 of something else": (codecs.BOM_UTF16_LE + "中文".encode("utf-16-le"), "not a text"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_in_one_sentence_that_names_the_file(data: bytes, why: str) -> None:
    with pytest.raises(DataError) as refused:
        decode(data, "a\x1b]0;b.docx")
    message = refused.value.message
    assert message.startswith("a␛]0;b.docx is ")
    assert why in message
    assert message.endswith(".")
    assert "\n" not in message


def test_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(DataError, match=r"big\.txt is larger than 64 MiB"):
        decode(b"a" * (SIZE_LIMIT + 1), "big.txt")
    assert len(decode(b"a" * SIZE_LIMIT, "big.txt")) == SIZE_LIMIT


@given(st.binary(max_size=200))
def test_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except DataError:
        return
    assert text.strip()
    assert "\0" not in text
