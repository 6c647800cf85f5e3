"""One query asks texts, headlines, sources, notes, quotations and codes."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.values import VariantPlace
from variorum.ids import ArticleId
from variorum.library.annotations import OnArticle, OnHighlight, OnStory, add_highlight, add_note
from variorum.library.articles import move_to_bin
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.search.search import FoundIn, Hit, search_all
from variorum.library.search.snippets import LENGTH, snippet
from variorum.library.stories import choose_base
from variorum.text import Span

from .making import annotator, bring_in, read, texts

TEXT = "The ferry left Halvern at night.\n\nNobody saw it."


def kinds(hits: list[Hit]) -> list[FoundIn]:
    """Return where the hits stand."""
    return [hit.kind for hit in hits]


def mark(library: Library, article: ArticleId, words: str, note: str = "", code: str = "") -> None:
    """Highlight words of the text, with a note and a code where they are given."""
    me, start = annotator(library), TEXT.index(words)

    def deed(db: Db) -> None:
        codes = [add_code(db, name=code, colour="blue")] if code else []
        span = Span(start, start + len(words))
        highlight = add_highlight(db, article=article, span=span, annotator=me, codes=codes)
        if note:
            add_note(db, on=OnHighlight(highlight), text=note, annotator=me)

    library.run(Command.HIGHLIGHT, deed)


def test_a_note_leads_to_the_words_it_is_on(library: Library) -> None:
    """The hit has the highlight's place, and shows the note's words."""
    (added,) = bring_in(library, read(TEXT))
    mark(library, added.article, "at night", "Which **harbour** master said so?")

    (hit,) = search_all(library.reader, "HARBOUR master")

    assert (hit.kind, hit.article, hit.span.of(TEXT)) == (FoundIn.NOTE, added.article, "at night")
    assert [span.of(hit.snippet) for span in hit.shown.strong] == ["harbour", "master"]


def test_a_note_on_a_variant_opens_beside_the_base(library: Library) -> None:
    """It leads to the end that is not the base, also after the two have changed places."""
    one, two = bring_in(library, read(TEXT), read(TEXT.replace("night", "noon")), together=True)
    me = annotator(library)
    ends = {one.article: Span(27, 32), two.article: Span(27, 31)}
    place = VariantPlace(one.article, ends[one.article], two.article, ends[two.article])
    library.run(
        Command.ADD_NOTE, lambda db: add_note(db, on=place, text="Which watch?", annotator=me)
    )

    for base, other in ((one, two), (two, one)):
        library.run(
            Command.CHOOSE_BASE,
            lambda db, base=base: choose_base(
                db, story=one.story, article=base.article, annotator=me
            ),
        )
        (hit,) = search_all(library.reader, "watch")
        assert (hit.kind, hit.article) == (FoundIn.VARIANT_NOTE, other.article)
        assert hit.span == ends[other.article]
        assert hit.note is not None


def test_a_note_on_an_article_leads_to_it(library: Library) -> None:
    """It has no words to point at, and its own kind."""
    (added,) = bring_in(library, read(TEXT))
    me = annotator(library)
    library.run(
        Command.ADD_NOTE,
        lambda db: add_note(db, on=OnArticle(added.article), text="Archive", annotator=me),
    )

    (hit,) = search_all(library.reader, "archive")

    assert (hit.kind, hit.article, hit.span) == (FoundIn.ARTICLE_NOTE, added.article, Span(0, 0))


def test_a_note_on_a_story_leads_to_its_base(library: Library) -> None:
    """There is no passage to point at, but there is an article to open."""
    (added,) = bring_in(library, read(TEXT))
    me = annotator(library)
    library.run(
        Command.ADD_NOTE,
        lambda db: add_note(db, on=OnStory(added.story), text="Archive", annotator=me),
    )

    (hit,) = search_all(library.reader, "archive")

    assert (hit.kind, hit.article, hit.span) == (FoundIn.STORY_NOTE, added.article, Span(0, 0))


def test_a_code_leads_to_the_highlights_that_have_it(library: Library) -> None:
    """Its name is what was found; the highlight's words are shown."""
    (added,) = bring_in(library, read(TEXT))
    mark(library, added.article, "at night", code="Énoncé")

    (hit,) = search_all(library.reader, "enonce")

    assert (hit.kind, hit.label, hit.snippet) == (FoundIn.CODE, "Énoncé", "at night")


def test_a_source_is_found_beside_words(library: Library) -> None:
    """Some words may name the source while the others stand in the text."""
    bring_in(library, read(TEXT, source="Island Post"), read(TEXT, source="Northline"))

    (alone,) = search_all(library.reader, "island")
    (both,) = search_all(library.reader, "island ferry")

    assert (alone.kind, alone.snippet[:11]) == (FoundIn.SOURCE, "Island Post")
    assert (both.kind, both.span.of(TEXT)) == (FoundIn.TEXT, "ferry")
    assert both.article == alone.article


def test_the_last_word_may_be_unfinished(library: Library) -> None:
    """While one types, the last word is a beginning; on the command line it is a word."""
    bring_in(library, read(TEXT, source="Island Post"))

    assert kinds(search_all(library.reader, "fer", complete_last=False)) == [FoundIn.TEXT]
    assert kinds(search_all(library.reader, "isl", complete_last=False)) == [FoundIn.SOURCE]
    assert search_all(library.reader, "fer") == []


def test_fields_narrow_every_kind_of_hit(library: Library) -> None:
    """A note is found beside its text only where its version meets the field."""
    one, _ = bring_in(library, read(TEXT, source="Island Post"), read(TEXT, source="Northline"))
    mark(library, one.article, "at night", "ferry or boat?")

    here = search_all(library.reader, 'ferry source:"island post"')
    there = search_all(library.reader, "ferry source:northline")

    assert set(kinds(here)) == {FoundIn.TEXT, FoundIn.NOTE}
    assert kinds(there) == [FoundIn.TEXT]


def test_fields_alone_list_versions(library: Library) -> None:
    """A query without words finds versions by their headline, those that came last first."""
    one, two = bring_in(library, read(TEXT, source="Island Post"), read(TEXT, source="Northline"))

    assert [hit.article for hit in search_all(library.reader, "versions:1")] == [
        two.article,
        one.article,
    ]
    assert [hit.article for hit in search_all(library.reader, "-source:northline")] == [one.article]


def test_what_is_ruled_out_is_ruled_out_of_the_same_text(library: Library) -> None:
    """A word after a minus keeps a text out, not the note beside it."""
    one, two = bring_in(library, read(TEXT), read("The ferry sank."))
    mark(library, one.article, "at night", "ferry at dusk")

    found = search_all(library.reader, "ferry -halvern")

    assert [(hit.kind, hit.article) for hit in found] == [
        (FoundIn.TEXT, two.article),
        (FoundIn.NOTE, one.article),
    ]


def test_one_searches_within_what_was_found(library: Library) -> None:
    """A second query is answered from the versions that the first one finds."""
    one, _ = bring_in(library, read(TEXT), read("The ferry sank. Nobody saw it."))

    (hit,) = search_all(library.reader, "nobody", within="halvern")

    assert (hit.article, hit.span.of(TEXT)) == (one.article, "Nobody")


def test_a_hyphen_is_no_difference(library: Library) -> None:
    """What one paper joins another hyphenates; the hyphenated form finds both."""
    one, two = bring_in(library, read("A re-election is near."), read("Her reelection is near."))

    assert {hit.article for hit in search_all(library.reader, "re-election")} == {
        one.article,
        two.article,
    }


def test_what_is_in_the_bin_is_found_nowhere(library: Library) -> None:
    """Neither its text nor its source, notes, quotations or codes."""
    (added,) = bring_in(library, read(TEXT, source="Island Post"))
    mark(library, added.article, "at night", "harbour", code="Claim")
    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[added.article]))

    found = [search_all(library.reader, q) for q in ("ferry", "island", "harbour", "claim")]

    assert found == [[], [], [], []]


@given(text=texts, number=st.integers(0, 400))
def test_strong_words_of_a_snippet_are_words_of_the_text(text: str, number: int) -> None:
    """However white space is drawn together, what is strong is what was found."""
    text = "x " * number + text + " tail" * 60
    words = [match for match in _words(text) if match.start >= 2 * number][:5]

    shown = snippet(text, words)

    assert len(shown.text) <= LENGTH + len(text.split()[0]) + 30
    strong = [span.of(shown.text) for span in shown.strong]
    assert strong == [span.of(text) for span in words][: len(strong)]
    assert strong or not words


def _words(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for place, character in enumerate(text + " "):
        if not character.isalpha():
            if place > start:
                spans.append(Span(start, place))
            start = place + 1
    return spans
