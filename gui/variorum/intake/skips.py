"""Why something was not read: the reasons, and the sentences that go with them."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from variorum.errors import FormatError, VariorumError
from variorum.formats.corpora.rows import UnknownColumns
from variorum.formats.refusals import empty as empty_file


class SkipReason(StrEnum):
    """Name why a file was not read."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    HIDDEN = "hidden"
    LINK_LEADS_OUT = "link_leads_out"
    NOT_ALLOWED = "not_allowed"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    COLUMNS = "columns"
    """Nobody knows which column of a corpus holds its text."""
    ROWS = "rows"
    """Some rows of a corpus hold no article."""
    UNSAFE = "unsafe"
    """A member of an archive that is more, or lies elsewhere, than a file in it."""
    NESTED = "nested"
    """An archive within an archive within an archive."""
    TOO_SLOW = "too_slow"
    TOO_MUCH = "too_much"
    """Reading it takes more memory than is given to it."""


class FileRefused(VariorumError):
    """Say why a file was not read, with the reason as a value."""

    def __init__(self, reason: SkipReason, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Skipped:
    """Hold a file that was not read: why, and a sentence with a hint for the reader."""

    file: str
    """Its path; of a member of an archive, the archive's with an exclamation mark and its name."""
    reason: SkipReason
    message: str
    hint: str = ""


def skipped(file: str, refused: FileRefused) -> Skipped:
    """Return what a refusal says of a file."""
    return Skipped(file, refused.reason, refused.message, refused.hint)


def too_large(name: str, most: int) -> FileRefused:
    """Return what to say of a file of more bytes than may be read."""
    return FileRefused(
        SkipReason.TOO_LARGE,
        f"{name} is larger than {most // 1024 // 1024} MB.",
        hint="Split it into smaller files.",
    )


def empty(name: str) -> FileRefused:
    """Return what to say of a file without content."""
    error = empty_file(name)
    return FileRefused(SkipReason.EMPTY, error.message, hint=error.hint)


@contextmanager
def format_refusals(name: str) -> Generator[None]:
    """Tell what a format finds wrong with a file as why it was refused."""
    try:
        yield
    except UnknownColumns as error:
        raise FileRefused(SkipReason.COLUMNS, error.message, hint=error.hint) from error
    except FormatError as error:
        # What is said of a page alone does not know which file it stood in.
        said = error.message if name in error.message else f"{name}: {error.message}"
        raise FileRefused(SkipReason.UNREADABLE, said, hint=error.hint) from error
    except RecursionError as error:
        raise FileRefused(
            SkipReason.UNREADABLE,
            f"{name} is nested too deeply to be read.",
            hint="It may be damaged.",
        ) from error
