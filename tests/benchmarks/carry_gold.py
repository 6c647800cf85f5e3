"""Say where words of a labelled pair live on, from the labels alone.

Within linked sentences the words between two labelled places are equal, word by word; so the
labels say of every word where it went. Spans are drawn as readers mark: whole sentences, runs
of words, runs from one sentence into the next, words of sentences that were cut.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from labelled_pairs import GoldLink, LabelledPair, Place

from variorum.annotations.words import ink
from variorum.collation.values import QUIET_CLASSES
from variorum.text import Span

_WORD = re.compile(r"\S+")
_RUNS_A_SENTENCE = 6
_LONGEST_RUN = 14
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Tie:
    """Tie words of the base to words of the version; a place where the two are not equal."""

    base: Span
    version: Span
    place: Place | None = None

    @property
    def lives(self) -> bool:
        """Tell whether the words mean what they meant: equal, or in another style."""
        return self.place is None or (
            self.place.variant_class in QUIET_CLASSES and len(self.version) > 0
        )


@dataclass(frozen=True, slots=True)
class Gold:
    """Hold a span of the base and where its words are in the version."""

    span: Span
    there: Span | None
    """None where they live no more."""
    all_live: bool
    """Whether every word lives on, and nothing stands among them that is not theirs."""
    again: tuple[Span, ...] = ()
    """Where the version repeats the very sentence, such as a page's title: as right."""


@dataclass(frozen=True, slots=True)
class GoldSpans:
    """Hold the spans drawn from a pair."""

    spans: tuple[Gold, ...]
    unsure: int
    """Spans left out, because the labels do not say where they went."""


def draw(pair: LabelledPair) -> GoldSpans:
    """Draw spans from a pair, always the same."""
    chance = random.Random(pair.name)
    drawer = _Drawer(pair)
    found: list[Gold] = []
    unsure = 0
    for span in _spans(pair, chance):
        gold = drawer.judge(span)
        if gold is None:
            unsure += 1
        else:
            found.append(gold)
    return GoldSpans(tuple(found), unsure)


def _spans(pair: LabelledPair, chance: random.Random) -> Iterator[Span]:
    """Yield whole sentences and runs of words within one or two of them."""
    text, sentences = pair.base.text, pair.base.sentences
    for number, sentence in enumerate(sentences):
        yield sentence
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        for turn in range(_RUNS_A_SENTENCE):
            here = [Span(*m.span()) for m in _WORD.finditer(text, *_ends(sentence))]
            if turn == 0 and following is not None:
                here += [Span(*m.span()) for m in _WORD.finditer(text, *_ends(following))]
            first = chance.randrange(len(here))
            last = min(len(here) - 1, first + chance.randrange(_LONGEST_RUN))
            yield Span(here[first].start, here[last].end)


class _Drawer:
    """Judge spans by the labels of a pair."""

    def __init__(self, pair: LabelledPair) -> None:
        self._pair = pair
        self._ties: list[Tie] = []
        self._unsure: list[Span] = []
        self._sentence_of = {span: number for number, span in enumerate(pair.base.sentences)}
        linked: set[int] = set()
        for link in pair.links:
            linked |= link.base
            self._tie(link)
        self._ties.sort(key=lambda tie: (tie.base, tie.version))
        self._alone = [s for n, s in enumerate(pair.base.sentences) if n not in linked]

    def judge(self, span: Span) -> Gold | None:
        """Say where a span went; None when the labels do not tell."""
        if any(_meet(span, part) for part in self._unsure) or self._is_repeated(span):
            return None
        inside = [tie for tie in self._ties if _meet(tie.base, span) or _inside(tie.base, span)]
        if any(not span.covers(tie.base) for tie in inside):
            return None
        text = self._pair.base.text
        whole = ink(text, span)
        living = [tie for tie in inside if tie.lives and len(tie.base)]
        cut = sum(ink(text, _common(span, sentence)) for sentence in self._alone)
        if not living and cut < whole:
            return None
        alive = sum(ink(text, tie.base) for tie in living)
        if not alive:
            return Gold(span, None, all_live=False)
        return self._there(span, inside, living, is_all=alive == whole)

    def _there(
        self, span: Span, inside: Sequence[Tie], living: Sequence[Tie], *, is_all: bool
    ) -> Gold | None:
        """Return the stretch of a span that lives, if its ends do and it stands together."""
        words = [tie for tie in inside if len(tie.base)]
        in_order = [tie.version for tie in living]
        if not (words[0].lives and words[-1].lives) or in_order != sorted(in_order):
            return None
        there = Span(in_order[0].start, in_order[-1].end)
        text, version = self._pair.base.text, self._pair.version.text
        own = sum(ink(version, part) for part in in_order)
        alive = sum(ink(text, tie.base) for tie in living)
        if own <= _HALF * ink(version, there) or alive <= _HALF * ink(text, span):
            return None
        again = tuple(self._repeats(there))
        return Gold(span, there, all_live=is_all and own == ink(version, there), again=again)

    def _repeats(self, there: Span) -> Iterator[Span]:
        """Yield a span's places in repetitions, to the word, of the sentence that it is in."""
        side = self._pair.version
        for repeat, number in side.repeats:
            home = side.sentences[number]
            same = repeat.of(side.text) == home.of(side.text)
            if same and home.start <= there.start and there.end <= home.end:
                yield there.shifted(repeat.start - home.start)

    def _is_repeated(self, span: Span) -> bool:
        return any(_meet(span, repeat) for repeat, _ in self._pair.base.repeats)

    def _tie(self, link: GoldLink) -> None:
        """Tie the words of a link; a link whose words do not fit its labels is left out."""
        pair = self._pair
        base = sorted(pair.base.sentences[number] for number in link.base)
        version = sorted(pair.version.sentences[number] for number in link.version)
        places = sorted(
            (p for p in pair.places if _holds(base, p.base) and _holds(version, p.version)),
            key=lambda place: (place.base, place.version),
        )
        ties: list[Tie] = []
        here, there = base[0].start, version[0].start
        for place in (*places, None):
            ends = (
                (place.base.start, place.version.start)
                if place
                else (base[-1].end, version[-1].end)
            )
            ours = list(_words(pair.base.text, base, here, ends[0]))
            theirs = list(_words(pair.version.text, version, there, ends[1]))
            if [w.of(pair.base.text) for w in ours] != [w.of(pair.version.text) for w in theirs]:
                self._unsure += base
                return
            ties += map(Tie, ours, theirs)
            if place:
                ties.append(Tie(place.base, place.version, place))
                here, there = place.base.end, place.version.end
        self._ties += ties


def _words(text: str, spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    for span in spans:
        for match in _WORD.finditer(text, max(start, span.start), min(end, span.end)):
            yield Span(*match.span())


def _holds(spans: Iterable[Span], one: Span) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in spans)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(point: Span, span: Span) -> bool:
    """Tell whether an empty span stands inside another, not at its ends."""
    return not len(point) and span.start < point.start < span.end


def _common(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
