"""Gather from a library what an export shows of its stories."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.annotations.values import Highlight, Note
from variorum.annotations.variant_places import seen_from
from variorum.collation.collate import collate
from variorum.exchange.comparison import (
    Comparison,
    Edition,
    Mark,
    ShownCode,
    ShownDecision,
    ShownWords,
    StorySheet,
    VariantNote,
)
from variorum.exchange.templates import Label
from variorum.exchange.wording import Wording
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, StoryId
from variorum.library.annotators import annotators
from variorum.library.connection import Db
from variorum.library.pair_decisions import decisions_about, kept_decisions, word_pairs
from variorum.library.queries.articles import articles
from variorum.library.queries.marks import codes, highlights, notes
from variorum.library.queries.rows import VersionRow
from variorum.library.queries.stories import versions
from variorum.progress import Tick, no_tick


def sheets(
    db: Db, stories: Sequence[StoryId], *, wording: Wording, tick: Tick = no_tick
) -> Iterator[StorySheet]:
    """Return stories one by one, each with its versions compared with the base."""
    gatherer = _Gatherer(db, wording)
    for done, story in enumerate(stories):
        tick(done, len(stories))
        yield gatherer.sheet(story)
    tick(len(stories), len(stories))


def listed_words(db: Db) -> list[ShownWords]:
    """Return the pairs of words that have one class in every story."""
    names: dict[AnnotatorId, str] = {each.id: each.name for each in annotators(db)}
    return [
        ShownWords(kept.pair, names.get(kept.annotator, ""), kept.made) for kept in word_pairs(db)
    ]


class _Gatherer:
    """Read story after story; the codebook and the annotators are read once."""

    def __init__(self, db: Db, wording: Wording) -> None:
        self._db = db
        self._wording = wording
        self._codes: dict[CodeId, ShownCode] = {
            row.code.id: ShownCode(row.code.name, row.code.colour) for row in codes(db)
        }
        self._names: dict[AnnotatorId, str] = {each.id: each.name for each in annotators(db)}

    def sheet(self, story: StoryId) -> StorySheet:
        rows = versions(self._db, story)
        written = _Written(notes(self._db, story))
        editions = self._editions(rows, written)
        base, *others = editions.items()
        return StorySheet(
            title=rows[0].title,
            base=base[1],
            comparisons=tuple(
                Comparison(
                    base=base[1],
                    version=edition,
                    collation=collate(
                        base[1].article,
                        edition.article,
                        decisions=decisions_about(self._db, base[0], number),
                    ),
                    notes=written.on_variants(base[0], number),
                    decisions=tuple(
                        ShownDecision(kept.decision, self._names.get(kept.annotator, ""), kept.made)
                        for kept in kept_decisions(self._db, base[0], number)
                    ),
                )
                for number, edition in others
            ),
            notes=tuple(written.on_story),
        )

    def _editions(
        self, rows: Sequence[VersionRow], written: "_Written"
    ) -> dict[ArticleId, Edition]:
        numbers = [row.article for row in rows]
        marks: defaultdict[ArticleId, list[Mark]] = defaultdict(list)
        for highlight in highlights(self._db, numbers):
            marks[highlight.article].append(self._mark(highlight, written))
        return {
            row.article: Edition(
                article=article,
                name=row.source or self._wording.label(Label.NO_SOURCE),
                marks=tuple(marks[row.article]),
                notes=written.beside(numbers[0], row.article),
            )
            for row, article in zip(rows, articles(self._db, numbers), strict=True)
        }

    def _mark(self, highlight: Highlight, written: "_Written") -> Mark:
        return Mark(
            span=highlight.span,
            codes=tuple(self._codes[code] for code in highlight.codes),
            annotator=self._names.get(highlight.annotator, ""),
            made=highlight.made,
            notes=tuple(written.on_highlight[highlight.id]),
        )


class _Written:
    """Sort the notes of a story by what they are on."""

    def __init__(self, found: Sequence[Note]) -> None:
        self.on_story = [note.text for note in found if note.story is not None]
        self.on_article: defaultdict[ArticleId, list[str]] = defaultdict(list)
        self.on_highlight: defaultdict[HighlightId, list[str]] = defaultdict(list)
        self._of_variants = [note for note in found if note.variant is not None]
        for note in found:
            if note.article is not None:
                self.on_article[note.article].append(note.text)
            if note.highlight is not None:
                self.on_highlight[note.highlight].append(note.text)

    def on_variants(self, base: ArticleId, version: ArticleId) -> tuple[VariantNote, ...]:
        """Return the notes on variants between two versions."""
        return tuple(
            VariantNote(place.base, place.version, note.text)
            for note in self._of_variants
            if note.variant and (place := seen_from(note.variant, base, version))
        )

    def beside(self, base: ArticleId, article: ArticleId) -> tuple[str, ...]:
        """Return the notes on an article, and on variants that no comparison with the base shows."""
        apart = (
            note.text
            for note in self._of_variants
            if (place := note.variant) is not None
            and place.version_article == article
            and base not in {place.base_article, place.version_article}
        )
        return (*self.on_article[article], *apart)
