"""Weigh whether a pair of sentences that are only a little alike is a rewording.

Two outlets tell one fact in other words, and two facts of one story share its names and its topic.
What tells them apart is how much agrees, how much of it in one order, and above all what each
article tells once: a word or a name that stands in one sentence on each side is hardly there by
chance, while what a story is about stands in many. All of it is weighed twice, with and without the
words that only say who said the rest: a chairman with all his titles may say two things. The weights
follow a logistic regression over 809 pairs of sentences judged by hand
(tests/benchmarks/labels/README.md), made round.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from variorum.collation.linking.candidates import Candidate, Weights
from variorum.collation.reading.clauses import attributed
from variorum.collation.reading.forms import Form
from variorum.collation.reading.units import Unit
from variorum.text import PassageKind

ORDER = 0.7
"""What the share of words in order adds; the share of keys that agree adds as it is."""
ONCE = 0.15
"""What each word or name adds that each article tells once."""
MOST_ONCE = 4
SENTENCES = 2
"""Sentences of the shorter article for each of them: in a story of three all is told once."""
SAID = 0.1
"""The least that two sentences have in common of what they say themselves."""
SPEAKER = 3
"""Keys of a speaker that both name, with office and house: a bare "he reported" tells nobody."""
REST = 0.4
"""The least share of a sentence that is left without who said it: with less it was misread."""
UNSURE = 0.65, 1.5
"""Between these it is asked again without who said it."""
LEAD = 0.1
"""What it adds that both open their story: two leads of one story tell its news."""
LEAST_LEAD = 5
"""Keys that matter of a lead; what has fewer is a dateline or a label."""
OTHER_FIGURES = 0.13
"""What figures take away that are all others."""
_LINES = frozenset({PassageKind.HEADLINE, PassageKind.CROSSHEAD})


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold a sentence's words, or those of them that do not only say who said the rest."""

    forms: Sequence[Form]
    keys: tuple[str, ...]
    bag: frozenset[str]
    weight: float


class Told:
    """Know which words each article tells once, and weigh pairs of sentences by them.

    Sentences and headlines are counted apart: a headline says what the story says again.
    """

    def __init__(self, base: Sequence[Unit], version: Sequence[Unit], weights: Weights) -> None:
        """Take the sentences of both sides; what they tell is counted when it is asked for."""
        self._base, self._version, self._weights = base, version, weights
        self._leads = _lead(base), _lead(version)
        self._most = min(MOST_ONCE, min(len(base), len(version)) // SENTENCES)
        self._once: dict[bool, frozenset[str]] = {}
        self._known: dict[tuple[int, int], float] = {}
        self._said: tuple[dict[int, _Words | None], dict[int, _Words | None]] = {}, {}

    def rewording(self, pair: Candidate) -> float:
        """Return how much speaks for a pair: from about 0.8 on more are rewordings than are none."""
        numbers = pair.base, pair.version
        found = self._known.get(numbers)
        if found is None:
            found = self._known[numbers] = self._weigh(*numbers)
        return found

    def only_same_speaker(self, pair: Candidate) -> bool:
        """Tell whether two sentences agree in who speaks and in next to nothing of what is said."""
        one, other = self._base[pair.base], self._version[pair.version]
        said, also = self._said_by(0, one), self._said_by(1, other)
        if said is None or also is None:
            return False
        common = said.bag & also.bag
        if len(one.bag & other.bag) - len(common) < SPEAKER:
            return False
        return 2 * self._weights.of(common) < SAID * (said.weight + also.weight)

    def told_once(self, one: Unit, other: Unit, own: frozenset[str]) -> int:
        """Return how many of some keys of two sentences each article tells once.

        What the first names only to say who said the rest does not count.
        """
        lines = one.kind in _LINES or other.kind in _LINES
        source = attributed(one.forms)
        said = frozenset([k for n, f in enumerate(one.forms) if n not in source for k in f.heavy])
        here = _Words(one.forms, one.keys, one.bag, 0.0)
        there = _Words(other.forms, other.keys, other.bag, 0.0)
        found = _told(here, there, own & said & self._told_once(lines=lines), names=not lines)
        return min(found, self._most)

    def _weigh(self, base: int, version: int) -> float:
        one, other = self._base[base], self._version[version]
        lines = one.kind in _LINES or other.kind in _LINES
        once = self._told_once(lines=lines)
        whole = (
            _Words(one.forms, one.keys, one.bag, self._weights.base[base]),
            _Words(other.forms, other.keys, other.bag, self._weights.version[version]),
        )
        found = self._agree(*whole, once, names=not lines)
        if UNSURE[0] < found < UNSURE[1]:
            said = self._said_by(0, one), self._said_by(1, other)
            if said[0] or said[1]:
                rest = self._agree(said[0] or whole[0], said[1] or whole[1], once, names=not lines)
                found = (found + rest) / 2
        if (base, version) == self._leads:
            found += LEAD
        if one.figures and other.figures and one.figures.isdisjoint(other.figures):
            found -= OTHER_FIGURES
        return found

    def _agree(self, one: _Words, other: _Words, once: frozenset[str], *, names: bool) -> float:
        common = one.bag & other.bag
        if not common:
            return 0.0
        found = 2 * self._weights.of(common) / (one.weight + other.weight)
        found += ORDER * Indel.normalized_similarity(one.keys, other.keys)
        return found + ONCE * min(_told(one, other, common & once, names=names), self._most)

    def _said_by(self, side: int, unit: Unit) -> _Words | None:
        """Return a sentence without what says who said it, None where nothing does."""
        if unit.number not in self._said[side]:
            self._said[side][unit.number] = self._without_source(unit)
        return self._said[side][unit.number]

    def _without_source(self, unit: Unit) -> _Words | None:
        source = attributed(unit.forms)
        if not source:
            return None
        forms = [form for place, form in enumerate(unit.forms) if place not in source]
        bag = frozenset([key for form in forms for key in form.heavy])
        weight = self._weights.of(bag)
        if weight < REST * self._weights.of(unit.bag):
            return None
        return _Words(forms, tuple([key for form in forms for key in form.keys]), bag, weight)

    def _told_once(self, *, lines: bool) -> frozenset[str]:
        """Return the keys that stand in one sentence of each side, or in one headline."""
        if lines not in self._once:
            base, version = (
                Counter(key for u in side if (u.kind in _LINES) is lines for key in u.bag)
                for side in (self._base, self._version)
            )
            self._once[lines] = frozenset(k for k, n in base.items() if n == 1 == version[k])
        return self._once[lines]


def _lead(units: Sequence[Unit]) -> int:
    """Return the number of the first sentence of a story, -1 without one."""
    leads = (u.number for u in units if u.kind not in _LINES and len(u.bag) >= LEAST_LEAD)
    return next(leads, -1)


def _told(one: _Words, other: _Words, once: frozenset[str], *, names: bool) -> int:
    """Count words, and names if asked: the managing director of a fund is one, not seven.

    A name in a headline says no more than what the story is about.
    """
    if not once:
        return 0
    plain = _plain(one, once) | _plain(other, once)
    if not names:
        return len(plain)
    count, within = len(plain), False
    for form in one.forms:
        if form.word and not form.little:
            here = not (once.isdisjoint(form.heavy) or plain.issuperset(form.heavy))
            count += here and not within
            within = here
    return count


def _plain(words: _Words, once: frozenset[str]) -> frozenset[str]:
    """Return which keys a sentence writes in small letters, or in figures."""
    return frozenset(
        [
            key
            for form in words.forms
            if form.figures or form.surface[0].islower()
            for key in form.heavy
            if key in once
        ]
    )
