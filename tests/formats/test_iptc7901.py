"""IPTC 7901: messages in transmission, whole, stripped of their control characters, several a file."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.wires import iptc7901
from variorum.text import Imported, LineageKind, PassageKind, ProblemKind

STORY = (
    "   Harbourton (npa) - The ferry board of Harbourton said on Monday that\r\n"
    "boats would leave from the northern quay until the spring.\r\n\r\n"
    "   Repairs of the old pier would cost 4.2 million crowns, it said.\r\n\r\n"
    "npa kl bo\r\n"
)
TEXT = f"Harbourton-ferries/\r\n\x022ND LEAD\r\nFerries move to northern quay\r\nBy Kim Lund, npa =\r\n\r\n{STORY}"


CONTROLS: dict[int, str | None] = dict.fromkeys((1, 2, 3, 4, 127))


def message(number: int = 62, text: str = TEXT, stamp: str = "041137 GMT Mar 24") -> str:
    """Return a message of an invented agency in its frame."""
    return f"\x01npa{number:03d} 3 i 211 abcd   npa 0{number}\r\n\r\n{text}\r\n\x03{stamp} \r\n\x7f\r\n\x7f\x04"


def load(text: str, encoding: str = "ascii") -> list[Imported]:
    """Read a file as the program does."""
    return registry.read_bytes(text.encode(encoding), name="feed.txt", origin="/a/feed.txt")


def kinds(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return each passage's kind and words."""
    article = imported.article
    return [(passage.kind, article.words_of(passage)) for passage in article.passages]


def test_message_is_read_from_its_frame() -> None:
    """Header, head, text and stamp each give their fields, and only copy is text."""
    (imported,) = load(message())
    article = imported.article

    assert imported.format == "iptc7901"
    assert article.slug == "Harbourton-ferries"
    assert article.headline == "Ferries move to northern quay"
    assert article.byline == "By Kim Lund, npa"
    assert article.published == dt.datetime(2024, 3, 4, 11, 37, tzinfo=dt.UTC)
    assert imported.details.version == "2ND LEAD"
    assert imported.details.urgency == "3"
    assert imported.details.subjects == ("i",)
    assert imported.details.provider == "npa"
    assert article.source == "npa"
    assert imported.problems == ()


def test_passages_of_the_head_have_their_kinds() -> None:
    """Slug, version, headline and byline stand above the story, each a passage of its kind."""
    (imported,) = load(message())

    assert kinds(imported)[:4] == [
        (PassageKind.SLUGLINE, "Harbourton-ferries/"),
        (PassageKind.SLUGLINE, "2ND LEAD"),
        (PassageKind.HEADLINE, "Ferries move to northern quay"),
        (PassageKind.BYLINE, "By Kim Lund, npa"),
    ]
    assert kinds(imported)[4][0] is PassageKind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2. Zusammenfassung", LineageKind.WRAP),
        ("KORREKTUR", LineageKind.CORRECTION),
        ("Neufassung", LineageKind.UPDATE),
        ("(Wiederholung 1715)", LineageKind.REPEAT),
    ],
)
def test_a_line_that_names_the_version_is_no_headline(line: str, kind: LineageKind) -> None:
    """It stands between the keywords and the headline, in the agency's language."""
    (item,) = load(message(text=TEXT.replace("2ND LEAD", line)))

    assert item.article.headline == "Ferries move to northern quay"
    assert (PassageKind.SLUGLINE, line) in kinds(item)
    assert [mark.kind for mark in item.article.lineage] == [kind]


def test_no_control_character_is_left() -> None:
    """The text holds line feeds and nothing else that is no character."""
    (imported,) = load(message())

    assert not {sign for sign in imported.article.text if sign < " "} - {"\n"}


def test_each_message_of_a_file_is_an_article() -> None:
    """Messages follow each other; each keeps its own bytes and its place in the file."""
    first, second = load(message(62) + "\r\n" + message(63))

    assert [first.index, second.index] == [0, 1]
    assert first.received.count(b"\x02") == second.received.count(b"\x02") == 1


def test_message_without_control_characters_is_read() -> None:
    """Where a system dropped the control characters the header lines part the messages."""
    plain = (message(62) + "\r\n" + message(63)).translate(CONTROLS)
    first, second = load(plain)

    assert first.article.headline == second.article.headline == "Ferries move to northern quay"
    assert first.article.slug == "Harbourton-ferries"
    assert first.article.published == dt.datetime(2024, 3, 4, 11, 37, tzinfo=dt.UTC)
    assert "041137" not in first.article.text


def test_spare_header_is_read() -> None:
    """Agencies write a header with few fields, and a head that no sign closes."""
    (imported,) = load("bsf025 3 ec 121   etf 967\r\n\r\n" + STORY + "\r\n091223 dec 18\r\n")

    assert imported.article.published == dt.date(2018, 12, 9)
    assert imported.details.provider == "etf"
    assert imported.article.text.lstrip().startswith("Harbourton (npa) - The ferry board")


def test_french_agency_s_header_and_stamp_are_read() -> None:
    """The agency stands behind a stroke, and the month is cut short without its accent."""
    (imported,) = load(f"\x01FRA0064 1 G 0004 FRA/NPA-RC58\r\n\x02{STORY}\x03NPA 310544 AOU 97\r\n")

    assert imported.details.provider == "NPA"
    assert imported.article.published == dt.date(1997, 8, 31)


def test_header_with_little_in_it_is_read_where_soh_marks_it() -> None:
    """SOH alone tells where a message begins."""
    (imported,) = load(f"\x01nor017 4\r\n\x02{STORY}\x03041137 Z MAR 24\r\n\x04")

    assert imported.format == "iptc7901"
    assert imported.details.urgency == "4"
    assert imported.article.published == dt.datetime(2024, 3, 4, 11, 37, tzinfo=dt.UTC)


def test_message_cut_off_is_read_with_its_problem() -> None:
    """Text that no ETX ends is read, and the fault is named."""
    (imported,) = load(message().partition("\x03")[0])

    assert [problem.kind for problem in imported.problems] == [ProblemKind.AGAINST_STANDARD]
    assert imported.article.headline == "Ferries move to northern quay"


def test_each_message_has_its_own_encoding() -> None:
    """One message in Latin-1 does not spoil another in UTF-8."""
    latin = message(62, TEXT.replace("Kim Lund", "Zoë Blanc")).encode("latin-1")
    modern = message(63, TEXT.replace("Kim Lund", "Zoë Blanc")).encode("utf-8")
    first, second = registry.read_bytes(latin + modern, name="feed", origin="/a/feed")

    assert first.article.byline == second.article.byline == "By Zoë Blanc, npa"


@pytest.mark.parametrize("data", [b"", b"\x01npa001 3 i 12 npa 01\r\n", b"no header at all"])
def test_file_without_text_is_refused(data: bytes) -> None:
    """A file without a message, or with one that is empty, is refused in a sentence."""
    with pytest.raises(FormatError, match="feed holds no message"):
        iptc7901.read_file(data, name="feed", origin="/a/feed")
