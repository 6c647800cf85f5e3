"""Take marks in that come from another library or program, by their stable ids.

What is here already, by its id, stays as it is; so taking the same marks in twice changes
nothing. An article is the same when its id is, or its text. A mark goes only where its words
stand at its own place: it is never looked for elsewhere, but left out, and the report says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetArticle,
    SetCode,
    SetEnd,
    SetHighlight,
    SetNote,
    SetPlace,
    SetVariant,
    StableId,
)
from variorum.annotations.values import CodeProperties, VariantPlace
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, StoryId
from variorum.library.annotations import (
    Elsewhere,
    NotePlace,
    OnArticle,
    OnHighlight,
    OnStory,
    add_highlight,
    add_note,
)
from variorum.library.codebook import insert_code
from variorum.library.connection import Db
from variorum.library.moments import new_uuid
from variorum.library.queries.articles import find_texts
from variorum.library.queries.marks import codes


class LeftWhy(StrEnum):
    """Say why a mark was not taken in."""

    NO_ARTICLE = "no_article"
    """The library has no article of its text."""
    OTHER_WORDS = "other_words"
    """Other words stand at its place, or none."""
    NO_STORY = "no_story"
    """The articles of its story are not one story here."""
    NO_HIGHLIGHT = "no_highlight"
    """The highlight that the note is on was left out."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Hold a mark that was not taken in."""

    id: StableId
    why: LeftWhy
    article: str
    """The title of the article it is on; empty where it is on none."""
    words: str
    """What it marks, or what the note says."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Count what was taken in, and hold what was not."""

    highlights: int = 0
    notes: int = 0
    codes: int = 0
    known: int = 0
    """Highlights and notes that were here already."""
    left: tuple[LeftOut, ...] = ()


def take_in(db: Db, marks: MarkSet) -> Taken:
    """Add the highlights, notes, codes and annotators that are not here yet; one deed."""
    return _Receiver(db, marks).take()


class _Refused(Exception):
    """Say why one mark cannot be taken in."""

    def __init__(self, why: LeftWhy) -> None:
        super().__init__(why)
        self.why = why


class _Receiver:
    """Take one set of marks in."""

    def __init__(self, db: Db, marks: MarkSet) -> None:
        self._db = db
        self._marks = marks
        self._titles = {article.id: article.title for article in marks.articles}
        self._articles = {article.id: self._article(article) for article in marks.articles}
        self._texts: dict[ArticleId, str] = {}
        self._annotators: dict[StableId, AnnotatorId] = {}
        self._names = marks.names()
        self._codes: dict[StableId, CodeId] = {}
        self._highlights: dict[StableId, HighlightId] = {}
        self._left: list[LeftOut] = []
        self._known = 0

    def take(self) -> Taken:
        new_codes = self._take_codes()
        highlights = sum(self._take_highlight(highlight) for highlight in self._marks.highlights)
        notes = sum(self._take_note(note) for note in self._marks.notes)
        return Taken(highlights, notes, new_codes, self._known, tuple(self._left))

    # --- codes and annotators ---------------------------------------------------------------------

    def _take_codes(self) -> int:
        """Find or add the codes; one is known by its id, else by its name at its place."""
        here = {(row.code.name, row.code.parent): row.code.id for row in codes(self._db)}
        by_id = {code.id: code for code in self._marks.codes}
        before = len(here)
        for code in self._marks.codes:
            self._code(code, by_id, here, ())
        return len(here) - before

    def _code(
        self,
        code: SetCode,
        by_id: dict[StableId, SetCode],
        here: dict[tuple[str, CodeId | None], CodeId],
        below: tuple[StableId, ...],
    ) -> CodeId:
        if code.id in self._codes:
            return self._codes[code.id]
        found = self._db.value("SELECT id FROM codes WHERE uuid = ?", (code.id,))
        if found is None:
            above = by_id.get(code.parent) if code.parent else None
            # A file may say that two codes stand below each other.
            parent = (
                None
                if above is None or above.id in below
                else self._code(above, by_id, here, (*below, code.id))
            )
            found = here.get((code.name, parent))
            if found is None:
                found = insert_code(
                    self._db,
                    to=CodeProperties(
                        name=code.name,
                        colour=code.colour,
                        sign=code.sign,
                        description=code.description,
                        examples=code.examples,
                        memo=code.memo,
                        codable=code.codable,
                    ),
                    parent=parent,
                    retired=code.retired,
                    uuid=code.id,
                )
                here[code.name, parent] = found
        self._codes[code.id] = CodeId(found)
        return self._codes[code.id]

    def _annotator(self, annotator: StableId) -> AnnotatorId:
        """Return an annotator by the id, else by the name, which stands once in a library."""
        if annotator not in self._annotators:
            name = self._names.get(annotator, "") or "?"
            found = self._db.value("SELECT id FROM annotators WHERE uuid = ?", (annotator,))
            if found is None:
                found = self._db.value("SELECT id FROM annotators WHERE name = ?", (name,))
            if found is None:
                found = self._db.write(
                    "INSERT INTO annotators (uuid, name) VALUES (?, ?)",
                    (annotator or new_uuid(), name),
                )
            self._annotators[annotator] = AnnotatorId(found)
        return self._annotators[annotator]

    # --- places -------------------------------------------------------------------------------------

    def _article(self, article: SetArticle) -> ArticleId | None:
        found = self._db.value(
            "SELECT id FROM articles WHERE uuid = ? AND binned IS NULL", (article.id,)
        )
        if found is not None:
            return ArticleId(found)
        same = find_texts(self._db, [article.text_sha256]).get(article.text_sha256)
        return same[0] if same else None

    def _here(self, article: StableId) -> ArticleId:
        found = self._articles.get(article)
        if found is None:
            raise _Refused(LeftWhy.NO_ARTICLE)
        return found

    def _proved(self, end: SetEnd) -> ArticleId:
        """Return the article of a place whose words stand there."""
        article = self._here(end.article)
        if article not in self._texts:
            query = "SELECT text FROM texts WHERE article = ?"
            self._texts[article] = self._db.value(query, (article,))
        text, span = self._texts[article], end.anchor.span
        if span.end > len(text) or span.of(text) != end.anchor.exact:
            raise _Refused(LeftWhy.OTHER_WORDS)
        return article

    def _story(self, story: StableId) -> StoryId:
        found = self._db.value("SELECT id FROM stories WHERE uuid = ?", (story,))
        if found is not None:
            return StoryId(found)
        members = next((each.articles for each in self._marks.stories if each.id == story), ())
        articles = [self._articles.get(member) for member in members]
        stories = {
            self._db.value("SELECT story FROM members WHERE article = ?", (article,))
            for article in articles
            if article is not None
        }
        if len(stories) != 1:
            raise _Refused(LeftWhy.NO_STORY)
        return StoryId(stories.pop())

    # --- marks ---------------------------------------------------------------------------------------

    def _take_highlight(self, highlight: SetHighlight) -> bool:
        here = self._db.value("SELECT id FROM highlights WHERE uuid = ?", (highlight.id,))
        if here is not None:
            self._highlights[highlight.id] = HighlightId(here)
            self._known += 1
            return False
        words = highlight.anchor.exact
        try:
            if not words:
                raise _Refused(LeftWhy.OTHER_WORDS)
            article = self._proved(SetEnd(highlight.article, highlight.anchor))
        except _Refused as refused:
            self._leave(highlight.id, refused, highlight.article, words)
            return False
        self._highlights[highlight.id] = add_highlight(
            self._db,
            article=article,
            span=highlight.anchor.span,
            annotator=self._annotator(highlight.annotator),
            codes=self._codes_of(highlight.codes),
            elsewhere=Elsewhere(highlight.id, highlight.made, highlight.made),
        )
        return True

    def _codes_of(self, wanted: Sequence[StableId]) -> list[CodeId]:
        return [self._codes[code] for code in wanted if code in self._codes]

    def _take_note(self, note: SetNote) -> bool:
        if self._db.value("SELECT 1 FROM notes WHERE uuid = ?", (note.id,)):
            self._known += 1
            return False
        try:
            on = self._place(note.on)
        except _Refused as refused:
            self._leave(note.id, refused, _article_of(note.on), note.text)
            return False
        add_note(
            self._db,
            on=on,
            text=note.text,
            annotator=self._annotator(note.annotator),
            elsewhere=Elsewhere(note.id, note.made, note.changed),
        )
        return True

    def _place(self, on: SetPlace) -> NotePlace:
        match on:
            case OnHighlightOf(highlight):
                if highlight not in self._highlights:
                    raise _Refused(LeftWhy.NO_HIGHLIGHT)
                return OnHighlight(self._highlights[highlight])
            case OnArticleOf(article):
                return OnArticle(self._here(article))
            case OnStoryOf(story):
                return OnStory(self._story(story))
            case SetVariant(base, version):
                ends = self._proved(base), self._proved(version)
                return VariantPlace(ends[0], base.anchor.span, ends[1], version.anchor.span)

    def _leave(
        self, mark: StableId, refused: _Refused, article: StableId | None, words: str
    ) -> None:
        title = self._titles.get(article, "") if article else ""
        self._left.append(LeftOut(mark, refused.why, title, words))


def _article_of(on: SetPlace) -> StableId | None:
    match on:
        case OnArticleOf(article):
            return article
        case SetVariant(base, _):
            return base.article
        case OnHighlightOf() | OnStoryOf():
            return None
