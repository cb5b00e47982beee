"""The list of argparse's words agrees with the argparse in use."""

from __future__ import annotations

import argparse
import ast
import inspect

import pytest

from ita_tui.cli.argparse_words import PLURAL_WORDS, WORDS

FOR_PROGRAMMERS = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "argument '-' with mode %r",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
}
"""Said while a parser is being built wrongly; a person at the keyboard never meets them."""


def said_by(source: str, function: str) -> set[tuple[str, ...]]:
    """The literal messages that a source hands to a translating function."""
    return {
        tuple(
            argument.value
            for argument in call.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == function
    }


@pytest.fixture(scope="module")
def source() -> str:
    """The source of the argparse in use."""
    return inspect.getsource(argparse)


def test_every_word_for_a_person_is_listed(source: str) -> None:
    said = {message for (message, *_) in filter(None, said_by(source, "_"))}
    assert "usage: " in said
    assert said - FOR_PROGRAMMERS - set(WORDS) == set()


def test_every_counted_word_for_a_person_is_listed(source: str) -> None:
    pairs = {pair for pair in said_by(source, "ngettext") if not FOR_PROGRAMMERS & set(pair)}
    assert pairs == set(PLURAL_WORDS)


def test_no_word_is_listed_twice() -> None:
    words = [*WORDS, *(word for pair in PLURAL_WORDS for word in pair)]
    assert len(words) == len(set(words))
    assert not FOR_PROGRAMMERS & set(words)
