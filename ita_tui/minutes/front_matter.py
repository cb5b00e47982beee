"""The front matter of minutes: the little that their visible text cannot say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import DataError
from ita_tui.i18n import _

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import Meeting

FORMAT = 1
"""The version of the form of the minutes."""

_FENCE = "---"
_NUMBER = re.compile("[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands in it.

    Attributes:
        meeting: The id of the meeting.
        fiscal_year: In the Buddhist era.
        lines: How many lines of the text it takes, its two fences among them.
        agency: Whose checklist it is; empty where the text itself says so.
        framework_title: The list that the checklist follows; empty as above.
        framework_year: The fiscal year of that list; None as above.
    """

    meeting: str
    fiscal_year: int
    lines: int
    agency: str = ""
    framework_title: str = ""
    framework_year: int | None = None


def front_matter(meeting: Meeting, checklist: Checklist) -> str:
    """The front matter as YAML, ending with one line feed.

    Whose checklist it is, and which list it follows, stands there only where no table does.
    """
    # A JSON string is a YAML string, in which no id can end the front matter early.
    lines = [
        f"format: {FORMAT}",
        f"meeting: {json.dumps(meeting.id)}",
        f"fiscal_year: {checklist.fiscal_year}",
    ]
    if not any(item.shows_checklist for item in meeting.agenda):
        lines += [
            f"agency: {_written(checklist.agency)}",
            f"framework: {_written(checklist.framework_title)}",
            f"framework_year: {checklist.framework_year}",
        ]
    return "\n".join((_FENCE, *lines, _FENCE, ""))


def _written(text: str) -> str:
    return json.dumps(clean(text).strip(), ensure_ascii=False)


def read_front_matter(lines: list[str]) -> FrontMatter | None:
    """The front matter of a text, or None where it has none, or one of another program.

    Keys that an editor added are passed over.

    Args:
        lines: The lines of the text, without their ends.

    Raises:
        DataError: A newer version of the program wrote it.
    """
    end = _end(lines)
    pairs = (line.partition(":") for line in lines[1:end])
    values = {name.strip(): value.strip() for name, _colon, value in pairs}
    version, year = (_number(values.get(name, "")) for name in ("format", "fiscal_year"))
    meeting = _text(values.get("meeting", ""))
    if version is None or year is None or not meeting:
        return None
    if version > FORMAT:
        raise DataError(
            _(
                "These minutes have form {theirs}, this program reads form {ours}; "
                "update the program."
            ).format(theirs=version, ours=FORMAT)
        )
    return FrontMatter(
        meeting,
        year,
        end + 1,
        agency=_text(values.get("agency", "")),
        framework_title=_text(values.get("framework", "")),
        framework_year=_number(values.get("framework_year", "")),
    )


def _end(lines: list[str]) -> int:
    """Where the closing fence stands; 0 without any front matter."""
    if lines[0].rstrip() != _FENCE:
        return 0
    return next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)


def _number(value: str) -> int | None:
    return int(value) if _NUMBER.fullmatch(value) else None


def _text(value: str) -> str:
    """A YAML text of one line, plain or quoted; empty for one that no id of ours can be."""
    if value.startswith('"'):
        try:
            value = json.loads(value)
        except ValueError:
            return ""
    elif value.startswith("'"):
        value = value[1:].removesuffix("'").replace("''", "'")
    return value if value == clean(value).strip() else ""
