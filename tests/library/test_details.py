"""What an item says of itself is kept with its article, given back, and found."""

import datetime as dt
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Migrations

from variorum.ids import ArticleId
from variorum.library.articles import add_article, begin_import, empty_bin, move_to_bin
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.detail_fields import Detail, fields_of, from_json, to_json
from variorum.library.library import Library
from variorum.library.opening import Schema, open_writer
from variorum.library.preparing import text_sha256
from variorum.library.queries.articles import stored_article
from variorum.library.queries.stories import story_count
from variorum.library.safety.integrity import check
from variorum.library.schema.migrations import migrations
from variorum.library.search.search import FoundIn, Hit, search_all
from variorum.text import NO_DETAILS, Article, Details

from .making import imported, read, texts

FULL = Details(
    guid="urn:newsml:northline.example:20210412:ferry",
    status="usable",
    headlines=("Pilots stay ashore",),
    subjects=("sea transport", "labour dispute"),
    places=("Port Merrow",),
    editor_note="ATTENTION - ADDS details,\n  quotes ///",
    embargo=dt.datetime(2021, 4, 12, 6, 30, tzinfo=dt.UTC),
    created=dt.date(2021, 4, 11),
    extra=(("desk", "harbour team"), ("score", "7")),
)

words = texts.filter(str.strip)
lists = st.lists(words, max_size=3).map(tuple)
moments = st.dates() | st.datetimes(timezones=st.just(dt.UTC))
details = st.builds(
    Details,
    guid=st.none() | words,
    headlines=lists,
    keywords=lists,
    editor_note=st.none() | words,
    embargo=st.none() | moments,
    created=st.none() | moments,
    extra=st.lists(st.tuples(words, words), max_size=3).map(tuple),
)


def bring(library: Library, given: Details, *, slug: str | None = None) -> ArticleId:
    """Import an article with details."""
    article: Article = replace(read("The ferry left Halvern at night."), slug=slug)

    def deed(db: Db) -> ArticleId:
        item = replace(imported(article), details=given)
        return add_article(db, item, import_id=begin_import(db)).article

    return library.run(Command.IMPORT, deed).value


def found(library: Library, query: str) -> list[tuple[Detail | None, str, str]]:
    """Return which details a query finds, of which columns, and what is shown of them."""
    hits: list[Hit] = search_all(library.reader, query)
    return [(h.detail, h.label, h.snippet) for h in hits if h.kind is FoundIn.DETAIL]


@given(details)
def test_what_is_written_is_read_again(given: Details) -> None:
    """No field is lost or changed on its way through JSON."""
    assert from_json(to_json(given)) == given


def test_only_what_is_there_is_written() -> None:
    """Empty fields take no room."""
    assert fields_of(NO_DETAILS) == {}
    assert fields_of(Details(urgency="3", extra=(("desk", "sea"),))) == {
        "urgency": "3",
        "extra": [["desk", "sea"]],
    }


def test_what_another_program_wrote_does_no_harm() -> None:
    """Fields of another shape are left out; the others are read."""
    kept = '{"guid": 7, "keywords": "sea", "embargo": "soon", "extra": [["a"]], "credit": "N"}'

    assert from_json(kept) == Details(credit="N")
    assert from_json("[]") == NO_DETAILS


def test_details_come_back_with_their_article(library: Library) -> None:
    """All fields are kept, white space in them too; an article without any has none."""
    with_details, without = bring(library, FULL), bring(library, NO_DETAILS)

    assert stored_article(library.reader, with_details).details == FULL
    assert stored_article(library.reader, without).details == NO_DETAILS


def test_details_are_found_by_their_words(library: Library) -> None:
    """A hit names the field, and shows the value with the words that were asked for."""
    bring(library, FULL, slug="MERROW-PILOTS/")

    assert found(library, "merrow-pilots") == [(Detail.SLUG, "", "MERROW-PILOTS/")]
    assert found(library, "labour") == [(Detail.SUBJECTS, "", "labour dispute")]
    assert found(library, "adds quotes") == [
        (Detail.EDITOR_NOTE, "", "ATTENTION - ADDS details, quotes ///")
    ]
    assert found(library, '"urn:newsml:northline.example:20210412:ferry"')[0][0] is Detail.GUID


def test_a_column_of_a_corpus_is_found_under_its_name(library: Library) -> None:
    """The values of columns are searched; their names, which every row has, are not."""
    bring(library, FULL)

    assert found(library, "harbour") == [(Detail.EXTRA, "desk", "harbour team")]
    assert found(library, "desk") == []


def test_runs_without_spaces_are_found_in_details(library: Library) -> None:
    """Chinese keywords are found by two of their characters."""
    bring(library, Details(keywords=("港口关闭",)))

    (hit,) = search_all(library.reader, "关闭")

    assert [span.of(hit.snippet) for span in hit.shown.strong] == ["关闭"]


def test_the_filter_line_asks_for_details(library: Library) -> None:
    """Only by its name: a plain word there is met by texts and names, as before."""
    bring(library, FULL, slug="MERROW-PILOTS/")

    for typed, stories in (
        ("detail:labour", 1),
        ('detail:"harbour team" ferry', 1),
        ("detail:merrow", 1),
        ("detail:opera", 0),
        ("labour", 0),
        ("detail:?", 0),
    ):
        assert story_count(library.reader, filter_text=typed) == stories, typed


def test_the_index_lets_go_of_what_is_thrown_away(library: Library) -> None:
    """In the bin details are not found; emptied, the index is sound without them."""
    article = bring(library, FULL)

    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[article]))
    assert found(library, "labour") == []
    library.run(Command.EMPTY_BIN, lambda db: empty_bin(db, articles=[article]))

    assert library.reader.value("SELECT count(*) FROM details") == 0
    assert check(library).is_sound


def test_an_older_library_takes_details(tmp_path: Path) -> None:
    """The slugs that it has are found at once, and new articles keep their details."""
    path = tmp_path / "older.variorum"
    make_of_second_schema(path, slug="STORM-港口")

    with Library.open(path) as library:
        assert found(library, "storm") == [(Detail.SLUG, "", "STORM-港口")]
        assert found(library, "港口") != []
        assert stored_article(library.reader, bring(library, FULL)).details == FULL
        assert check(library).is_sound


def test_an_older_library_is_indexed_in_plain_letters(tmp_path: Path) -> None:
    """Texts and slugs with ø or ß that were there before are found as a keyboard types them."""
    path = tmp_path / "older.variorum"
    make_of_second_schema(path, slug="TROMSØ-STORM", text="Große Wellen vor Łeba")

    with Library.open(path) as library:
        assert found(library, "tromso") == [(Detail.SLUG, "", "TROMSØ-STORM")]
        assert [hit.kind for hit in search_all(library.reader, "grosse leba")] == [FoundIn.TEXT]
        assert check(library).is_sound


def test_an_older_library_is_indexed_without_accents(tmp_path: Path) -> None:
    """Texts and slugs of other scripts that were there before are found as a keyboard types them."""
    path = tmp_path / "older.variorum"
    make_of_second_schema(path, slug="ＦＥＲＲＹ-ΛΙΜΆΝΙ", text="Στο λιμάνι ένας γέρος")

    with Library.open(path) as library:
        assert found(library, "ferry λιμανι") == [(Detail.SLUG, "", "ＦＥＲＲＹ-ΛΙΜΆΝΙ")]
        assert [hit.kind for hit in search_all(library.reader, "γεροσ ενας")] == [FoundIn.TEXT]
        assert check(library).is_sound


def make_of_second_schema(path: Path, *, slug: str, text: str = "foo") -> None:
    """Make a library as the program did before details were kept, with one article."""
    sha256 = text_sha256(text)
    older = Migrations("variorum")
    with closing(Db(memory=True, execute_plugins=False)) as empty:
        for step in migrations.pending(empty)[:2]:
            older(name=step.name)(step.fn)
    with closing(open_writer(path, create=True, schema=Schema(older, 2))) as db, db.transaction():
        db.write("INSERT INTO imports VALUES (1, 'i', '2021-04-12')")
        db.write(
            "INSERT INTO articles (uuid, import, text_sha256, origin, file_index, format,"
            " encoding, slug, problems, words, first_words, added)"
            " VALUES ('a', 1, ?, 'f', 0, 'plain', 'utf-8', ?, '[]', 1, '', '2021-04-12')",
            (sha256, slug),
        )
        db.write("INSERT INTO texts (article, indexed, text) VALUES (1, 0, ?)", (text,))
        db.write("UPDATE texts SET indexed = 1")
        db.write("INSERT INTO received VALUES (1, ?, 3, NULL)", (sha256,))
        db.write("INSERT INTO stories VALUES (1, 's', NULL, '2021-04-12')")
        db.write("INSERT INTO members VALUES (1, 1, '')")
        db.write(
            "INSERT INTO story_index VALUES (1, 1, 1, '', '', NULL, '2021-04-12', '2021-04-12')"
        )
