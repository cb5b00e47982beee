"""The Thai catalogue holds every sentence of the sources, whole and nothing else."""

from __future__ import annotations

import ast
import importlib.util
import re
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.mofile import read_mo

from ita_tui import i18n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parent.parent
THAI_VALUES = frozenset({"agency", "expected", "field", "right", "typed", "what"})
"""What is always filled in with Thai words, which nothing parts from those around them."""

_PERCENT = re.compile(r"%(?:\(\w+\))?[srdif]")


def load_tool() -> Any:  # noqa: ANN401 (a script outside the package has no type of its own)
    """The script behind `make messages`."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / ".ci" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()


@pytest.fixture(scope="module")
def thai() -> Catalog:
    """The Thai translation as it stands in the checkout."""
    translation: Catalog = TOOL.read(ROOT / TOOL.TRANSLATION, TOOL.LANGUAGE)
    return translation


@pytest.fixture
def language() -> Iterator[None]:
    """Puts back the language that was in use."""
    before = i18n.language()
    yield
    i18n.use(before)


def words(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The wordings of each message, and those of its translation."""
    return {
        TOOL.forms(message.id): TOOL.forms(message.string) for message in catalogue if message.id
    }


def fields(text: str) -> set[str]:
    """The names that `str.format` fills in; ValueError when the braces do not pair."""
    return {name for _text, name, _form, _conversion in Formatter().parse(text) if name is not None}


def disagreement(message: str, translation: str) -> str:
    """What the translation leaves out or adds among the values filled in; empty if nothing."""
    if sorted(_PERCENT.findall(message)) != sorted(_PERCENT.findall(translation)):
        return f"{message!r}: the % values differ"
    try:
        wanted = fields(message)
    except ValueError:
        return ""  # the message is shown as it is, and never filled in
    try:
        return "" if fields(translation) == wanted else f"{message!r}: the values in braces differ"
    except ValueError as error:
        return f"{message!r}: {error}"


@pytest.mark.parametrize("file", [TOOL.TEMPLATE, TOOL.TRANSLATION], ids=["pot", "po"])
def test_the_catalogue_holds_the_messages_of_the_sources(file: Path) -> None:
    in_sources = words(TOOL.extract(ROOT)).keys()
    in_catalogue = words(TOOL.read(ROOT / file)).keys()
    assert in_sources - in_catalogue == set(), "not in the catalogue yet: run `make messages`"
    assert in_catalogue - in_sources == set(), "no longer in the sources: run `make messages`"


def test_every_message_has_a_thai_translation(thai: Catalog) -> None:
    assert TOOL.missing(thai) == []


def test_translations_keep_the_values_that_are_filled_in(thai: Catalog) -> None:
    complaints = [
        disagreement(message[-1], translation)
        for message, translations in words(thai).items()
        for translation in filter(None, translations)
    ]
    assert [complaint for complaint in complaints if complaint] == []


def test_values_stand_apart_from_thai_words(thai: Catalog) -> None:
    touching = re.compile(r"[\u0e01-\u0e4e]\{(\w+)|\{(\w+)\}[\u0e01-\u0e4e]")
    found = {
        name
        for translations in words(thai).values()
        for translation in translations
        for names in touching.findall(translation)
        for name in names
        if name
    }
    assert found - THAI_VALUES == set(), "a number, a code or a name in Latin would touch them"


@pytest.mark.parametrize(
    ("message", "translation", "agree"),
    [
        ("No item {code}.", "ไม่มีข้อ {code}", True),
        ("No item {code}.", "ไม่มีข้อ {kode}", False),
        ("No item {code}.", "ไม่มีข้อ", False),
        ("No item {code}.", "ไม่มีข้อ {code", False),
        ("Nothing here.", "ไม่มี {code}", False),
        ("from {a} to {b}", "ถึง {b} จาก {a}", True),
        ("a lone { brace", "ปีกกา { เดี่ยว", True),
        ("invalid %(type)s value: %(value)r", "ค่า %(value)r ไม่ใช่ %(type)s", True),
        ("invalid %(type)s value: %(value)r", "ค่า %(value)s ไม่ใช่ %(type)s", False),
        ("expected %s arguments", "ต้องมีค่า", False),
    ],
)
def test_disagreeing_values_are_found(message: str, translation: str, agree: bool) -> None:
    assert (disagreement(message, translation) == "") is agree


def test_the_compiled_catalogue_is_the_one_that_is_written(thai: Catalog) -> None:
    with (ROOT / TOOL.COMPILED).open("rb") as stream:
        compiled = words(read_mo(stream))
    assert compiled == words(read_mo(BytesIO(TOOL.compiled(thai)))), "run `make messages`"


@pytest.mark.usefixtures("language")
def test_thai_is_spoken(thai: Catalog) -> None:
    message, translation = next(
        (message, translations[0])
        for (message, *_), translations in words(thai).items()
        if translations[0] not in {"", message}
    )
    i18n.use("th")
    assert i18n._(message) == translation
    i18n.use("en")
    assert i18n._(message) == message


def marked_messages() -> set[str]:
    """Every message that the sources mark, also where the extractor does not look for it."""
    return {
        call.args[0].value
        for file in sorted((ROOT / "ita_tui").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "N_"}
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_the_extractor_finds_every_message_that_is_marked() -> None:
    found = {message[0] for message in words(TOOL.extract(ROOT))}
    assert marked_messages() - found == set(), "the extractor does not look inside f-strings"


def is_built(node: ast.expr) -> bool:
    """Whether a text is put together where it stands: an f-string, a sum, or filled in."""
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "format"
    )


def test_only_whole_messages_are_marked() -> None:
    mistakes = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted((ROOT / "ita_tui").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "N_"}
        and is_built(call.args[0])
    ]
    assert mistakes == [], "a message that is put together cannot be looked up"


@pytest.mark.parametrize("text", ['f"a {b}"', '"a " + b', '"a %s" % b', '"a {b}".format(b=b)'])
def test_a_message_that_is_put_together_is_found(text: str) -> None:
    assert is_built(ast.parse(text, mode="eval").body)


def test_renewing_keeps_translations_and_drops_what_is_gone(tmp_path: Path) -> None:
    source = tmp_path / "ita_tui" / "spoken.py"
    source.parent.mkdir()
    source.write_text('_("Good day.")\nN_("Welcome {name}.")\n', encoding="utf-8")
    TOOL.renew(tmp_path)
    file = tmp_path / TOOL.TRANSLATION
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('msgid "Good day."\nmsgstr ""', 'msgid "Good day."\nmsgstr "สวัสดี"'),
        encoding="utf-8",
    )
    source.write_text('_("Good day.")\nN_("Farewell.")\n', encoding="utf-8")
    renewed = TOOL.renew(tmp_path)
    assert words(renewed) == {("Good day.",): ("สวัสดี",), ("Farewell.",): ("",)}
    assert TOOL.missing(renewed) == ["Farewell."]
    with (tmp_path / TOOL.COMPILED).open("rb") as stream:
        assert words(read_mo(stream)) == {("Good day.",): ("สวัสดี",)}
    written = [(tmp_path / name).read_bytes() for name in (TOOL.TEMPLATE, TOOL.TRANSLATION)]
    TOOL.renew(tmp_path)
    assert written == [(tmp_path / name).read_bytes() for name in (TOOL.TEMPLATE, TOOL.TRANSLATION)]
