"""ANPA 1312: stories with typesetting codes, tables, several a file, and with lost codes."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.wires import anpa1312
from variorum.text import Imported, PassageKind, ProblemKind

HEAD = (
    "\x02^BC-NO--Harbourton Ferries, 2nd Ld-Writethru,310<\r\n"
    "^Ferries of Harbourton move to northern quay<\r\n"
    "^NP Photo HB101, HB102<\r\n"
    "^Eds: Updates with comment from the board. With NP Photos.<\r\n"
    "^By KIM LUND=\r\n"
    "^Northern Press=\r\n"
)
BODY = (
    "\t   HARBOURTON, Norland (NP) _ The ferry board said Monday that boats would leave\r\n"
    "from the northern quay until the spring.\r\n \r\n"
    "\t   ``It will be crowded,'' said Zoe Blanc, who leads the board.\r\n"
    "\t   ___\r\n"
)


def story(number: int = 2870, text: str = HEAD + BODY) -> str:
    """Return a story of an invented agency in its frame."""
    return (
        f"\x16\x16\x01N{number}\x1f_north\nr i\x13\x11 BC-NO--HarbourtonFerrie 2ndLd-Writethru   03-04 0310\r\n"
        f"{text}\r\n\t   \x03NP-WF-03-04-24 1137GMT<\r\n\r\n\x0c\r\n\x04"
    )


def load(text: str) -> list[Imported]:
    """Read a file as the program does."""
    return registry.read_bytes(text.encode("ascii"), name="feed.tst", origin="/a/feed.tst")


def test_story_is_read_from_its_frame() -> None:
    """Header, head and circuit line each give their fields."""
    (imported,) = load(story())
    article, details = imported.article, imported.details

    assert imported.format == "anpa1312"
    assert article.slug == "NO--HarbourtonFerrie"
    assert article.headline == "Ferries of Harbourton move to northern quay"
    assert article.byline == "By KIM LUND"
    assert article.published == dt.datetime(2024, 3, 4, 11, 37, tzinfo=dt.UTC)
    assert details.version == "2ndLd-Writethru"
    assert details.urgency == "r"
    assert details.subjects == ("i",)
    assert details.provider == "NP"
    assert details.editor_note == "Updates with comment from the board. With NP Photos."
    assert details.keywords == ("BC-NO--Harbourton Ferries, 2nd Ld-Writethru",)
    assert imported.problems == ()


def test_codes_become_lines_and_paragraphs() -> None:
    """No code of typesetting is left; the ASCII typography of the wire stays."""
    (imported,) = load(story())
    text = imported.article.text

    assert not set(text) & set("^<\t\x02\x03")
    assert "``It will be crowded,'' said" in text
    assert "(NP) _ The ferry board" in text
    assert imported.article.dateline is not None
    assert imported.article.dateline.place == "HARBOURTON, Norland"


def test_rows_become_one_table() -> None:
    """Rows stand on lines of their own, without leaders, a half as a fraction."""
    rows = "\x08\x1f;W;L;GB\x10\r\n\x08North\x10 Quay;23;13;_\x10\r\n\x08Harbour;24;14;7{\x10\r\n"
    (imported,) = load(story(text="\x02^BC-BOT--Boat Glance<\r\n^Boats=\r\n" + rows))
    article = imported.article
    tables = [p for p in article.passages if p.kind is PassageKind.TABLE]

    assert [article.words_of(table) for table in tables] == [
        ";W;L;GB\nNorth Quay;23;13;_\nHarbour;24;14;7½"
    ]


def test_alert_without_headline_has_none() -> None:
    """A keyword line is never taken for a headline."""
    (imported,) = load(story(text="\x02^BC-NO--Alert,17<\r\n" + BODY))

    assert imported.article.headline is None
    assert imported.article.passages[0].kind is PassageKind.SLUGLINE


def test_head_without_a_keyword_begins_with_its_headline() -> None:
    """Some agencies send no keyword line; the first line is then the headline."""
    (imported,) = load(
        story(text="\x02^Boats leave the northern quay<\r\n^By KIM LUND=\r\n" + BODY)
    )

    assert imported.article.headline == "Boats leave the northern quay"
    assert imported.details.keywords == ()


def test_each_story_of_a_file_is_an_article() -> None:
    """Stories follow each other; each keeps its own bytes and its place in the file."""
    first, second = load(story(2870) + story(2871))

    assert [first.index, second.index] == [0, 1]
    assert b"N2870" in first.received
    assert b"N2870" not in second.received


def test_story_without_control_characters_is_read() -> None:
    """Where a system dropped the control characters the two header lines still tell."""
    codes = (1, 2, 3, 4, 12, 17, 19, 22)
    (imported,) = load(story().translate({**dict.fromkeys(codes), 31: "_"}))

    assert imported.article.headline == "Ferries of Harbourton move to northern quay"
    assert imported.article.published == dt.datetime(2024, 3, 4, 11, 37, tzinfo=dt.UTC)
    assert "WF-03-04" not in imported.article.text
    assert [problem.kind for problem in imported.problems] == [ProblemKind.AGAINST_STANDARD]


def test_story_with_an_odd_header_is_read_with_its_problem() -> None:
    """A second header line of another shape is named, and the text read."""
    data = story().replace("03-04 0310\r\n\x02", "\r\n\x02").encode("ascii")
    (imported,) = anpa1312.read_file(data, name="feed", origin="/a/feed")

    assert [problem.detail for problem in imported.problems] == ["header"]
    assert imported.article.byline == "By KIM LUND"


def test_file_without_text_is_refused() -> None:
    """A file without a story is refused in a sentence."""
    with pytest.raises(FormatError, match="feed holds no story"):
        anpa1312.read_file(b"nothing of the kind", name="feed", origin="/a/feed")
