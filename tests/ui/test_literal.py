"""No widget of Textual is given text that it would read as markup."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import ita_tui.ui

UI = Path(ita_tui.ui.__file__).parent
SOURCES = sorted(path for path in UI.rglob("*.py") if path.parent != UI / "terminal")

TAKES_TEXT = {
    "Button", "Checkbox", "Collapsible", "Digits", "FilterInput", "Footer", "Header", "Label",
    "Link", "Markdown", "Option", "Placeholder", "RadioButton", "RichLog", "Rule", "SelectionList",
    "Static", "Tab", "TabPane", "Toast", "Tree",
}  # fmt: skip
"""Widgets, and parts of widgets, whose first argument is read as markup."""

METHODS = {
    "add_option", "add_options", "add_row", "add_column", "bell_text", "from_markup", "notify",
    "replace_option_prompt", "set_options", "update", "write",
}  # fmt: skip
"""Methods of widgets and of the App that take such a text."""

ATTRIBUTES = {"border_subtitle", "border_title", "sub_title", "title", "tooltip"}
"""What is read as markup when it is set."""

KEYWORDS = {"border_subtitle", "border_title", "placeholder", "tooltip"}
"""The same, when it is given as an argument."""

LITERAL = {"literal", "Content", "Option"}
"""What makes content of a text, or is looked at itself."""

TRANSLATED = {"_", "N_"}
FORBIDDEN = {"from_markup", "render_markup"}
MARKUP = {"Text", "Content"}


def offences(source: str) -> list[tuple[int, str]]:
    """The lines that hand a text to a widget, and what they hand over."""
    found: list[tuple[int, str]] = []
    for scope in _scopes(ast.parse(source)):
        known = _assigned(scope)
        for node in _own_nodes(scope):
            for text in _texts(node):
                if not _is_safe(text, known):
                    found.append((text.lineno, ast.unparse(text)))
            if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN:
                found.append((node.lineno, ast.unparse(node)))
    return found


def _scopes(tree: ast.Module) -> list[ast.AST]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [tree, *(node for node in ast.walk(tree) if isinstance(node, functions))]


def _own_nodes(scope: ast.AST) -> list[ast.AST]:
    """The nodes of a function that are of no function inside it."""
    found: list[ast.AST] = []
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        found.append(node)
        waiting.extend(ast.iter_child_nodes(node))
    return found


def _assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """What each name of a function may stand for."""
    found: dict[str, list[ast.expr]] = {}
    for node in _own_nodes(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _texts(node: ast.AST) -> list[ast.expr]:
    """What a node hands over to be read as markup."""
    if isinstance(node, ast.Assign):
        set_here = [one for one in node.targets if isinstance(one, ast.Attribute)]
        return [node.value] if any(one.attr in ATTRIBUTES for one in set_here) else []
    if not isinstance(node, ast.Call):
        return []
    if any(word.arg == "markup" and _is_false(word.value) for word in node.keywords):
        return []
    texts = [word.value for word in node.keywords if word.arg in KEYWORDS]
    if _takes_text(node.func):
        texts += node.args[:1]
        texts += [word.value for word in node.keywords if word.arg in {"content", "prompt"}]
    return texts


def _is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def _takes_text(function: ast.expr) -> bool:
    match function:
        case ast.Name(id=name):
            return name in TAKES_TEXT
        case ast.Attribute(attr=name):
            return name in METHODS or name in TAKES_TEXT
        case _:
            return False


def _is_safe(text: ast.expr, known: dict[str, list[ast.expr]]) -> bool:
    """Whether a text is literal content, or one of the program's own without anything in it."""
    match text:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id=name)) if name in LITERAL:
            return True
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant()]) if name in TRANSLATED:
            return True
        case ast.Name(id=name):
            return name in known and all(_is_safe(one, {}) for one in known[name])
        case _:
            return False


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_widget_is_given_literal_content_only(source: Path) -> None:
    allowed = {"placeholder"}
    found = [one for one in offences(source.read_text("utf-8")) if one[1] not in allowed]
    assert found == []


@pytest.mark.parametrize(
    ("source", "guilty"),
    [
        ("Static(name)", True),
        ("Static(f'{name}')", True),
        ("Static(_('Hello {name}').format(name=name))", True),
        ("Label(item.name)", True),
        ("Option(str(item))", True),
        ("self.query_one(Static).update(error.message)", True),
        ("self.notify(error.message)", True),
        ("self.notify(error.message, markup=False)", False),
        ("widget.border_title = name", True),
        ("Input(placeholder=name)", True),
        ("Static(content=name)", True),
        ("Content.from_markup(name)", True),
        ("title = item.name\nStatic(title)", True),
        ("def f():\n    title = literal(name)\ndef g():\n    Static(title)", True),
        ("Static(literal(name))", False),
        ("Static(Content(name))", False),
        ("Static('')", False),
        ("Static(_('Hello'))", False),
        ("Input(placeholder=_('Hello'))", False),
        ("title = literal(name)\nStatic(title)", False),
        ("options.append(name)", False),
        ("options.add_option(Option(literal(name), disabled=True))", False),
        ("options.add_option(Option(name))", True),
        ("FilterInput(name)", True),
        ("Page(title=name)", False),
        ("self.query_one(Static).update(literal(error.message))", False),
    ],
)
def test_the_rule_tells_right_from_wrong(source: str, guilty: bool) -> None:
    assert bool(offences(source)) is guilty
