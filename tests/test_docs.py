"""The README names every command and every option of the command line."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.cli.arguments import ARGUMENTS
from ita_tui.cli.parser import build
from ita_tui.ui.actions import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.ui.action import Action

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands of a parser, by name."""
    groups = [
        action.choices
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return {name: command for group in groups for name, command in group.items()}


def options(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, ...]]:
    """Each option of a parser and of its commands: the command, and its spellings."""
    for action in parser._actions:
        if action.option_strings and not isinstance(action, argparse._HelpAction):
            yield (name, *action.option_strings)
    for command, below in subparsers(parser).items():
        yield from options(below, f"{name} {command}".strip())


PARSER = build(list(ARGUMENTS))


def is_named(spelling: str) -> bool:
    """Whether the README has a command or an option as code, not as a part of another word."""
    return re.search(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", code()) is not None


def code() -> str:
    """What stands as code in the README, in a line or as a block."""
    blocks = re.findall(r"```\w*\n(.*?)```", README, re.DOTALL)
    lines = re.findall(r"`([^`\n]+)`", re.sub(r"```\w*\n.*?```", "", README, flags=re.DOTALL))
    return "\n".join([*blocks, *lines])


@pytest.mark.parametrize("command", subparsers(PARSER))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert is_named(command)


@pytest.mark.parametrize("option", sorted(set(options(PARSER))), ids=" ".join)
def test_every_option_is_in_the_readme(option: tuple[str, ...]) -> None:
    _command, *spellings = option
    assert any(map(is_named, spellings))


def test_a_name_inside_another_word_is_none() -> None:
    assert is_named("--lang")
    assert not is_named("--lan")
    assert not is_named("its")


@pytest.mark.parametrize(
    "action", [one for _title, group in GROUPS for one in group], ids=lambda one: one.id
)
def test_the_readme_names_every_action(action: Action) -> None:
    group, _dot, name = action.id.partition(".")
    line = next(line for line in README.splitlines() if line.startswith(f"| `{group}` "))
    assert f"`{name}`" in line
