"""Questions about the links of notes: what may be linked to, where one leads, who links here."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotations.links import LinkKind, NoteLink, note_links, token_of
from variorum.ids import ArticleId, CodeId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.queries.articles import article
from variorum.library.search.matching import Term, plain_words
from variorum.text import STORY_KINDS, Span


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Hold what can be linked to, and what tells it from its likes."""

    link: NoteLink
    about: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """Hold where a link leads: to a code, or to an article, or to a place in it."""

    code: CodeId | None = None
    story: StoryId | None = None
    article: ArticleId | None = None
    span: Span | None = None


def link_targets(
    db: Db, typed: str, *, near: Sequence[ArticleId] = (), limit: int = 12
) -> list[LinkTarget]:
    """Return codes, passages of articles at hand, and articles whose words begin as typed."""
    asked = plain_words(typed)
    found = [*_codes(db, asked), *_passages(db, asked, near), *_articles(db, typed)]
    return found[:limit]


def _fits(asked: Sequence[str], name: str) -> bool:
    words = plain_words(name)
    return all(any(word.startswith(one) for word in words) for one in asked)


def _codes(db: Db, asked: Sequence[str]) -> list[LinkTarget]:
    rows = db.rows("SELECT uuid, name, description FROM codes ORDER BY position, id")
    return [
        LinkTarget(NoteLink(name, LinkKind.CODE, token_of(uuid)), description)
        for uuid, name, description in rows
        if _fits(asked, name)
    ][:5]


def _passages(db: Db, asked: Sequence[str], near: Sequence[ArticleId]) -> list[LinkTarget]:
    """Return the passages of a story's text that have the words that were typed."""
    found: list[LinkTarget] = []
    for number in near if asked else ():
        uuid = db.value("SELECT uuid FROM articles WHERE id = ?", (number,))
        text = article(db, number)
        for passage in text.passages:
            words = passage.words.of(text.text)
            if passage.kind in STORY_KINDS and _fits(asked, words):
                label = " ".join(words.split())[:60]
                link = NoteLink(label, LinkKind.PASSAGE, token_of(uuid), passage.words)
                found.append(LinkTarget(link, text.source or ""))
    return found[:5]


def _articles(db: Db, typed: str) -> list[LinkTarget]:
    terms = (Term(word, word, begins=True).expression for word in typed.split())
    matched = " AND ".join(term for term in terms if term)
    where, facts = "1", list[object]()
    if matched:
        where = "a.id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"
        facts = [f"headline : ({matched})"]
    rows = db.rows(
        f"""
        SELECT a.uuid, coalesce(nullif(a.shown_headline, ''), a.first_words),
               coalesce(a.shown_source, ''), coalesce(substr(a.shown_published, 1, 10), '')
        FROM articles a WHERE {where} AND a.binned IS NULL ORDER BY a.id DESC LIMIT 12
        """,
        facts,
    )
    return [
        LinkTarget(
            NoteLink(title, LinkKind.ARTICLE, token_of(uuid)),
            " · ".join(part for part in (source, date) if part),
        )
        for uuid, title, source, date in rows
    ]


def destination(db: Db, link: NoteLink) -> Destination | None:
    """Return where a link leads; None where it leads nowhere any more."""
    if link.kind is None:
        return _code(db, "name = ?", link.label) or _article(
            db, "a.shown_headline = ?", link.label, None
        )
    # A stable id keeps its last digits together.
    ends = f"%{link.token}"
    if link.kind is LinkKind.CODE:
        return _code(db, "uuid LIKE ?", ends)
    return _article(db, "a.uuid LIKE ?", ends, link.span)


def _code(db: Db, where: str, fact: str) -> Destination | None:
    found = db.value(f"SELECT id FROM codes WHERE {where} ORDER BY id LIMIT 1", (fact,))
    return None if found is None else Destination(code=CodeId(found))


def _article(db: Db, where: str, fact: str, span: Span | None) -> Destination | None:
    row = db.row(
        "SELECT a.id, m.story FROM articles a JOIN members m ON m.article = a.id"
        f" WHERE a.binned IS NULL AND {where} ORDER BY a.id LIMIT 1",
        (fact,),
    )
    if row is None:
        return None
    return Destination(article=ArticleId(row[0]), story=StoryId(row[1]), span=span)


def linking_notes(
    db: Db, *, articles: Sequence[ArticleId] = (), codes: Sequence[CodeId] = ()
) -> list[NoteId]:
    """Return the notes that link to articles, to places in them, or to codes; the newest first."""
    rows = [
        *db.rows(_NAMED["articles"], (json.dumps(list(articles)),)),
        *db.rows(_NAMED["codes"], (json.dumps(list(codes)),)),
    ]
    tokens = {token_of(uuid) for uuid, _ in rows}
    names = {name for _, name in rows if name}
    asked = [f'"{token}"' for token in tokens]
    asked += [
        expression for name in names if (expression := Term(name, name, begins=False).expression)
    ]
    if not asked:
        return []
    found = db.rows(
        "SELECT id, text FROM notes WHERE id IN (SELECT rowid FROM note_words"
        " WHERE note_words MATCH ?) AND instr(text, '[[') ORDER BY changed DESC, id DESC",
        (" OR ".join(asked),),
    )
    return [NoteId(number) for number, text in found if _links_to(text, tokens, names)]


_NAMED = {
    "articles": "SELECT uuid, shown_headline FROM articles"
    " WHERE id IN (SELECT value FROM json_each(?))",
    "codes": "SELECT uuid, name FROM codes WHERE id IN (SELECT value FROM json_each(?))",
}


def _links_to(text: str, tokens: set[str], names: set[str]) -> bool:
    return any(
        link.token in tokens if link.kind is not None else link.label in names
        for link in note_links(text)
    )
