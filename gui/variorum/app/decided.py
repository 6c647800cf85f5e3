"""What the reader decided about the two versions that are read, and the deeds that decide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from variorum.app.reading import Reading, Side
from variorum.app.session import Session
from variorum.collation.decisions import WordPair, is_about
from variorum.collation.values import (
    ClassDecision,
    Decision,
    Link,
    LinkChoice,
    LinkDecision,
    ReasonKind,
    Variant,
    VariantClass,
)
from variorum.ids import ArticleId, DecisionId, WordPairId
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.pair_decisions import (
    KeptDecision,
    KeptWords,
    Place,
    decide_class,
    decide_link,
    forget_decisions,
    forget_words,
    kept_decisions,
    treat_words,
    word_pairs,
)
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold a sentence of one of the texts that are read, with the link that holds it."""

    article: ArticleId
    span: Span
    link: Link
    is_of_base: bool

    @property
    def partners(self) -> tuple[Span, ...]:
        """Return the sentences on the other side."""
        return self.link.version if self.is_of_base else self.link.base


class Decided(QObject):
    """Know and make decisions about the base and the version that are read."""

    def __init__(self, session: Session, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading

    # --- what is there --------------------------------------------------------------------------

    def sentence_at(self, article: ArticleId, place: int) -> Sentence | None:
        """Return the story sentence in which a place stands."""
        base, collation = self._reading.base, self._reading.collation
        if base is None or collation is None:
            return None
        is_of_base = article == base.id
        for link in collation.links:
            for span in link.base if is_of_base else link.version:
                if span.start <= place <= span.end:
                    return Sentence(article, span, link, is_of_base)
        return None

    def words_of(self, variant: Variant) -> tuple[str, str]:
        """Return a variant's words on both sides, in one line each."""
        base, version = self._sides()
        texts = variant.base.of(base.article.text), variant.version.of(version.article.text)
        one, other = (" ".join(text.split()) for text in texts)
        return one, other

    def kept(self) -> list[KeptDecision]:
        """Return what was decided about the two texts that are read, the oldest first."""
        if self._reading.base is None or self._reading.version is None:
            return []
        base, version = self._sides()
        return kept_decisions(self._session.library.reader, base.id, version.id)

    def holds(self, kept: KeptDecision) -> bool:
        """Tell whether a decision finds its words, as far as is known yet."""
        return kept.decision not in self.lost()

    def lost(self) -> tuple[Decision, ...]:
        """Return the decisions that find their words no more."""
        collation = self._reading.collation
        return () if collation is None else collation.lost

    def words(self) -> list[KeptWords]:
        """Return the pairs of words that have a class everywhere, the oldest first."""
        return word_pairs(self._session.library.reader)

    def about_sentence(self, sentence: Sentence) -> list[DecisionId]:
        """Return the decisions about a sentence."""
        return [
            kept.id
            for kept in self.kept()
            if isinstance(kept.decision, LinkDecision)
            and _end(kept.decision, sentence).overlaps(sentence.span)
        ]

    def about_variant(self, variant: Variant) -> list[DecisionId]:
        """Return the decisions about a variant."""
        return [
            kept.id
            for kept in self.kept()
            if isinstance(kept.decision, ClassDecision) and is_about(kept.decision, variant)
        ]

    # --- deeds ----------------------------------------------------------------------------------

    def link(self, one: Sentence, other: Sentence) -> None:
        """Link a sentence of one text with one of the other."""
        base, version = (one, other) if one.is_of_base else (other, one)
        self._decide_links(Command.LINK, LinkChoice.LINKED, [(base.span, version.span)])

    def unlink(self, sentence: Sentence) -> None:
        """Part a sentence from all that it is linked with."""
        self._decide_links(Command.UNLINK, LinkChoice.APART, _pairs(sentence, (sentence.span,)))

    def mark_moved(self, sentence: Sentence) -> None:
        """Say that linked sentences have moved; where the rules say so, that they have not."""
        choice = LinkChoice.IN_PLACE if sentence.link.moved else LinkChoice.MOVED
        own = sentence.link.base if sentence.is_of_base else sentence.link.version
        self._decide_links(Command.MARK_MOVED, choice, _pairs(sentence, own))

    def _decide_links(
        self, command: Command, choice: LinkChoice, pairs: Iterable[tuple[Span, Span]]
    ) -> None:
        base, version = self._sides()
        me, wanted = self._session.me(), list(pairs)

        def deed(db: Db) -> None:
            for one, other in wanted:
                decide_link(
                    db,
                    choice,
                    base=Place(base.id, one),
                    version=Place(version.id, other),
                    annotator=me,
                )

        self._session.submit(command, deed)

    def set_class(self, variant: Variant, variant_class: VariantClass) -> None:
        """Give a variant a class."""
        base, version = self._sides()
        me = self._session.me()

        def deed(db: Db) -> None:
            decide_class(
                db,
                variant_class,
                base=Place(base.id, variant.base),
                version=Place(version.id, variant.version),
                annotator=me,
            )

        self._session.submit(Command.SET_CLASS, deed)

    def treat_words(self, pair: WordPair) -> None:
        """Give the exchange of two words a class, in every story."""
        me = self._session.me()
        self._session.submit(Command.TREAT_WORDS, lambda db: treat_words(db, pair, annotator=me))

    def forget_words(self, pair: WordPairId) -> None:
        """Leave a pair of words to the rules again."""
        self._session.submit(Command.FORGET_WORDS, lambda db: forget_words(db, pair))

    def forget(self, decisions: Sequence[DecisionId]) -> None:
        """Leave to the rules what was decided."""
        self._session.submit(Command.LEAVE_TO_RULES, lambda db: forget_decisions(db, decisions))

    def leave_to_rules(self, variant: Variant) -> None:
        """Leave a variant to the rules: its own decision goes, else its words leave the list."""
        decisions = self.about_variant(variant)
        if decisions:
            self.forget(decisions)
            return
        pair = self.listed(variant)
        if pair is not None:
            self.forget_words(pair.id)

    def listed(self, variant: Variant) -> KeptWords | None:
        """Return the pair of the list by which a variant has its class."""
        if variant.reason.kind is not ReasonKind.LISTED:
            return None
        words = sorted(_plain(text) for text in self.words_of(variant))
        pairs = (
            (kept, sorted((_plain(kept.pair.one), _plain(kept.pair.other))))
            for kept in self.words()
        )
        return next((kept for kept, both in pairs if both == words), None)

    def _sides(self) -> tuple[Side, Side]:
        base, version = self._reading.base, self._reading.version
        if base is None or version is None:
            raise RuntimeError("nothing is compared")
        return base, version


def _pairs(sentence: Sentence, own: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield pairs of the base's and the version's sentences."""
    for span in own:
        for partner in sentence.partners:
            yield (span, partner) if sentence.is_of_base else (partner, span)


def _end(decision: Decision, sentence: Sentence) -> Span:
    return decision.base if sentence.is_of_base else decision.version


def _plain(words: str) -> str:
    return words.casefold().removesuffix("’s").removesuffix("'s")
