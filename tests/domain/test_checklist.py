"""The checklist made from a framework, and how far it has come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Item, Progress
from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.framework import Framework


def items(*states: State) -> list[Item]:
    return [
        Item(f"O{n}", "", "9.1", status=Status.of(state)) for n, state in enumerate(states, start=1)
    ]


def test_a_checklist_has_the_items_of_its_framework_all_unset(
    framework: Framework, checklist: Checklist
) -> None:
    assert [(one.code, one.name, one.category, one.cadence) for one in checklist.items] == [
        (one.code, one.name, one.category, one.cadence) for one in framework.items
    ]
    assert {one.status for one in checklist.items} == {Status()}
    assert (checklist.fiscal_year, checklist.framework_year) == (2567, 2566)
    assert checklist.framework_title == framework.title
    assert checklist.categories == framework.categories


def test_an_item_is_found_by_its_code_alone(checklist: Checklist) -> None:
    assert checklist.item("O2") == checklist.items[1]
    assert checklist.item("o2") is None
    assert checklist.item("O99") is None


def test_the_items_of_a_category_stand_in_order(checklist: Checklist) -> None:
    assert [one.code for one in checklist.items_of("9.1")] == ["O1", "O2", "O3"]
    assert [one.code for one in checklist.items_of("9.2")] == ["O4", "O5"]
    assert checklist.items_of("9.9") == ()


def test_progress_counts_each_state() -> None:
    progress = Progress.of(
        items(State.DONE, State.CURRENT, State.DONE, State.WAITING, State.UNSET, State.UNSET)
    )
    assert progress.count(State.DONE) == 2
    assert progress.count(State.IN_PROGRESS) == 0
    assert (progress.finished, progress.total, progress.fraction) == (3, 6, 0.5)


def test_nothing_is_no_part_of_nothing() -> None:
    assert Progress.of([]).fraction == 0.0
    assert Progress.of([]).total == 0


def test_the_progress_of_a_checklist_is_that_of_all_its_items(checklist: Checklist) -> None:
    done = replace(checklist.items[4], status=Status.of(State.DONE))
    changed = replace(checklist, items=(*checklist.items[:4], done))
    assert changed.progress().counts == {State.UNSET: 4, State.DONE: 1}
