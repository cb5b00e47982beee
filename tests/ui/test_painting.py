from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from ita_tui.thai.cells import clusters, width
from ita_tui.ui.widgets.painting import Line, cut, line_width, strip

TEXT = st.text(st.sampled_from("กนที่น้ำ ใเa漢\u200d"), max_size=12)
LINE = st.lists(st.tuples(TEXT, st.sampled_from(["value", "muted"])), max_size=4)


@given(LINE, st.integers(0, 12))
def test_a_line_is_cut_between_letters(line: Line, cells: int) -> None:
    kept = cut(line, cells)
    assert line_width(kept) <= cells or line_width(line) <= cells
    for (shown, role), (text, wanted) in zip(kept, line, strict=False):
        assert role == wanted
        assert clusters(text)[: len(clusters(shown))] == clusters(shown)
    if line_width(line) <= cells:
        assert kept == line


def test_a_strip_has_just_its_cells_and_whole_letters() -> None:
    ground = Style()
    line = [("ใช้", "value"), ("น้ำ", "muted")]
    shown = [strip(line, cells, lambda _role: ground, ground) for cells in range(2, 6)]
    assert [one.text for one in shown] == ["ใช้", "ใช้ ", "ใช้น้ำ", "ใช้น้ำ "]
    assert [width(one.text) for one in shown] == [one.cell_length for one in shown] == [2, 3, 4, 5]


def test_pieces_of_one_role_are_one_segment() -> None:
    styles = {"value": Style(bold=True), "muted": Style(dim=True)}
    line = [("ก", "value"), ("", "muted"), ("ข", "value"), ("ค", "muted"), ("ง", "value")]
    shown = strip(line, 4, styles.__getitem__, Style())
    assert [(one.text, one.style) for one in shown] == [
        ("กข", styles["value"]),
        ("ค", styles["muted"]),
        ("ง", styles["value"]),
    ]
