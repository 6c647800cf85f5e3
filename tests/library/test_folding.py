"""Letters of any script are found however they are spelled; no highlighted match cuts a character."""

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.letters import bare_letters
from variorum.library.folding import fold, fold_letters, fold_with_places
from variorum.library.library import Library
from variorum.library.schema.migrations import VERSION
from variorum.library.search.concordance import concordance
from variorum.library.search.search import search, search_all

from .making import bring_in, read

_THAI = "เรือข้ามฟากหยุดเดินเมื่อวานนี้"

_LETTERS = "aÅéíñøßﬁŁαάΐΏςΣйёїЎاأآسабвՀшЁאבＡｂ１ạǆकখ"
_MARKS = "\u0301\u0308\u0327\u064e\u0651"
word = st.lists(
    st.tuples(st.sampled_from(_LETTERS), st.text(_MARKS, max_size=2)), min_size=2, max_size=6
).map(lambda parts: "".join(letter + marks for letter, marks in parts))
_ONE_LIBRARY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_ONE_LIBRARY
@given(words=st.lists(word, min_size=1, max_size=4))
def test_a_word_is_found_by_every_spelling(library: Library, words: list[str]) -> None:
    """By its own, in capitals, taken apart, put together, and bare of accents."""
    (added,) = bring_in(library, read("One " + " and ".join(words) + " more."))
    asked = words[0]
    forms = {asked, bare_letters(asked), asked.upper(), *_normalised(asked)}

    for form in forms:
        found = {hit.article for hit in search(library.reader, f'"{form}"', limit=1000)}
        assert added.article in found, form


def _normalised(asked: str) -> set[str]:
    return {unicodedata.normalize("NFD", asked), unicodedata.normalize("NFC", asked)}


@_ONE_LIBRARY
@given(words=st.lists(word, min_size=1, max_size=4))
def test_no_match_cuts_a_character(library: Library, words: list[str]) -> None:
    """A match ends behind all that combines with its last letter, in hits, snippets and lines."""
    text = "One " + " and ".join(words) + " more."
    bring_in(library, read(text))
    asked = bare_letters(words[-1])

    hits = search_all(library.reader, asked)
    spans = [(hit.snippet, span) for hit in hits for span in hit.shown.strong]
    lines = [line.word for line in concordance(library.reader, asked).lines]
    assert spans
    for shown, span in spans:
        assert not unicodedata.combining(shown[span.start])
        assert not unicodedata.combining(shown[span.end : span.end + 1] or " ")
    assert words[-1] in lines


@given(text=st.text() | st.text(_LETTERS + _MARKS))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is as it is to be indexed."""
    once = fold_letters(text)

    assert fold_letters(once) == once


@given(text=st.text(_LETTERS + _MARKS + " 港éกิข้"))
def test_a_text_is_left_alone_where_nothing_changes(text: str) -> None:
    """What is not kept twice reads the same with its places as without."""
    if fold(text) is None:
        assert fold_with_places(text).text == text


def test_what_was_indexed_otherwise_before_is_found(tmp_path: Path) -> None:
    """A library of an earlier version is indexed anew when it is opened."""
    path = tmp_path / "older.variorum"
    with Library.open(path, create=True) as library:
        bring_in(library, read(_THAI))
    _as_before(path)

    with Library.open(path) as library:
        assert [hit.shown.text for hit in search_all(library.reader, "หยุดเดิน")] == [_THAI]


def _as_before(path: Path) -> None:
    """Index a library's texts as they stand, and forget the last step of its schema."""
    with closing(sqlite3.connect(path)) as file:
        (guard,) = file.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'texts_updated'"
        ).fetchone()
        file.execute("DROP TRIGGER texts_updated")
        file.execute("UPDATE texts SET search_text = NULL")
        file.execute(guard)
        file.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
        file.execute("DELETE FROM _sqlite_migrations WHERE name = '0015_unspaced'")
        file.execute(f"PRAGMA user_version = {VERSION - 1}")
        file.commit()
