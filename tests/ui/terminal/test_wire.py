"""What comes out of the wire shows what went in, in fewer bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.ui.terminal.wire import AT_ONCE, Wire
from tests.ui.terminal.emulator import Emulator
from tests.ui.terminal.frames import COLUMNS, LINES, frames

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


class Both:
    """The same output, once as it is and once through a wire."""

    def __init__(self, *, keeps_ground: bool = True) -> None:
        self.wire = Wire(COLUMNS, LINES, keeps_ground=keeps_ground)
        self.plain = Emulator(COLUMNS, LINES)
        self.wired = Emulator(COLUMNS, LINES)
        self.sent = ""
        self.write(ENTER)

    def write(self, data: str) -> None:
        """Write to both, and leave what the wire lacks for later."""
        self.plain.feed(data)
        self.wire.feed(data)

    def take(self, limit: int | None = None) -> str:
        """Send one batch."""
        batch = self.wire.take(limit)
        self.sent += batch
        self.wired.feed(batch)
        return batch

    def drain(self) -> str:
        """Send everything."""
        began = len(self.sent)
        while self.take():
            pass
        return self.sent[began:]

    def agree(self) -> None:
        """Hold the two against each other."""
        assert self.wired.lines() == self.plain.lines(), repr(self.sent)
        assert self.wired.looks() == self.plain.looks(), repr(self.sent)


@pytest.fixture
def both() -> Both:
    return Both()


@given(st.lists(st.tuples(frames, st.sampled_from([None, 1, 20, 200])), min_size=1, max_size=6))
def test_any_output_looks_the_same(written: list[tuple[str, int | None]]) -> None:
    both = Both()
    for frame, limit in written:
        both.write(frame)
        both.take(limit)
    both.drain()
    both.agree()


@given(st.lists(frames, min_size=1, max_size=4))
def test_a_terminal_that_erases_with_its_own_ground_looks_the_same(written: list[str]) -> None:
    both = Both(keeps_ground=False)
    for frame in written:
        both.write(frame)
        erased = both.drain().split("\x1b[K")[:-1]
        assert all("48;" not in part.rpartition("\x1b[")[2] for part in erased)
    both.agree()


@given(frames)
def test_the_same_frame_again_is_no_byte(frame: str) -> None:
    both = Both()
    both.write(frame)
    both.drain()
    both.write(frame)
    both.write(frame)
    assert both.drain() in {"", _move_back(both)}


def _move_back(both: Both) -> str:
    """The cursor's way home, when the frame was cut off in the middle of a row."""
    x, y = both.plain.cursor
    return f"\x1b[{y + 1};{x + 1}H"


@given(frames, frames, st.sampled_from([(4, 2), (23, 5), (24, 3), (24, 8), (30, 8)]))
def test_another_size_shows_what_is_left(first: str, then: str, size: tuple[int, int]) -> None:
    both = Both()
    both.write(first)
    both.drain()
    both.wire.resize(*size)
    both.wired.resize(*size)
    both.wired.feed("\x1b[1;1Hgarbage of the terminal")
    both.drain()
    both.wire.resize(COLUMNS, LINES)
    both.wired.resize(COLUMNS, LINES)
    whole = "".join(f"\x1b[{y};1H{' ' * COLUMNS}" for y in range(1, LINES + 1))
    both.write(whole + then)
    both.drain()
    both.agree()


@given(frames, frames)
def test_repainting_mends_what_somebody_else_wrote(first: str, then: str) -> None:
    both = Both()
    both.write(first)
    both.drain()
    both.wired.feed("\x1b[3;2H\x1b[7mBroadcast message from root\x1b[1;2r\n\n\x1b[r")
    both.wire.repaint()
    both.write(then)
    both.drain()
    both.agree()


def test_what_is_no_cell_passes_as_it_is(both: Both) -> None:
    both.drain()
    passing = (
        "\x1b[?1004h\x1b[?2026$p\x1b[c\x1b[>1u\x1b[2 q\x1b]0;title\x07\x1b]52;c;QQ==\x1b\\\x07"
    )
    both.write(passing)
    assert both.drain().removesuffix("\x1b[H") == passing


def test_what_is_cut_in_two_is_put_together(both: Both) -> None:
    both.drain()
    both.write("\x1b]0;ti")
    both.write("tle\x07\x1b[1")
    both.write(";3HO1")
    sent = both.drain()
    assert sent.startswith("\x1b]0;title\x07")
    assert both.wired.lines()[0].startswith("  O1")


def test_what_is_not_understood_passes_and_has_everything_sent_again(both: Both) -> None:
    both.write("\x1b[1;1HO12")
    both.drain()
    both.write("\x1b[2L")
    sent = both.drain()
    assert sent.startswith("\x1b[2L")
    assert "O12" in sent
    both.write("\x1b[58;5;1mx")
    assert both.drain().startswith("\x1b[58;5;1m")


def test_links_are_left_out(both: Both) -> None:
    both.write("\x1b]8;id=1;https://example.go.th\x1b\\O12\x1b]8;;\x1b\\")
    assert "example" not in both.drain()
    assert both.wired.lines()[0].startswith("O12")


def test_controls_in_a_text_do_not_get_through(both: Both) -> None:
    both.write("a\tb\x08c\x9b2Jd")
    sent = both.drain()
    assert not {"\t", "\x08", "\x9b"} & set(sent)


def test_outside_the_alternate_screen_everything_passes(both: Both) -> None:
    both.drain()
    both.write("\x1b[1;1HO12")
    both.write(LEAVE + "\x1b[?25h")
    both.write("a word\r\n")
    assert both.drain() == "\x1b[m\x1b[?1049l\x1b[?25ha word\r\n"
    both.write("before" + ENTER + "\x1b[2;1Hagain")
    sent = both.drain()
    assert sent.startswith("before" + ENTER)
    assert sent.index("\x1b[2J") < sent.index("again")


@pytest.mark.parametrize("letters", [3, COLUMNS])
def test_a_large_frame_is_marked_where_the_terminal_knows_frames(both: Both, letters: int) -> None:
    text = "".join(f"\x1b[3{place % 8}mx" for place in range(letters))
    frame = "".join(f"\x1b[{y};1H{text}" for y in range(1, LINES + 1))
    both.write(frame)
    assert "2026" not in both.drain()
    both.write("\x1b[?2026h\x1b[1;1H \x1b[?2026l")
    assert "2026" not in both.drain()
    both.wire.repaint()
    sent = both.drain()
    assert (len(sent) > AT_ONCE) == sent.startswith("\x1b[?2026h") == sent.endswith("\x1b[?2026l")
    assert (len(sent) > AT_ONCE) == (letters == COLUMNS)


def test_a_row_that_changed_twice_is_sent_once(both: Both) -> None:
    both.drain()
    for text in ("first", "second", "third"):
        for y in range(1, LINES + 1):
            both.write(f"\x1b[{y};1H{text:<{COLUMNS}}")
        both.take(1)
    both.drain()
    both.agree()
    assert both.sent.count("first") == 1
    assert both.sent.count("second") == 1
    assert both.sent.count("third") == LINES


def test_no_row_waits_for_ever_behind_one_that_changes_all_the_time(both: Both) -> None:
    both.drain()
    both.write("\x1b[5;1Hlast")
    for turn in range(3):
        both.write(f"\x1b[1;1H{turn}")
        both.take(1)
    assert both.wired.lines()[4].startswith("last")


def test_somebody_is_told_once_until_all_is_taken() -> None:
    wire = Wire(COLUMNS, LINES)
    assert wire.feed(ENTER)
    assert not wire.feed("\x1b[1;1HO12")
    assert wire.take()
    assert not wire.feed("more")
    assert wire.take()
    assert wire.take() == ""
    assert not wire.feed("\x1b[?2026h")
    assert wire.feed("\x1b[1;1HO13")
    assert wire.take()
    assert wire.take() == ""
    assert wire.repaint()


def test_a_letter_goes_with_its_marks(both: Both) -> None:
    both.write("\x1b[1;1Hที่นา กา")
    both.drain()
    both.write("\x1b[1;1Hที่น้ำ กา")
    sent = both.drain()
    assert "น้ำ" in sent
    assert "ที่" not in sent


def test_marks_that_come_alone_hang_on_the_letter_before(both: Both) -> None:
    both.write("\x1b[1;1H\x1b[31mก\x1b[0m\u0e49\x1b[2;1H漢\u0e49\x1b[3;1H\u0e49\x1b[9;9Hx")
    sent = both.drain()
    assert "ก\u0e49" in sent
    assert "漢\u0e49" in sent
    assert both.wired.lines()[2].strip() == ""


def test_after_a_letter_that_terminals_measure_differently_the_place_is_named(both: Both) -> None:
    both.write("\x1b[1;1Hน้ำใจ")
    assert "น้ำ\x1b[3Gใจ" in both.drain()
