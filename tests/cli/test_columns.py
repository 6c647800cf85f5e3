"""Two columns in a terminal: level, whole, and without any control of the terminal."""

import io
import unicodedata
from contextlib import redirect_stdout

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.cli.columns import print_columns
from variorum.collation.collate import collate
from variorum.collation.values import VariantClass
from variorum.exchange.comparison import Comparison, Edition
from variorum.wire.reader import read

GUTTER = "│"
NOTHING = frozenset[VariantClass]()


def printed(base: str, version: str, *, hidden: frozenset[VariantClass] = NOTHING) -> list[str]:
    """Return the lines that compare two texts."""
    one, other = (Edition(read(text), name) for text, name in ((base, "One"), (version, "Two")))
    out = io.StringIO()
    with redirect_stdout(out):
        print_columns(Comparison(one, other, collate(one.article, other.article)), hidden=hidden)
    return out.getvalue().splitlines()


def width(text: str) -> int:
    """Return the columns that a terminal gives a text."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


@settings(max_examples=40)
@given(st.text(alphabet="ab é漢字 \n-’", max_size=120), st.text(alphabet="ab 字\n", max_size=120))
def test_the_gutter_stands_in_one_column(base: str, version: str) -> None:
    """Wide characters and long words do not push the other side away."""
    lines = [line for line in printed(base, version) if GUTTER in line]

    assert len({width(line.split(GUTTER)[0]) for line in lines}) == 1


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_no_text_controls_the_terminal(text: str) -> None:
    """Escapes and changes of direction come out as harmless characters."""
    out = "".join(printed(f"A story. {text}", "A story."))

    assert not {unicodedata.category(character) for character in out} & {"Cc"}
    assert not set(out) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def test_every_word_is_printed() -> None:
    """Wrapping loses nothing."""
    base = "Pilots walked off the job on Monday after talks over pay and rest hours stalled. " * 3

    left = " ".join(line.split(GUTTER)[0].strip() for line in printed(base, base))

    assert " ".join(base.split()) in " ".join(left.split())


def test_an_address_is_broken() -> None:
    """A word wider than a column goes on in the next line."""
    address = "https://example.com/" + "x" * 200
    lines = printed(f"See {address} for more.", "See it for more.")

    assert max(map(width, lines)) <= 2 * 75 + 3
