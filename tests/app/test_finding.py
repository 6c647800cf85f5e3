"""Words are found as they look, and the hits stand on the words that were meant."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.app.finding import find_words, fold_words
from variorum.text import Span

_PIECES = ("Café", "cafe\u0301", "co\u00adop", "U.S.", "“no”", "\N{GRINNING FACE}", "\u0301", "ﬁn",
           "straße", "İ", "가각", " ", "\r\n", "\N{NO-BREAK SPACE}", "\u2028", "-", "–", "ν", "ς")  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=20).map("".join)


@given(text=texts, words=texts)
def test_every_hit_folds_to_the_words(text: str, words: str) -> None:
    """What a hit covers reads as what was typed, whatever the letters are made of."""
    for span in find_words(text, words):
        assert fold_words(span.of(text)) == fold_words(words)


@given(text=texts, words=texts)
def test_hits_stand_one_after_the_other(text: str, words: str) -> None:
    """They never overlap, are never empty, and lie in the text."""
    spans = find_words(text, words)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(before=st.text("xyz", max_size=9), words=st.sampled_from(_PIECES), after=st.text("xyz"))
def test_what_stands_there_is_found(before: str, words: str, after: str) -> None:
    """Words between others are found at their place."""
    folded = fold_words(words)
    if not folded.strip() or folded.startswith(" "):
        return
    text = f"{before}|{words}|{after}"

    assert len(before) + 1 in {span.start for span in find_words(text, words)}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The HARBOUR", "harbour", ["HARBOUR"]),
        ("A cafe\u0301 shut", "café", ["cafe\u0301"]),
        ("to co\u00adop\u00aderate", "cooperate", ["co\u00adop\u00aderate"]),
        ("😀 ferry 😀 ferry", "ferry", ["ferry", "ferry"]),
        ("hard\r\nwrapped copy", "hard wrapped", ["hard\r\nwrapped"]),
        ("“We had no choice,”", '"we had', ["“We had"]),
        ("the ﬁne", "f", []),
        ("Straße", "s", ["S"]),
        ("Off Tromsø and Łódź", "tromso and lodz", ["Tromsø and Łódź"]),
        ("aaa", "aa", ["aa"]),
        ("words", " ", []),
        ("words", "", []),
    ],
)
def test_examples(text: str, words: str, found: list[str]) -> None:
    """Accents, hyphens nobody sees, emoji, line ends, quotation marks, half characters."""
    assert [span.of(text) for span in find_words(text, words)] == found


def test_offsets_are_code_points() -> None:
    """An emoji before the word counts as one."""
    assert find_words("😀ferry", "ferry") == [Span(1, 6)]
