"""What the cards of the notes say: words, places, and what is not to be seen."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from variorum.annotations.values import Highlight, VariantPlace
from variorum.app.marks import Marks
from variorum.app.reading import Reading
from variorum.app.version_names import names_of
from variorum.app.writing import Writing, Written
from variorum.ids import ArticleId
from variorum.library.annotations import OnArticle, OnHighlight
from variorum.text import Span
from variorum.window.headers import Whereabouts
from variorum.window.notes.card import MarkCard, OriginWords
from variorum.window.wording import isolated, wording

_NOTHING = "∅"
_TO = "→"

Position = tuple[int, int, int]
"""Where a card belongs: the start and end of its words, then the base before the version."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)


class Cards:
    """Make the cards of all that is marked and written on what is read."""

    def __init__(self, reading: Reading, marks: Marks, writing: Writing) -> None:
        self._reading = reading
        self._marks = marks
        self._writing = writing
        self._names: Mapping[ArticleId, str] = {}
        self._whereabouts: dict[ArticleId, Whereabouts] = {}

    def cards(self) -> tuple[MarkCard, ...]:
        """Return the story's notes, those on its shown versions, then marks by their position."""
        self._whereabouts.clear()
        self._names = names_of(self._reading.versions)
        hidden = self._marks.hidden
        written = [
            w for w in self._writing.written if w.note is None or w.note.annotator not in hidden
        ]
        whole = [self._whole(one) for one in written if not isinstance(one.on, VariantPlace)]
        whole.sort(key=lambda card: self._rank(card.on))
        placed = [pair for mark in self._marks.highlights for pair in self._of_mark(mark)]
        placed += [self._variant(one) for one in written if isinstance(one.on, VariantPlace)]
        placed.sort(key=lambda pair: pair[0])
        return (*whole, *(card for _, card in placed))

    # --- whole stories and articles -----------------------------------------------------------------

    def _rank(self, on: object) -> int:
        """Put the story first, then its versions as they stand side by side."""
        if isinstance(on, OnArticle):
            return 1 + self._side_number(on.article)
        return 0

    def _whole(self, one: Written) -> MarkCard:
        where = _tr("The story")
        if isinstance(one.on, OnArticle):
            where = self._name(one.on.article)
        return MarkCard(
            on=one.on,
            where=where,
            note=one.id,
            text=one.text,
            draft=self._writing.draft(one.on, one.id),
        )

    # --- highlights -----------------------------------------------------------------------------------

    def _of_mark(self, mark: Highlight) -> Iterator[tuple[Position, MarkCard]]:
        position = (mark.span.start, mark.span.end, self._side_number(mark.article))
        on = OnHighlight(mark.id)
        origins = self._origins(mark)
        for note in self._marks.notes.get(mark.id) or (None,):
            card = MarkCard(
                on=on,
                where=self._where(mark.article, mark.span) + self._by(mark),
                quotation=mark.anchor.exact,
                codes=self._marks.codes_of(mark.codes),
                note=note.id if note else None,
                text=note.text if note else "",
                draft=self._writing.draft(on, note.id if note else None),
                origins=origins,
            )
            # One card of a mark is enough to tell them.
            origins = ()
            yield position, card

    def _origins(self, mark: Highlight) -> tuple[OriginWords, ...]:
        """Return what is written where a mark was carried from."""
        written = self._marks.origins.get(mark.id, ())
        return tuple(
            OriginWords(self._where(one.article, one.span), one.note.id, one.note.text)
            for one in written
        )

    def _by(self, mark: Highlight) -> str:
        """Say who made a mark, where several people did."""
        letters, _ = self._marks.signs.get(mark.annotator, ("", ""))
        return f" · {isolated(letters)}" if letters else ""

    # --- variants ---------------------------------------------------------------------------------------

    def _variant(self, one: Written) -> tuple[Position, MarkCard]:
        place = self._writing.seen(one.on) or one.on
        if not isinstance(place, VariantPlace):
            raise TypeError("only a note on a variant has two ends")
        ends = ((place.base_article, place.base), (place.version_article, place.version))
        shown = [end for end in ends if self._marks.side_of(end[0]) is not None]
        article, span = (shown or ends)[0]
        words = [self._writing.words_at(*end).strip() or _NOTHING for end in ends]
        card = MarkCard(
            on=one.on,
            where=f"{isolated(self._name(ends[0][0]))} {_TO} {self._where(*ends[1])}",
            quotation=words[0],
            other=words[1],
            note=one.id,
            text=one.text,
            draft=self._writing.draft(one.on, one.id),
            hint=self._hint(one),
        )
        return (span.start, span.end, self._side_number(article)), card

    def _hint(self, one: Written) -> str:
        """Say why the variant is not to be seen; nothing where it is, or is not known yet."""
        if self._writing.seen(one.on) is None:
            return _tr("These two versions do not stand side by side now.")
        if self._reading.collation is not None and self._writing.variant_of(one.on) is None:
            return _tr("This difference is found no more; the note stays with its words.")
        return ""

    # --- names --------------------------------------------------------------------------------------------

    def _side_number(self, article: ArticleId) -> int:
        shown = [side.id for side in self._reading.sides]
        return shown.index(article) if article in shown else len(shown)

    def _name(self, article: ArticleId) -> str:
        return self._names.get(article) or _tr("a version of another story")

    def _where(self, article: ArticleId, span: Span) -> str:
        if article not in self._whereabouts:
            text = self._reading.article_of(article)
            self._whereabouts[article] = Whereabouts(text, wording())
        said = self._whereabouts[article].of(span.start)
        return f"{isolated(self._name(article))} {said}"
