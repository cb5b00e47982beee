"""A document as a Word file.

It needs python-docx, which is installed with the extra `docx` only.
"""

from __future__ import annotations

from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.minutes.style import Digits

_NEEDED = {"docx", "lxml"}


def to_docx(markdown: str, title: str, digits: Digits = Digits.THAI) -> bytes:
    """A document as a Word file, after the customs of official Thai papers.

    Args:
        markdown: The text of the document, as `ita_tui.minutes.rendering` makes it.
        title: Its title in the properties of the file; one line of plain text.
        digits: The digits of the page's number.

    Returns:
        The whole file; the same for the same arguments.

    Raises:
        UsageError: python-docx is not installed.
    """
    try:
        from ita_tui.minutes.word.document import document_bytes  # noqa: PLC0415 (an extra's)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise UsageError(
            _('Word files need python-docx; install it with: pip install "ita-tui[docx]"')
        ) from error
    return document_bytes(markdown, title, digits)
