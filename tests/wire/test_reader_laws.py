"""Laws of the wire reader: passages tile every text, and reading is a pure function."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.text import Article
from variorum.wire.reader import read

_FRAGMENTS = st.sampled_from(
    [
        "OSLO (AP) — ",
        "LISBON, March 3 - ",
        " date 2021-02-03 ",
        "(Corrects name in paragraph 2)",
        "(Reporting by Ann Lee; Editing by Bo Ek)",
        "To contact the reporter on this story: Ann Lee at alee@example.org",
        "©2020 Example Ltd.",
        "By Ann Lee",
        " REUTER",
        "Harbour Plan",
        "Minister's Plan for Harbour Draws New Fire From Fishing Towns",
        "The harbour will close on Monday, the mayor said.",
        "Advertisement",
        "\n\nRelated stories\n\n",
        "\n\nFullscreen\n\nA view of the pier.\n\nBo Ek, Getty Images\n\n",
        "\n\n12 comments\n\nReply\n\n2 hours ago\n\n",
        "\n\n9 min ago\n\n",
        "UPDATE 2-",
        "# Notizblock\n- ",
        "12  34   56",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x85",
        "\xa0",
        "\ufeff",
        "\xad",
        "\t",
        "    ",
        "😀",
        "新华社北京8月12日电",
        "(",
        ")",
        "-- ",
    ]
)
_COPY = st.lists(st.one_of(_FRAGMENTS, st.text(max_size=30)), max_size=25).map("".join)


def assert_tiled(article: Article) -> None:
    """Check that the passages cover the text and that their words are trimmed."""
    text = article.text
    place = 0
    for passage in article.passages:
        assert passage.span.start == place
        place = passage.span.end
        words = passage.words.of(text)
        assert words == words.strip()
        assert passage.span.of(text).strip() == words
    assert place == len(text)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_passages_tile_any_text(text: str) -> None:
    """Tile whatever Unicode comes, without gap or overlap, words trimmed."""
    assert_tiled(read(text))


@settings(max_examples=300, deadline=None)
@given(_COPY)
def test_passages_tile_anything_like_copy(text: str) -> None:
    """Tile texts made of the marks that the reader looks for, in any order."""
    article = read(text)

    assert_tiled(article)


@settings(deadline=None)
@given(_COPY)
def test_every_passage_of_a_text_with_words_has_words(text: str) -> None:
    """Make no passage of white space alone unless the text is nothing else."""
    article = read(text)

    if text.strip():
        assert all(len(passage.words) for passage in article.passages)
    else:
        assert len(article.passages) == min(1, len(text))


@settings(deadline=None)
@given(_COPY)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Give equal articles for equal texts."""
    assert read(text) == read(text)


@settings(deadline=None)
@given(_COPY)
def test_dateline_lies_within_one_story_passage(text: str) -> None:
    """Keep a dateline inside the passage that it opens."""
    article = read(text)

    if article.dateline is not None:
        span = article.dateline.span
        holders = [p for p in article.passages if p.words.covers(span)]
        assert [p.kind.is_story for p in holders] == [True]
