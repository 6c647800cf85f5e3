"""Tell which words of a sentence say something, and which of these live on in another sentence.

Who said it, a name, a subject, and what a relative clause says of it are lent to whatever stands
beside them; a sentence lives on in another where words of what it says itself stand there in one run.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from variorum.collation.linking.candidates import Weights
from variorum.collation.reading.clauses import attributed, of_main_clause, verb_of
from variorum.collation.reading.forms import Form
from variorum.collation.reading.units import Unit

SAID = 4
"""Keys of what a sentence says, in one run, that make a clause of it."""
LEAST_SAID, LONG = 2, 6
"""The same of a run of so many words, names among them."""
WORTH = 3.5
"""How much they weigh, in keys that stand once on each side: many articles say "debt crisis" often."""
EXACT, EXACT_WHOLE = 3, 5
"""Digits from which on a figure, with a point or without, is hardly told of two things."""
FIGURES = 2
"""Exact figures that make a clause, whatever words stand around them."""


def is_exact(figure: str) -> bool:
    """Tell whether a figure has so many digits that it is hardly told of two things: $41.25."""
    digits = sum(c.isdigit() for c in figure)
    return digits >= EXACT if "." in figure.rstrip(".") else digits >= EXACT_WHOLE


def is_name(form: Form) -> bool:
    """Tell whether a word names somebody or something, or is written like a name."""
    return form.name or (form.word and not form.folded.islower() and not form.figures)


def tells_clause(unit: Unit, whole: Unit, own: frozenset[str], weights: Weights) -> bool:
    """Tell whether a clause of a sentence stands in another that nothing else tells.

    `own` are the keys of both that no other part has.
    """
    if sum(map(is_exact, own & unit.figures & whole.figures)) >= FIGURES:
        return True
    least = WORTH * weights.once
    if weights.of(own) < least:
        return False
    runs = [
        (start, end)
        for start, end in _runs(unit.keys, whole.keys)
        if weights.of(own.intersection(unit.keys[start:end])) >= least
    ]
    if not runs:
        return False
    says = _says(unit)
    for start, end in runs:
        said = {unit.keys[n] for n in range(start, end) if says[n]} & own
        if len(said) >= (LEAST_SAID if end - start >= LONG else SAID):
            return True
    return False


def _runs(keys: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """Return where keys stand in one order in two sentences, with no more than a key between them."""
    runs: list[tuple[int, int, int]] = []
    for code in Indel.opcodes(keys, others):
        if code.tag != "equal":
            continue
        start, end = code.src_start, code.src_end
        if runs and start - runs[-1][1] <= 1 and code.dest_start - runs[-1][2] <= 1:
            start = runs.pop()[0]
        runs.append((start, end, code.dest_end))
    return [(start, end) for start, end, _ in runs]


def _says(unit: Unit) -> list[bool]:
    """Return of each key of a sentence whether it is of what the sentence says itself.

    That begins with its verb: what the verb is said of may be the subject of many sentences.
    """
    said, main = attributed(unit.forms), frozenset(of_main_clause(unit.forms))
    verb = verb_of(
        unit.forms, said | {n for n, f in enumerate(unit.forms) if f.lower.endswith("ing")}
    )
    begin = verb if verb < len(unit.forms) else 0
    return [
        place >= begin and place in main and place not in said and not is_name(form)
        for place, form in enumerate(unit.forms)
        for _ in form.keys
    ]
