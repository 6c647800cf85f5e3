"""Every format that is read has words for the reader."""

from variorum.formats.registry import FORMATS
from variorum.window.details.format_names import FORMAT_NAMES, format_words


def test_every_format_has_words() -> None:
    """Nobody is shown the name that the registry knows a format by."""
    assert set(FORMAT_NAMES) == {each.name for each in FORMATS}
    assert format_words("newer") == "newer"
