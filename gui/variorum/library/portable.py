"""Read marks out of a library by their stable ids, with the words they stand on."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from variorum.annotations.anchors import make_anchor
from variorum.annotations.codebook import tree_order
from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetAnnotator,
    SetArticle,
    SetCode,
    SetEnd,
    SetHighlight,
    SetNote,
    SetPlace,
    SetStory,
    SetVariant,
    StableId,
)
from variorum.annotations.values import Anchor
from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.moments import instant
from variorum.text import Span


def mark_set(db: Db, stories: Sequence[StoryId]) -> MarkSet:
    """Return all marks on stories and their versions, the bin aside, with the whole codebook."""
    reader = _Reader(db, stories)
    highlights = reader.highlights()
    notes = reader.notes()
    used = {each.annotator for each in highlights} | {each.annotator for each in notes}
    return MarkSet(
        annotators=tuple(_annotators(db, used)),
        codes=tuple(_codes(db)),
        articles=reader.articles(),
        stories=reader.stories(),
        highlights=highlights,
        notes=notes,
    )


def article_ids(db: Db, ids: Iterable[StableId]) -> dict[StableId, ArticleId]:
    """Return the articles of these stable ids, as far as they are here and not in the bin."""
    rows = db.rows(
        "SELECT uuid, id FROM articles WHERE binned IS NULL"
        " AND uuid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {StableId(uuid): ArticleId(number) for uuid, number in rows}


def text_of(db: Db, article: StableId) -> str:
    """Return the text of an article."""
    text = db.value(
        "SELECT t.text FROM texts t JOIN articles a ON a.id = t.article WHERE a.uuid = ?",
        (article,),
    )
    if text is None:
        raise KeyError(article)
    return text


def _annotators(db: Db, used: set[StableId]) -> Iterable[SetAnnotator]:
    for uuid, name in db.rows("SELECT uuid, name FROM annotators ORDER BY id"):
        if uuid in used:
            yield SetAnnotator(StableId(uuid), name)


def _codes(db: Db) -> Iterable[SetCode]:
    """Yield the codes as the tree has them, each before those below it."""
    rows = db.rows(
        """
        SELECT c.uuid, c.name, c.colour, p.uuid, c.memo, c.sign, c.description, c.examples,
               c.codable, c.retired
        FROM codes c LEFT JOIN codes p ON p.id = c.parent ORDER BY c.position, c.id
        """
    )
    codes = [
        SetCode(StableId(uuid), *facts, codable=bool(codable), retired=bool(retired))
        for uuid, *facts, codable, retired in rows
    ]
    ordered = tree_order(codes, id_of=lambda code: code.id, parent_of=lambda code: code.parent)
    return (code for code, _ in ordered)


class _Reader:
    """Read what belongs to some stories."""

    def __init__(self, db: Db, stories: Sequence[StoryId]) -> None:
        self._db = db
        self._wanted = json.dumps(list(stories))

    def articles(self) -> tuple[SetArticle, ...]:
        rows = self._db.rows(
            """
            SELECT a.uuid, a.text_sha256, coalesce(nullif(a.shown_headline, ''), a.first_words),
                   a.shown_source, a.shown_published
            FROM members m JOIN articles a ON a.id = m.article
            WHERE m.story IN (SELECT value FROM json_each(?)) AND a.binned IS NULL
            ORDER BY m.story, a.id
            """,
            (self._wanted,),
        )
        return tuple(SetArticle(StableId(uuid), *facts) for uuid, *facts in rows)

    def stories(self) -> tuple[SetStory, ...]:
        rows = self._db.rows(
            """
            SELECT s.uuid, coalesce(i.title, ''), a.uuid
            FROM stories s JOIN members m ON m.story = s.id JOIN articles a ON a.id = m.article
                 LEFT JOIN story_index i ON i.story = s.id
            WHERE s.id IN (SELECT value FROM json_each(?)) AND a.binned IS NULL
            ORDER BY s.id, a.id IS NOT i.base, a.id
            """,
            (self._wanted,),
        )
        titles: dict[str, str] = {}
        members: defaultdict[str, list[StableId]] = defaultdict(list)
        for story, title, article in rows:
            titles[story] = title
            members[story].append(StableId(article))
        return tuple(
            SetStory(StableId(story), title, tuple(members[story]))
            for story, title in titles.items()
        )

    def highlights(self) -> tuple[SetHighlight, ...]:
        where = "WHERE m.story IN (SELECT value FROM json_each(?)) AND a.binned IS NULL"
        joined = (
            "highlights h JOIN articles a ON a.id = h.article JOIN members m ON m.article = a.id"
        )
        codes: defaultdict[int, list[StableId]] = defaultdict(list)
        for highlight, code in self._db.rows(
            f"""
            SELECT h.id, c.uuid FROM {joined} JOIN highlight_codes hc ON hc.highlight = h.id
                 JOIN codes c ON c.id = hc.code
            {where} ORDER BY c.position, c.id
            """,
            (self._wanted,),
        ):
            codes[highlight].append(StableId(code))
        rows = self._db.rows(
            f"""
            SELECT h.id, h.uuid, a.uuid, h.span_start, h.span_end, h.exact, h.prefix, h.suffix,
                   n.uuid, h.made
            FROM {joined} JOIN annotators n ON n.id = h.annotator
            {where} ORDER BY m.story, a.id, h.span_start, h.span_end, h.id
            """,
            (self._wanted,),
        )
        return tuple(
            SetHighlight(
                id=StableId(uuid),
                article=StableId(article),
                anchor=Anchor(Span(start, end), exact, prefix, suffix),
                codes=tuple(codes[number]),
                annotator=StableId(annotator),
                made=instant(made),
            )
            for number, uuid, article, start, end, exact, prefix, suffix, annotator, made in rows
        )

    def notes(self) -> tuple[SetNote, ...]:
        of_story = (
            "SELECT m.article FROM members m JOIN articles a ON a.id = m.article"
            " WHERE m.story IN (SELECT value FROM json_each(?1)) AND a.binned IS NULL"
        )
        rows = self._db.rows(
            f"""
            WITH here (article) AS ({of_story})
            SELECT n.uuid, n.text, p.uuid, n.made, n.changed, h.uuid, a.uuid, s.uuid,
                   b.uuid, n.base_start, n.base_end, v.uuid, n.version_start, n.version_end,
                   bt.text, vt.text
            FROM notes n JOIN annotators p ON p.id = n.annotator
                 LEFT JOIN highlights h ON h.id = n.highlight
                 LEFT JOIN articles a ON a.id = n.article
                 LEFT JOIN stories s ON s.id = n.story
                 LEFT JOIN articles b ON b.id = n.base_article
                 LEFT JOIN articles v ON v.id = n.version_article
                 LEFT JOIN texts bt ON bt.article = n.base_article
                 LEFT JOIN texts vt ON vt.article = n.version_article
            WHERE n.story IN (SELECT value FROM json_each(?1)) OR n.article IN here
               OR h.article IN here OR (n.base_article IN here AND n.version_article IN here)
            ORDER BY n.made, n.id
            """,
            (self._wanted,),
        )
        return tuple(_note(row) for row in rows)


def _note(row: Sequence[Any]) -> SetNote:
    uuid, text, annotator, made, changed, *place = row
    return SetNote(
        id=StableId(uuid),
        text=text,
        on=_place(*place),
        annotator=StableId(annotator),
        made=instant(made),
        changed=instant(changed),
    )


def _place(
    highlight: StableId | None, article: StableId | None, story: StableId | None, *ends: Any
) -> SetPlace:
    if highlight is not None:
        return OnHighlightOf(highlight)
    if article is not None:
        return OnArticleOf(article)
    if story is not None:
        return OnStoryOf(story)
    base, base_start, base_end, version, version_start, version_end, base_text, text = ends
    return SetVariant(
        SetEnd(StableId(base), make_anchor(base_text, Span(base_start, base_end))),
        SetEnd(StableId(version), make_anchor(text, Span(version_start, version_end))),
    )
