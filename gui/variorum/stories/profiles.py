"""What is compared of an article: its words, its lead, its names and figures, its day."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, cached_property

from variorum.collation.lexicons import words as lexicons
from variorum.stories.days import day_of
from variorum.stories.fingerprints import (
    fingerprint_of,
    own_words_of,
    story_texts,
    words_of,
)
from variorum.stories.names import NAME, letters_of, plain
from variorum.text import Article, PartialDate
from variorum.wire.lexicon import MONTH_OF_NAME, STOP_WORDS, WEEKDAYS

_LEAD = 400
_FIGURE = re.compile(r"\d++(?:[.,/\-\u00a0\u202f ]\d++)*+")
_NO_DIGIT = re.compile(r"\D+")
_STOP_WORDS = frozenset[str]().union(*STOP_WORDS.values())
NO_NAMES = _STOP_WORDS | WEEKDAYS | frozenset(MONTH_OF_NAME)
"""Words that are no names, whatever their case."""


class Profile:
    """Hold what is compared of an article; what is dear is made when it is first asked for.

    So is the article itself where a function is given that reads it, and what it tells where
    another is given: of most that are compared nothing counts but the words, and the day.
    """

    def __init__(
        self,
        article: Article | Callable[[], Article],
        *,
        told: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self._given = article
        self._tell = told

    @cached_property
    def article(self) -> Article:
        """Return the article."""
        return self._given() if callable(self._given) else self._given

    @cached_property
    def told(self) -> Sequence[str]:
        """Return the texts of the story, a passage each, without its dateline."""
        return self._tell() if self._tell is not None else tuple(story_texts(self.article))

    @cached_property
    def words(self) -> list[str]:
        """Return the folded words of the story."""
        return words_of(self.told)

    @cached_property
    def own_words(self) -> list[str]:
        """Return the folded words of the story that stand in no quotation."""
        return own_words_of(self.told)

    @cached_property
    def fingerprint(self) -> frozenset[int]:
        """Return the hashes by which candidates are found."""
        return fingerprint_of(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the words that carry meaning, each once."""
        # A text of nothing but small words still has its words.
        return frozenset(self.words) - _STOP_WORDS or frozenset(self.words)

    @cached_property
    def density(self) -> float:
        """Return the share of figures among the words."""
        figures = sum(word[0].isdigit() for word in self.words)
        return figures / max(1, len(self.words))

    @cached_property
    def lead(self) -> str:
        """Return the beginning of the body, without its dateline."""
        article = self.article
        start = article.dateline.span.end if article.dateline else 0
        body = (
            article.words_of(passage)
            for passage in article.passages
            if passage.kind.is_story
            and passage.words.start >= start
            and article.words_of(passage) != article.headline
        )
        dateline_rest = next(
            (
                article.text[start : passage.words.end]
                for passage in article.passages
                if start and passage.words.start < start <= passage.words.end
            ),
            "",
        )
        return " ".join([dateline_rest, *body])[:_LEAD]

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words with a capital in the lead, folded."""
        found = (match.group() for match in NAME.finditer(self.lead))
        capitals = (word for word in found if len(word) > 1 and word[0].isupper())
        return frozenset(map(plain, capitals)) - NO_NAMES - _never_names()

    @cached_property
    def place(self) -> frozenset[str]:
        """Return the words of the dateline's place, as names are compared."""
        dateline = self.article.dateline
        words = NAME.finditer((dateline and dateline.place) or "")
        return frozenset(plain(match.group()) for match in words)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Return the figures in the lead."""
        return _figures(self.lead)

    @cached_property
    def _letters(self) -> bytes:
        """Return the letters of the story, to see which names of another lead can stand in it."""
        return letters_of(self._story)

    @cached_property
    def _spellings(self) -> frozenset[str]:
        """Return the words of the story as they stand, to look names of another lead up."""
        return frozenset(NAME.findall(self._story))

    @cached_property
    def all_figures(self) -> frozenset[str]:
        """Return all figures of the story."""
        return _figures(self._story)

    @property
    def _story(self) -> str:
        passages = (passage for passage in self.article.passages if passage.kind.is_story)
        return " ".join(map(self.article.words_of, passages))

    def strange_names(self, names: frozenset[str]) -> frozenset[str]:
        """Return those of another lead's names that stand nowhere here."""
        # Most stand here as they are, and of the others hardly one even within a word. Only for such
        # are words made plain, and of those only that begin alike, or with a letter that may lose its
        # accent.
        unknown = names - self.vocabulary
        first = {name[:1] for name in unknown if letters_of(name) in self._letters}
        if not first:
            return unknown
        alike = (w for w in self._spellings if w[0].lower() in first or not w[0].isascii())
        return unknown.difference(map(plain, alike))

    @cached_property
    def day(self) -> date | PartialDate | None:
        """Return the day of publication, else what the dateline says of it."""
        dateline = self.article.dateline
        return day_of(self.article.published, dateline and dateline.date)


def _figures(text: str) -> frozenset[str]:
    """Return the digits of each figure, so that 12,000 and 12 000 are one."""
    found = _FIGURE.findall(text)
    return frozenset([each if each.isdecimal() else _NO_DIGIT.sub("", each) for each in found])


@cache
def _never_names() -> frozenset[str]:
    """Return what has a capital and names nothing: forms of address, and words that open a sentence."""
    told, counted, people = lexicons.words(), lexicons.numbers(), lexicons.people()
    openers = told.function | told.starters | lexicons.commas().openers
    return openers.union(counted.vague, counted.units, people.titles, people.honorifics)
