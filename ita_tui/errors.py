"""What can go wrong, as one tree. Every message is one whole sentence for the person in front.

ItaError
├── UsageError       the command or a value in it is wrong (exit code 2)
├── ConflictError    refused, because someone else changed it; nothing was written (3)
├── DataError        the data cannot be read or written; nothing was written (4)
│   ├── NoChecklistError   there is no checklist here yet
│   └── DamagedDataError   a file is there, but is not what the program wrote, or it is gone
│       └── NewerDataError a newer version of the program wrote it
└── BusyError        someone else holds the data; nothing was written (5)
"""

from __future__ import annotations


class ItaError(Exception):
    """Anything that ends in one sentence instead of a traceback.

    Attributes:
        message: What happened, where, and what to do, in the language in use.
        exit_code: The exit code of the command line for it.
    """

    exit_code = 2

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.message = message


class UsageError(ItaError):
    """The command, or a value given with it, is wrong."""


class ConflictError(ItaError):
    """Someone else changed the same thing since it was seen; nothing was written."""

    exit_code = 3


class DataError(ItaError):
    """The data cannot be read or written; nothing was written."""

    exit_code = 4


class NoChecklistError(DataError):
    """There is no checklist in this data folder yet."""


class DamagedDataError(DataError):
    """A data file is there, but it is not what the program wrote; or it is gone.

    Attributes:
        what: The message without the way out.
    """

    def __init__(self, what: str, way_out: str = "") -> None:
        """Keep the sentence, and one with what to do on the command line."""
        super().__init__(f"{what} {way_out}".rstrip())
        self.what = what


class NewerDataError(DamagedDataError):
    """A newer version of the program wrote a file; to this one it is of no use."""


class BusyError(ItaError):
    """Someone else holds the lock for longer than the time limit; nothing was written."""

    exit_code = 5
