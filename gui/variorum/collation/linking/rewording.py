"""Weigh whether a pair of sentences that are only a little alike is a rewording.

Two outlets tell one fact in other words, and two facts of one story share its names and its topic.
What tells them apart is how much agrees, how much of it in one order, and above all what each
article tells once: a word or a name that stands in one sentence on each side is hardly there by
chance, while what a story is about stands in many. The weights follow a logistic regression over
824 pairs of sentences judged by hand (tests/benchmarks/labels/README.md), made round.
"""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from variorum.collation.linking.candidates import Candidate
from variorum.collation.reading.units import Unit
from variorum.text import PassageKind

ORDER = 0.75
"""What the share of words in order adds; the share of keys that agree adds as it is."""
ONCE = 0.16
"""What each word or name adds that each article tells once."""
MOST_ONCE = 4
SENTENCES = 2
"""Sentences of the shorter article for each of them: in a story of three all is told once."""
LEAD = 0.1
"""What it adds that both open their story: two leads of one story tell its news."""
LEAST_LEAD = 5
"""Keys that matter of a lead; what has fewer is a dateline or a label."""
OTHER_FIGURES = 0.13
"""What figures take away that are all others."""
_LINES = frozenset({PassageKind.HEADLINE, PassageKind.CROSSHEAD})


class Told:
    """Know which words each article tells once, and weigh pairs of sentences by them.

    Sentences and headlines are counted apart: a headline says what the story says again.
    """

    def __init__(self, base: Sequence[Unit], version: Sequence[Unit]) -> None:
        """Take the sentences of both sides; what they tell is counted when it is asked for."""
        self._base, self._version = base, version
        self._leads = _lead(base), _lead(version)
        self._most = min(MOST_ONCE, min(len(base), len(version)) // SENTENCES)
        self._once: dict[bool, frozenset[str]] = {}
        self._known: dict[tuple[int, int], float] = {}

    def rewording(self, pair: Candidate) -> float:
        """Return how much speaks for a pair: from about 0.85 on more are rewordings than are none."""
        numbers = pair.base, pair.version
        found = self._known.get(numbers)
        if found is None:
            found = self._known[numbers] = self._weigh(pair)
        return found

    def _weigh(self, pair: Candidate) -> float:
        one, other = self._base[pair.base], self._version[pair.version]
        lines = one.kind in _LINES or other.kind in _LINES
        once = one.bag & other.bag & self._told_once(lines=lines)
        found = pair.score + ORDER * Indel.normalized_similarity(one.keys, other.keys)
        found += ONCE * min(_told(one, other, once, names=not lines), self._most)
        if (pair.base, pair.version) == self._leads:
            found += LEAD
        if one.figures and other.figures and one.figures.isdisjoint(other.figures):
            found -= OTHER_FIGURES
        return found

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


def _told(one: Unit, other: Unit, once: frozenset[str], *, names: bool) -> int:
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


def _plain(unit: Unit, once: frozenset[str]) -> frozenset[str]:
    """Return which keys a sentence writes in small letters, or in figures."""
    return frozenset(
        [
            key
            for form in unit.forms
            if form.figures or form.surface[0].islower()
            for key in form.heavy
            if key in once
        ]
    )
