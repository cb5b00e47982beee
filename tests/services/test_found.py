import pytest

from ita_tui.services.found import Found, Match

CODES = ("O1", "O2", "O3", "O4")
PLACES = {code: place for place, code in enumerate(CODES)}
NAME = Match("name", lambda _text: None)
UNIT = Match("unit", lambda _text: None)
ALIKE = Match("name", lambda _text: None, alike=True)


def test_the_foremost_field_counts() -> None:
    found = Found(CODES, PLACES, [(b"\0\1\0\0", NAME), (b"\1\1\0\0", UNIT)])
    assert [*found.items()] == [("O1", UNIT), ("O2", NAME)]
    assert (len(found), "O1" in found, "O3" in found, "O9" in found) == (2, True, False, False)
    with pytest.raises(KeyError):
        found["O3"]


def test_what_is_only_alike_stands_behind() -> None:
    found = Found(CODES, PLACES, [(b"\0\0\1\0", NAME), (b"\1\0\1\1", ALIKE)])
    assert [*found] == ["O3", "O1", "O4"]
    assert (found.first, found.behind, found.is_alike) == (b"\0\0\1\0", b"\1\0\0\1", True)
    assert found["O3"] is NAME


def test_what_is_only_alike_stands_first_where_there_is_nothing_else() -> None:
    found = Found(CODES, PLACES, [(b"\0\0\0\0", NAME), (b"\1\0\0\1", ALIKE)])
    assert (found.first, found.behind, found.is_alike) == (b"\1\0\0\1", b"\0\0\0\0", True)


def test_nothing_is_found() -> None:
    found = Found(CODES, PLACES, [])
    assert found == {}
    assert found.among(CODES) == (bytes(4), bytes(4))


def test_it_is_found_again_in_a_list_that_has_become_another() -> None:
    found = Found(CODES, PLACES, [(b"\0\0\1\0", NAME), (b"\1\0\1\1", ALIKE)])
    assert found.among(("O4", "O3", "O9")) == (b"\0\1\0", b"\1\0\0")
