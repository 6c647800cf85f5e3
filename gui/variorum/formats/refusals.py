"""What is said of a file that no format can read."""

from variorum.errors import FormatError


def empty(name: str) -> FormatError:
    """Return what to say of a file without content."""
    return FormatError(f"{name} is empty.", hint="There is no text to read in it.")
