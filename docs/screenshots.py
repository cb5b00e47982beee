"""Make the pictures of the documentation: `python docs/screenshots.py`.

Needs rsvg-convert (librsvg) and the fonts DejaVu Sans Mono and Tlwg Typo, which is a Thai font of
one width.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ita_tui import i18n
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.beginning import begin_sample
from ita_tui.services.identity import acting
from ita_tui.services.seeds.loading import sample
from ita_tui.services.settings import Settings
from ita_tui.services.workspace import Workspace
from ita_tui.ui.app import ItaApp, session_for

HERE = Path(__file__).parent.resolve()
FONTS = '"DejaVu Sans Mono", "Tlwg Typo", monospace'
CELL = 12.2
NBSP = "&#160;"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        name: Its file's name without the suffix.
        size: Columns and rows.
        theme: The theme's name.
        keys: What is pressed first.
    """

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("main-dark", (120, 40), "ita-dark", ("down",) * 13),
    Picture("main-light", (80, 24), "ita-light", ("down",) * 13),
    Picture("choose-light", (80, 24), "ita-light", (*("down",) * 13, "s")),
    Picture("history-dark", (100, 30), "ita-dark", (*("down",) * 13, "space", "space", "h", "a")),
    Picture("help-dark", (100, 40), "ita-dark", ("question_mark",)),
    Picture("import-light", (80, 24), "ita-light", ("i", *"minutes", "full_stop", *"md", "enter")),
    Picture("review-dark", (100, 30), "ita-dark", ("r", "down", "enter", *("full_stop",) * 11)),
    Picture("minutes-dark", (120, 40), "ita-dark", ("m", *("down",) * 28)),
    Picture("minutes-light", (80, 24), "ita-light", ("m", *("down",) * 28)),
)


async def _svg(picture: Picture, data: Path) -> str:
    settings = Settings(data=data, year=None, name="กองคลัง", lang="th", ascii=False)
    app = ItaApp(session_for(settings))
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await pilot.pause(0.5)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(1.5)
        return app.export_screenshot(title="ita-tui")


def _mended(svg: str) -> str:
    """The fonts that are there; leading spaces as a place, which renderers leave out."""
    svg = svg.replace("Fira Code", "DejaVu Sans Mono").replace("monospace", FONTS)

    def moved(match: re.Match[str]) -> str:
        attributes, text = match.groups()
        spaces = (len(text) - len(re.sub(f"^(?:{NBSP})+", "", text))) // len(NBSP)
        x = float(re.search(r' x="([^"]*)"', attributes).group(1)) + spaces * CELL  # type: ignore[union-attr] # Rich writes it
        attributes = re.sub(r' x="[^"]*"', f' x="{x:.1f}"', attributes)
        length = re.search(r'textLength="([^"]*)"', attributes)
        if length:
            left = float(length.group(1)) - spaces * CELL
            attributes = attributes.replace(length.group(0), f'textLength="{max(left, 0):.1f}"')
        return f"<text{attributes}>{text[spaces * len(NBSP) :]}</text>"

    return re.sub(r'<text([^>]* x="[^>]*)>([^<]*)</text>', moved, svg)


def _edited_minutes() -> str:
    """The sample's minutes as somebody sends them back."""
    found = sample()
    text = render_minutes(found.meetings[-1], found.checklist, Digits.THAI)
    row = next(line for line in text.splitlines() if line.startswith("| O12 "))
    return text.replace(row, row.replace("รอดำเนินการ", "ระหว่างดำเนินการ")).replace("ชั้น ๒", "ชั้น ๓")


def main() -> int:
    """Write every picture beside this file."""
    i18n.use("th")
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            begin_sample(Workspace(data), acting("สำนักปลัด"))
            os.chdir(folder)
            Path("minutes.md").write_text(_edited_minutes(), "utf-8")
            svg = Path(folder) / "picture.svg"
            svg.write_text(_mended(asyncio.run(_svg(picture, data))), "utf-8")
            target = HERE / f"{picture.name}.png"
            subprocess.run(["rsvg-convert", str(svg), "-o", str(target)], check=True)
        sys.stdout.write(f"{target.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
