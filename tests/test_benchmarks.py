"""The benchmark itself: it sees what a program shows, and tells when, how much and how it ends."""

from __future__ import annotations

import os

import pytest

from benchmarks.answers import answers, is_restored
from benchmarks.emulator import Emulator
from benchmarks.figures import Figures, Row, is_met, line
from benchmarks.report import report
from benchmarks.terminal import SIZE, Terminal

TALKER = ("/bin/sh", "-c", "printf 'โครงสร้าง'; read -r line; printf '12345'; read -r line")


def test_a_program_is_seen_from_outside() -> None:
    with Terminal(TALKER, dict(os.environ)) as terminal:
        assert terminal.wait_until(lambda screen: screen.shows("โครงสร้าง")) > 0
        terminal.settle()
        known = terminal.sent()
        assert terminal.press(b"a\n").size == terminal.sent() - known >= len("12345")
        assert terminal.memory() > 0
        assert terminal.cpu() > 0
        ending = terminal.leave(b"b\n")
    assert ending.restored
    assert ending.seconds > 0


def test_a_key_without_an_answer_is_no_figure() -> None:
    mute = ("/bin/sh", "-c", "stty -echo; printf 'โครงสร้าง'; cat >/dev/null")
    with Terminal(mute, dict(os.environ)) as terminal:
        terminal.wait_until(lambda screen: screen.shows("โครงสร้าง"))
        with pytest.raises(TimeoutError, match="did not answer"):
            terminal.press(b"a")


def test_keys_typed_ahead_reach_the_program() -> None:
    with Terminal(TALKER, dict(os.environ), b"a\n") as terminal:
        assert terminal.wait_until(lambda screen: screen.shows("12345")) > 0
    assert terminal.process.returncode is not None


def test_the_marked_row_is_told_from_the_others() -> None:
    screen = Emulator(SIZE)
    lines = ["ที่หนึ่ง", "\x1b[44mที่สอง\x1b[0m", "ที่สาม"]
    screen.feed("".join(f"\x1b[{y};1H{text}" for y, text in enumerate(lines, 2)).encode())
    assert screen.shows("ที่สาม")
    assert [screen.marks(text) for text in ("ที่หนึ่ง", "ที่สอง", "ที่สาม", "ที่สี่")] == [
        False, True, False, False,
    ]  # fmt: skip


def test_sequences_may_come_in_parts() -> None:
    screen = Emulator(SIZE)
    for part in (b"\x1b", b"[2;", b"3Hab\xe0", b"\xb8\x81\x1b]0;ti", b"tle\x07d"):
        screen.feed(part)
    assert screen.shows("  abกd")


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[6n\x1b[?u", b"\x1b[1;1R\x1b[?0u"),
        (b"\x1b[2J", b""),
    ],
)
def test_questions_are_answered(sent: bytes, answer: bytes) -> None:
    assert answers(sent) == answer


@pytest.mark.parametrize(
    ("sent", "restored"),
    [
        (b"", True),
        (b"\x1b[?1049h\x1b[?25l\x1b[>1u .. \x1b[<u\x1b[?25h\x1b[?1049l", True),
        (b"\x1b[?1049h", False),
        (b"\x1b[?1000;1006h\x1b[?1000l", False),
        (b"\x1b[?25l", False),
        (b"\x1b[>1u", False),
    ],
)
def test_what_is_left_on_is_noticed(sent: bytes, restored: bool) -> None:
    assert is_restored(sent) is restored


def figures() -> Figures:
    found = Figures()
    for value in (0.012, 0.010, 0.030):
        found.add("floor", value)
        found.add("ours", value * 2)
        found.add("size", value * 1e5)
    return found


@pytest.mark.parametrize(
    ("row", "met", "told"),
    [
        (Row("a", "ours", "floor", 1.8), True, "| 12.0 ms | 24.0 ms | 2.00 | 2.00 | 1.8 | yes |"),
        (Row("a", "ours", "floor", 1.7), False, "| **no** |"),
        (Row("a", "ours", limit=0.018), True, "| a | – | 24.0 ms | – | – | 18.0 ms | yes |"),
        (Row("a", "size", "floor", 1200, "bytes"), True, "| 1,200 B | yes |"),
        (Row("a", "size", "", 1199, "bytes"), False, "| **no** |"),
    ],
)  # fmt: skip
def test_a_limit_is_held_against_minima_and_of_bytes_against_the_median(
    row: Row, met: bool, told: str
) -> None:
    assert is_met(row, figures()) is met
    assert told in line(row, figures())


def test_what_was_not_measured_is_a_dash() -> None:
    assert line(Row("a", "none", "floor", 1.2), figures()) == "| a | – | – | – | – | 1.2 | – |"
    assert line(Row("a", "ours", "none", 1.2), figures()).endswith("| 1.2 | – |")
    assert "## The screen, against the floor" in report(Figures(), 1)
