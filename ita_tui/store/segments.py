"""The sealed segments of a history: where they lie, and which events each of them holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"([0-9]{9,})-([0-9]{9,})\.json")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sealed part of a history.

    Attributes:
        first: The number of its first event.
        last: The number of its last event.
        path: Its file.
    """

    first: int
    last: int
    path: Path


def segments_folder(data_file: Path) -> Path:
    """The folder of a data file's sealed segments."""
    return data_file.with_name(data_file.name + ".history")


def segment_path(data_file: Path, first: int, last: int) -> Path:
    """The file of the segment with these events."""
    return segments_folder(data_file) / f"{first:09d}-{last:09d}.json"


def segments(data_file: Path) -> list[Segment]:
    """The segments of a data file, the newest first; files of other names are left alone.

    One that a dead process left is among them: its events stand in the data file too.

    Raises:
        DataError: The folder cannot be read.
    """
    folder = segments_folder(data_file)
    try:
        paths = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DataError(
            _("The history in {folder} cannot be read ({reason}).").format(
                folder=folder, reason=reason(error)
            )
        ) from error
    return newest_first(paths)


def newest_first(paths: Iterable[Path]) -> list[Segment]:
    """The segments that files are by their names, the newest first; others are left out."""
    found = [(path, match) for path in paths if (match := _NAME.fullmatch(path.name))]
    parts = [Segment(int(match[1]), int(match[2]), path) for path, match in found]
    return sorted(parts, key=lambda part: part.first, reverse=True)
