"""Words are found where they stand, whatever is typed and however they are written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.letters import bare_letters
from variorum.library.annotations import OnArticle, add_highlight, add_note, edit_note
from variorum.library.articles import move_to_bin, set_headline
from variorum.library.commands import Command
from variorum.library.folding import fold, fold_with_places
from variorum.library.library import Library
from variorum.library.queries.stories import stories, story_count
from variorum.library.search.concordance import concordance
from variorum.library.search.filtering import terms_without_stories
from variorum.library.search.nowhere import terms_without_hits
from variorum.library.search.search import FoundIn, search, search_all
from variorum.text import Span

from .making import annotator, bring_in, read, texts


def found(library: Library, query: str) -> list[str]:
    """Return what the first match of each hit says in its text."""
    return [hit.span.of(_text(library, hit.article)) for hit in search(library.reader, query)]


def _text(library: Library, article: int) -> str:
    return library.reader.value("SELECT text FROM texts WHERE article = ?", (article,))


@pytest.mark.parametrize(
    ("text", "query", "match"),
    [
        ("The HARBOUR is shut.", "harbour", "HARBOUR"),
        ("A café by the sea", "CAFE", "café"),
        ("A cafe\u0301 by the sea", "café", "cafe\u0301"),
        ("To co\u00adop\u00aderate is wise.", "cooperate", "co\u00adop\u00aderate"),
        ("昨日、北京大学で火事があった。", "北京", "北京"),
        ("昨日、北京大学で火事があった。", "京大学", "京大学"),
        ("昨日、北京大学で火事があった。", "学", "学"),
        ("서울시청에서 불이 났다", "시청", "시청"),
        ("เรือข้ามฟากหยุดเดินเมื่อวานนี้", "หยุดเดิน", "หยุดเดิน"),
        ("เรือข้ามฟากหยุดเดินเมื่อวานนี้", "ข้า", "ข้า"),
        ("เรือข้ามฟากหยุดเดินเมื่อวานนี้", "ฟ", "ฟ"),
        ("ท่าเรือปิด 3 วัน", "ท่าเรือ", "ท่าเรือ"),
        ("ເຮືອຢຸດແລ່ນມື້ວານ", "ຢຸດແລ່ນ", "ຢຸດແລ່ນ"),
        ("ទូកឈប់\u200bដើរម្សិលមិញ", "ឈប់ដើរ", "ឈប់\u200bដើរ"),
        ("သင်္ဘော ရပ်နားသည်", "ရပ်နား", "ရပ်နား"),
        ("नौका किनारे पर खड़ी है", "किनारे", "किनारे"),
        ("नौका किनारे पर खड़ी है", "खडी", "खड\u093cी"),
        ("জাহাজ ঘাটে ভিড়েছে", "ঘাটে", "ঘাটে"),
        ("படகு கரையில் நின்றது", "கரை*", "கரையில்"),
        ("The U.S. said so.", "U.S.", "U.S"),
        ("Mr O’Brien left.", "O'Brien", "O’Brien"),
        ("A Kim-Putin summit", "Kim-Putin", "Kim-Putin"),
        ("The ferries are late.", "ferr*", "ferries"),
        ("Shut the harbour; the harbour is shut.", '"harbour is shut"', "harbour is shut"),
        ("\N{GRINNING FACE}\r\nA\u2028ferry", "ferry", "ferry"),
        ("مرفأ بيروت", "بيروت", "بيروت"),
        ("Die Straße nach Gießen", "strasse", "Straße"),
        ("Die Strasse nach Giessen", "gießen", "Giessen"),
        ("The o\ufb03ce is shut.", "office", "o\ufb03ce"),
        ("The office is shut.", "o\ufb03ce", "office"),
        ("The harbour of Tromso", "Tromsø", "Tromso"),
        ("Tromsø is calm.", "tromso", "Tromsø"),
        ("Ærø, off Łódź", '"aero off lodz"', "Ærø, off Łódź"),
        ("Đurđević was Straßburg’s guest", "strassb*", "Straßburg"),
        ("İzmir is calm.", "izmir", "İzmir"),
        ("Στο λιμάνι της Αθήνας", "λιμανι", "λιμάνι"),
        ("Στο λιμανι", "ΛΙΜΆΝΙ", "λιμανι"),
        ("Ο δρόμος έκλεισε", "δρομοσ εκλεισε", "δρόμος"),
        ("Ａｂｃ１２ is a code", "abc12", "Ａｂｃ１２"),
        ("Abc12 is a code", "Ａｂｃ１２", "Abc12"),
        ("Ёлка и чай", '"елка и чаи"', "Ёлка и чай"),
        ("Її човен", "іі", "Її"),
        ("وصل أحمد", "احمد", "أحمد"),
        ("كَتَبَ الولد", "كتب", "كَتَبَ"),
        ("Nai\u0308ve plans", "naive", "Nai\u0308ve"),
        ("To cafe\u0301, then home", "cafe", "cafe\u0301"),
        ("She said “trick OR treat” there.", 'NEAR("trick OR treat" there)', "trick OR treat"),
    ],
)
def test_match_stands_where_it_is_said(library: Library, text: str, query: str, match: str) -> None:
    """The offsets of a hit are code points of the text as it is kept."""
    bring_in(library, read(text))

    assert found(library, query) == [match]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("The harbour is shut.", "harbor"),
        ("The harbour is shut.", "harbour open"),
        ("The harbour is shut.", '"shut harbour"'),
        ("東京都の京都", "京東"),
        ("ปลากินเหยื่อ", "กัน"),
        ("नौका किनारे पर है", "किनारा"),
    ],
)
def test_what_is_not_there_is_not_found(library: Library, text: str, query: str) -> None:
    """All words must stand there, phrases in their order."""
    bring_in(library, read(text))

    assert found(library, query) == []


signs = st.lists(
    st.sampled_from(
        ['"', " OR ", " NEAR ", " NEAR/2 ", "NEAR(", ", 3)", "(", ")", "-", "*", " ", "a", "ß", "fi",
         "港", "-b", "headline:", "note:", "date:", "2019", "..", "versions:", ">2", "source:"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=20) | st.text('"*^:(){}+-ANDORT. \0', max_size=12) | signs)
def test_no_input_is_an_error(library: Library, query: str) -> None:
    """Whatever is typed, search, filter and concordance answer, and say what stands nowhere."""
    query = query.encode("utf-8", "ignore").decode()
    db = library.reader

    search(db, query)
    search_all(db, query, within=query[::-1], complete_last=False)
    terms_without_hits(db, query)
    stories(db, filter_text=query)
    story_count(db, filter_text=query)
    terms_without_stories(db, query)
    concordance(db, query)


@given(text=texts | st.text("aßÆøł\u00ad \u6f22ﬁ"))
def test_folding_can_be_traced_back(text: str) -> None:
    """Every character of a folded text but added spaces is of the character it came from."""
    folded = fold_with_places(text)

    assert len(folded.text) == len(folded.places)
    for character, place in zip(folded.text, folded.places, strict=True):
        assert character in {text[place], *bare_letters(text[place]), " "}
    assert fold(text) in {None, folded.text}


def test_bin_is_not_searched(library: Library) -> None:
    """What is in the bin is neither found nor listed."""
    (added,) = bring_in(library, read("The ferry is late."))
    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[added.article]))

    assert found(library, "ferry") == []
    assert stories(library.reader, filter_text="ferry") == []


def test_corrected_headline_is_found(library: Library) -> None:
    """The index follows a headline that was corrected by hand, and its undo."""
    me = annotator(library)
    (added,) = bring_in(library, read("The ferry is late.", headline="Fery late"))
    library.run(
        Command.SET_HEADLINE,
        lambda db: set_headline(db, article=added.article, headline="Sailing", annotator=me),
    )

    (hit,) = search(library.reader, "sailing")
    assert (hit.snippet, hit.spans) == ("Sailing", ())
    assert search(library.reader, "fery") == []
    library.undo().result()
    assert len(search(library.reader, "fery")) == 1


def test_notes_and_quotations_are_found(library: Library) -> None:
    """Notes and highlighted words have indexes of their own, which follow each change."""
    me = annotator(library)
    (added,) = bring_in(library, read("The ferry is late."))
    note = library.run(
        Command.ADD_NOTE,
        lambda db: add_note(db, on=OnArticle(added.article), text="Ask Élodie", annotator=me),
    ).value
    library.run(
        Command.HIGHLIGHT,
        lambda db: add_highlight(db, article=added.article, span=Span(4, 9), annotator=me),
    )

    (hit,) = search_all(library.reader, "elodie")
    assert (hit.kind, hit.snippet) == (FoundIn.ARTICLE_NOTE, "Ask Élodie")
    assert hit.shown.strong == (Span(4, 10),)
    text, quotation = search_all(library.reader, "ferry")
    assert (text.kind, quotation.kind) == (FoundIn.TEXT, FoundIn.QUOTATION)
    assert quotation.span == Span(4, 9)
    library.run(Command.EDIT_NOTE, lambda db: edit_note(db, note=note, text="Ask Max"))
    assert search_all(library.reader, "elodie") == []


def test_filter_takes_the_last_word_as_a_beginning(library: Library) -> None:
    """The list narrows while a word is being typed."""
    bring_in(library, read("The harbour is shut."), read("The ferry is late."))

    assert [row.title for row in stories(library.reader, filter_text="the harb")] == [
        "The harbour is shut."
    ]
    assert story_count(library.reader, filter_text="fer") == 1
    assert story_count(library.reader, filter_text="–") == 2
    assert story_count(library.reader, filter_text="harb ") == 0


def test_snippet_shows_where_most_matches_stand(library: Library) -> None:
    """Of many places the snippet shows the one where the words stand together."""
    (text) = "A ferry. " + "Nothing here. " * 40 + "The ferry left the harbour by night."
    bring_in(library, read(text))

    (hit,) = search(library.reader, "ferry harbour")

    assert "ferry left the harbour" in hit.snippet
    assert hit.start == text.rindex("ferry")
    assert len(hit.spans) == 3


def test_the_newest_of_many_beginnings_are_shown_with_their_places(library: Library) -> None:
    """Where more texts than are ranked have a word that begins so, the newest come, marked."""
    many = [read(f"Quay {number}: a ferry, ferries.", headline="Ferry") for number in range(1001)]
    bring_in(library, read("The ferry ferry ferry."), *many)

    hits = search_all(library.reader, "fer", limit=2, complete_last=False)

    newest = library.reader.value("SELECT max(id) FROM articles")
    assert [hit.article for hit in hits] == [newest, newest - 1]
    assert [span.of(many[-1].text) for span in hits[0].spans] == ["ferry", "ferries"]
