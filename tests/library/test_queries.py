"""Lists are paged, sorted and filtered by the file, and say what is so."""

import datetime as dt
from dataclasses import replace

import pytest

from variorum.annotations.values import VariantPlace
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library import annotations, articles, codebook, stories
from variorum.library.annotations import OnArticle, OnHighlight, OnStory
from variorum.library.articles import Added
from variorum.library.collations import Pair, keep_collation, kept_collation
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.decisions import kept_apart
from variorum.library.keeping import drafts, forget_draft, keep_draft, set_setting, setting
from variorum.library.library import Deed, Library
from variorum.library.preparing import text_sha256
from variorum.library.queries.articles import (
    article,
    find_origins,
    find_texts,
    stored_article,
)
from variorum.library.queries.marks import codes, highlights, note, notes, notes_around
from variorum.library.queries.stories import (
    StoryOrder,
    story_count,
    story_ids,
    story_rows,
    versions,
    versions_of,
)
from variorum.library.queries.stories import stories as list_stories
from variorum.text import (
    Article,
    Dateline,
    Imported,
    LineageKind,
    PartialDate,
    Passage,
    PassageKind,
    Problem,
    ProblemKind,
    PublishedFrom,
    Span,
)

from .making import annotator, bring_in, imported, read


def full_article() -> Article:
    """Return an article with everything that can be read."""
    text = "Late ferry\n\nPORT (AP) - The ferry is late.\n"
    return Article(
        text,
        (
            Passage(PassageKind.HEADLINE, Span(0, 12), Span(0, 10), 0.1),
            Passage(PassageKind.PARAGRAPH, Span(12, len(text)), Span(12, len(text) - 1), 1 / 3),
        ),
        headline="Late ferry",
        slug="ferry-late",
        byline="By Ada",
        dateline=Dateline(Span(12, 23), "PORT", "AP", PartialDate(None, 2, 26)),
        published=dt.datetime(2026, 4, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=9))),
        published_from=PublishedFrom.FIELDS,
        source="The Port Gazette",
        language="en-GB",
    )


def bring(library: Library, came: Imported, hashes: list[int] | None = None) -> Added:
    """Import one article with a fingerprint."""

    def deed(db: Db) -> Added:
        import_id = articles.begin_import(db)
        return articles.add_article(db, came, import_id=import_id, hashes=hashes or [])

    return library.run(Command.IMPORT, deed).value


def test_article_comes_back_as_it_was_read(library: Library) -> None:
    """Everything that was read from an article is kept exactly."""
    problems = (Problem(ProblemKind.ENCODING_GUESSED, "cp1252"),)
    came = Imported(
        full_article(), "/news/a.txt", b"\xff raw", "cp1252", "plain", index=3, problems=problems
    )
    added = bring(library, came)

    stored = stored_article(library.reader, added.article)

    assert stored.article == came.article
    assert stored.problems == problems
    assert (stored.origin, stored.index, stored.encoding) == ("/news/a.txt", 3, "cp1252")
    assert stored.story == added.story


@pytest.mark.parametrize(
    "date",
    [PartialDate(1987), PartialDate(1987, 2), PartialDate(1987, 2, 26), PartialDate(None, 2, 26), PartialDate(None, 2)],
)  # fmt: skip
def test_partial_dates_are_kept(library: Library, date: PartialDate) -> None:
    """A dateline's date is kept as far as it is known."""
    text = "PORT - Late."
    whole = Span(0, len(text))
    read_so = Article(
        text,
        (Passage(PassageKind.PARAGRAPH, whole, whole),),
        dateline=Dateline(Span(0, 6), "PORT", None, date),
    )
    added = bring(library, imported(read_so))

    assert article(library.reader, added.article) == read_so


def test_correction_stands_apart_from_what_was_read(library: Library) -> None:
    """A corrected field is shown; what was read stays known; None says there is none."""
    me = annotator(library)
    added = bring(library, imported(full_article()))
    day = dt.date(2026, 4, 2)

    def deed(db: Db) -> None:
        articles.set_source(db, article=added.article, source=None, annotator=me)
        articles.set_date(db, article=added.article, published=day, annotator=me)
        articles.set_headline(db, article=added.article, headline="Ferry late", annotator=me)

    library.run(Command.SET_SOURCE, deed)

    stored = stored_article(library.reader, added.article)
    assert (stored.article.source, stored.article.published) == (None, day)
    assert stored.article.published_from is PublishedFrom.HAND
    assert stored.article.headline == "Ferry late"
    assert stored.as_read.source == "The Port Gazette"
    assert stored.as_read.headline == "Late ferry"
    library.undo().result()
    assert article(library.reader, added.article) == full_article()


def test_kind_by_hand(library: Library) -> None:
    """A passage's kind can be corrected and left to what was read again."""
    added = bring(library, imported(full_article()))
    for kind, expected in ((PassageKind.CREDIT, PassageKind.CREDIT), (None, PassageKind.PARAGRAPH)):
        library.run(
            Command.SET_KIND,
            lambda db, kind=kind: articles.set_kinds(
                db, article=added.article, passages=[1], kind=kind
            ),
        )

        assert article(library.reader, added.article).passages[1].kind is expected


def test_what_follows_from_kinds_by_hand_follows(library: Library) -> None:
    """The story's words and beginning are those of its passages now; undo takes both back."""
    added = bring(library, imported(replace(full_article(), headline=None)))
    before = versions(library.reader, added.story)
    library.run(
        Command.SET_KIND,
        lambda db: articles.set_kinds(
            db, article=added.article, passages=[0, 1], kind=PassageKind.CAPTION
        ),
    )
    after = versions(library.reader, added.story)
    by_hand = stored_article(library.reader, added.article).by_hand
    library.undo().result()

    assert after[0].words < before[0].words
    assert [(one.passage, one.kind) for one in by_hand] == [
        (0, PassageKind.CAPTION),
        (1, PassageKind.CAPTION),
    ]
    assert [one.as_read for one in by_hand] == [p.kind for p in full_article().passages[:2]]
    assert versions(library.reader, added.story) == before
    assert stored_article(library.reader, added.article).by_hand == ()


def test_a_note_that_a_person_calls_a_correction_tells_of_the_descent(library: Library) -> None:
    """The article becomes a corrected one, and undo makes it what it was."""
    text = "The ferry is late.\n\n(Corrects the day of the first sailing in the second paragraph.)"
    spans = Span(0, 20), Span(20, len(text))
    passages = tuple(Passage(PassageKind.PARAGRAPH, span, span) for span in spans)
    added = bring(library, imported(Article(text, passages)))
    library.run(
        Command.SET_KIND,
        lambda db: articles.set_kinds(
            db, article=added.article, passages=[1], kind=PassageKind.CORRECTION
        ),
    )

    (mark,) = article(library.reader, added.article).lineage
    assert mark.kind is LineageKind.CORRECTION
    library.undo().result()
    assert article(library.reader, added.article).lineage == ()


def dated(text: str, published: dt.date | dt.datetime | None) -> Article:
    """Return an article with a date."""
    whole = Span(0, len(text))
    return Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),), published=published)


def test_orders_pages_and_places(library: Library) -> None:
    """Each order lists all stories once, page by page, and knows each story's place."""
    days = [dt.date(2020, 1, day) for day in range(1, 8)]
    bring_in(library, *(dated(f"Story {n % 3} about {n}.", day) for n, day in enumerate(days)))
    total = story_count(library.reader)

    for order in StoryOrder:
        pages = [
            row.story
            for offset in range(0, total, 3)
            for row in list_stories(library.reader, order=order, offset=offset, limit=3)
        ]
        assert len(set(pages)) == len(pages) == total
        assert list(story_ids(library.reader, order=order)) == pages


def test_dates_sort_by_their_instant(library: Library) -> None:
    """An instant is sorted by when it was, wherever its clock stood."""
    east = dt.timezone(dt.timedelta(hours=9))
    first, second = bring_in(
        library,
        dated("Early.", dt.datetime(2026, 4, 2, 1, 0, tzinfo=east)),
        dated("Later.", dt.datetime(2026, 4, 1, 20, 0, tzinfo=dt.UTC)),
    )

    rows = list_stories(library.reader)

    assert [row.story for row in rows] == [second.story, first.story]


def test_rows_come_as_they_were_asked_for(library: Library) -> None:
    """Rows stand in the order of the ids; a story that is not there leaves no gap."""
    first, second = bring_in(library, read("The ferry is late."), read("The harbour is shut."))

    rows = story_rows(library.reader, [second.story, StoryId(99), first.story])

    assert [row.story for row in rows] == [second.story, first.story]


def marked(library: Library) -> tuple[Added, Added, AnnotatorId]:
    """Return two versions of one story, with a mark of each kind."""
    me = annotator(library)
    one, two = bring_in(
        library, read("The ferry is late."), read("The ferry is very late."), together=True
    )

    def deed(db: Db) -> None:
        code = codebook.add_code(db, name="Figure", colour="amber")
        highlight = annotations.add_highlight(
            db, article=two.article, span=Span(4, 9), annotator=me, codes=[code]
        )
        variant = VariantPlace(one.article, Span(13, 13), two.article, Span(13, 18))
        for place in (OnHighlight(highlight), OnArticle(one.article), OnStory(one.story), variant):
            annotations.add_note(db, on=place, text=type(place).__name__, annotator=me)

    library.run(Command.ADD_NOTE, deed)
    return one, two, me


def test_marks_are_counted(library: Library) -> None:
    """A story counts every mark on it and its versions once."""
    one, two, _ = marked(library)

    (row,) = list_stories(library.reader)
    by_article = {v.article: (v.highlights, v.notes) for v in versions(library.reader, one.story)}

    assert (row.versions, row.highlights, row.notes, row.marks) == (2, 1, 4, 5)
    assert (row.notes_apart, row.places) == (3, 4)
    assert by_article == {one.article: (0, 1), two.article: (1, 2)}
    assert [code.highlights for code in codes(library.reader)] == [1]


def test_notes_know_what_they_are_on(library: Library) -> None:
    """Each kind of note comes back with its place, a variant with both its ends."""
    one, two, _ = marked(library)

    found = {found.text: found for found in notes(library.reader, one.story)}

    (highlight,) = highlights(library.reader, [two.article])
    assert found["OnHighlight"].highlight == highlight.id
    assert found["OnArticle"].article == one.article
    assert found["OnStory"].story == one.story
    assert found["VariantPlace"].variant == VariantPlace(
        one.article, Span(13, 13), two.article, Span(13, 18)
    )
    assert note(library.reader, found["OnStory"].id) == found["OnStory"]


def test_notes_are_found_around_what_is_read(library: Library) -> None:
    """Those on the story, on the articles, and on variants that end in one of them."""
    one, two, me = marked(library)
    (other,) = bring_in(library, read("Another story."))
    library.run(
        Command.ADD_NOTE,
        lambda db: annotations.add_note(
            db, on=OnArticle(other.article), text="elsewhere", annotator=me
        ),
    )

    def texts(story: StoryId, *articles: ArticleId) -> set[str]:
        return {found.text for found in notes_around(library.reader, story, articles)}

    assert texts(one.story, one.article) == {"OnArticle", "OnStory", "VariantPlace"}
    assert texts(one.story, two.article) == {"OnStory", "VariantPlace"}
    assert texts(other.story, other.article) == {"elsewhere"}
    for found in notes_around(library.reader, one.story, [one.article]):
        assert type(annotations.place_of(found)).__name__ == found.text


def test_joined_story_takes_the_notes(library: Library) -> None:
    """Joining keeps the notes on both stories; the bin keeps marks out of sight, not lost."""
    one, _, me = marked(library)
    (other,) = bring_in(library, read("Ferry late again."))
    story = library.run(
        Command.JOIN, lambda db: stories.join(db, stories=[other.story, one.story], annotator=me)
    ).value

    assert len(notes(library.reader, story)) == 4
    assert len(versions(library.reader, story)) == 3


def test_parted_articles_are_known(library: Library) -> None:
    """What a person parted is remembered, until the same person joins it again."""
    one, two, me = marked(library)
    new = library.run(
        Command.PART, lambda db: stories.part(db, articles=[two.article], annotator=me)
    ).value

    assert kept_apart(library.reader, one.article) == {two.article}
    library.run(Command.JOIN, lambda db: stories.join(db, stories=[one.story, new], annotator=me))
    assert kept_apart(library.reader, two.article) == frozenset()


def test_base_by_hand_and_by_rule(library: Library) -> None:
    """A chosen base stands first until the choice is left to the rule again."""
    one, _, me = marked(library)
    before = versions(library.reader, one.story)
    other = before[1].article

    for choice, first in ((other, other), (None, before[0].article)):
        library.run(
            Command.CHOOSE_BASE,
            lambda db, choice=choice: stories.choose_base(
                db, story=one.story, article=choice, annotator=me
            ),
        )
        row = versions(library.reader, one.story)[0]
        assert (row.article, row.is_base) == (first, True)
        assert row.chosen_by_hand is (choice is not None)


def test_versions_of_many(library: Library) -> None:
    """The versions of a page of stories come with one query."""
    one, two, _ = marked(library)
    (other,) = bring_in(library, read("Another one."))

    found = versions_of(library.reader, [other.story, one.story])

    assert [v.article for v in found[other.story]] == [other.article]
    assert {v.article for v in found[one.story]} == {one.article, two.article}


def test_known_texts_and_origins(library: Library) -> None:
    """A text and an origin are known again, unless they are in the bin."""
    (added,) = bring_in(library, read("The ferry is late."))
    sha256 = text_sha256("The ferry is late.")
    places = [("file 0", 0), ("file 0", 1), ("file 9", 0)]
    assert find_texts(library.reader, [sha256, "0" * 64]) == {sha256: [added.article]}
    assert find_origins(library.reader, places) == {("file 0", 0): added.article}
    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=[added.article]))
    assert find_texts(library.reader, [sha256]) == {}
    assert find_origins(library.reader, places) == {}


def test_kept_collation(library: Library) -> None:
    """A collation is kept for two articles, until what it was made of changes."""
    one, other = bring_in(library, read("The ferry is late."), read("The ferry was late."))
    pair = Pair(base=one.article, version=other.article, made_of="texts and rules")
    newer = replace(pair, made_of="texts and other rules")
    library.run(Command.HOUSEKEEPING, lambda db: keep_collation(db, pair, b"{}", kept=0.5))

    assert kept_collation(library.reader, pair) == b"{}"
    assert kept_collation(library.reader, newer) is None

    library.run(Command.HOUSEKEEPING, lambda db: keep_collation(db, newer, b"[]", kept=0.5))

    assert kept_collation(library.reader, newer) == b"[]"
    assert library.reader.value("SELECT count(*) FROM collations") == 1


def test_a_collation_of_articles_that_are_gone_is_not_kept(library: Library) -> None:
    """The reader may have emptied the bin while it was made."""
    pair = Pair(base=ArticleId(1), version=ArticleId(2), made_of="texts and rules")

    library.run(Command.HOUSEKEEPING, lambda db: keep_collation(db, pair, b"{}", kept=0.5))

    assert kept_collation(library.reader, pair) is None


def test_drafts_and_settings_are_no_steps_of_undo(library: Library) -> None:
    """Words that are being written are kept beside the history."""
    library.run(Command.HOUSEKEEPING, lambda db: keep_draft(db, place="note 1", text="Ask"))
    library.run(Command.HOUSEKEEPING, lambda db: keep_draft(db, place="note 1", text="Ask Max"))
    library.run(Command.HOUSEKEEPING, lambda db: set_setting(db, name="order", value='"title"'))

    assert [draft.text for draft in drafts(library.reader)] == ["Ask Max"]
    assert setting(library.reader, "order") == '"title"'
    assert library.undo_state.undo is None
    library.run(Command.HOUSEKEEPING, lambda db: forget_draft(db, place="note 1"))
    assert drafts(library.reader) == []


def test_senseless_requests_are_refused(library: Library) -> None:
    """A deed that makes no sense changes nothing and says why."""
    one, two, me = marked(library)
    (other,) = bring_in(library, read("Another one."))
    senseless: list[Deed[object]] = [
        lambda db: stories.part(db, articles=[one.article, two.article], annotator=me),
        lambda db: stories.part(db, articles=[one.article, other.article], annotator=me),
        lambda db: stories.join(db, stories=[one.story], annotator=me),
        lambda db: stories.choose_base(db, story=one.story, article=other.article, annotator=me),
        lambda db: annotations.add_highlight(
            db, article=one.article, span=Span(5, 5), annotator=me
        ),
        lambda db: annotations.add_highlight(
            db, article=one.article, span=Span(5, 500), annotator=me
        ),
        lambda db: articles.empty_bin(db, articles=[one.article]),
        lambda db: article(db, ArticleId(99)),
    ]

    for deed in senseless:
        with pytest.raises(UsageError):
            library.run(Command.PART, deed)


def test_code_stands_not_below_itself(library: Library) -> None:
    """The codebook stays a tree; codes below a deleted one move up."""
    add = codebook.add_code
    top = library.run(Command.ADD_CODE, lambda db: add(db, name="A", colour="amber")).value
    mid = library.run(
        Command.ADD_CODE, lambda db: add(db, name="B", colour="amber", parent=top)
    ).value
    low = library.run(
        Command.ADD_CODE, lambda db: add(db, name="C", colour="amber", parent=mid)
    ).value

    with pytest.raises(UsageError):
        library.run(
            Command.ORDER_CODES,
            lambda db: codebook.move_code(db, code=top, parent=low),
        )
    library.run(Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=mid))

    assert [(row.code.id, row.code.parent) for row in codes(library.reader)] == [
        (top, None),
        (low, top),
    ]
