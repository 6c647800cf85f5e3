"""Prove that who speaks is told in the sentence beside: "A," she said. "B." or "A. B," she said."""

from collections.abc import Sequence

from variorum.collation.lexicons.words import Strength, people, reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_MARKS = frozenset({",", ".", '"', "'"})
_SPEAKERS = frozenset(
    {
        "he", "she", "they", "it", "the", "a", "an", "police", "officials", "official", "source", "sources", "ministry", "company", "government",
        "agency", "army", "court", "bank", "union", "statement", "report", "witness", "analyst", "analysts",
    }
)  # fmt: skip
_MOST = 6
_BACK = 2
"""How many sentences away the clause may stand, nothing but the quotation between."""


def prove_said_beside(pair: Pair, block: Block) -> Proof | None:
    """Prove that a clause of saying only went to another sentence of the same quotation."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    clauses = [[form for form in forms if form.word] for forms in (base, version)]
    marks = {form.folded for form in (*base, *version) if not form.word}
    if bool(clauses[0]) == bool(clauses[1]) or not marks <= _MARKS:
        return None
    own, other = (pair.base, pair.version) if clauses[0] else (pair.version, pair.base)
    clause = clauses[0] or clauses[1]
    if not _says(clause):
        return None
    start = block.base_start if clauses[0] else block.version_start
    place = block.version_start if clauses[0] else block.base_start
    homes = own.homes[start], other.homes[min(place, len(other.homes) - 1)]
    wanted = sorted(form.lower for form in clause)
    runs = [
        [n for n in _quoted_near(side, home) if _holds(side, n, wanted)]
        for side, home in ((own, homes[0]), (other, homes[1]))
    ]
    if homes[0] not in runs[0] or len(runs[0]) != len(runs[1]) or homes[1] in runs[1]:
        return None
    return Proof(Rule.ORDER, block, ReasonKind.SAME_SPEAKER)


def _says(clause: Sequence[Form]) -> bool:
    """Tell whether words are a short clause with one neutral verb of saying, and who says it."""
    verbs = [f for f in clause if reporting().get(f.lower) is Strength.NEUTRAL]
    others = [f for f in clause if f.lower not in reporting()]
    named = all(
        f.name or f.honorific or f.title or f.lower in _SPEAKERS or f.lower in people().bodies
        for f in others
    )
    return len(verbs) == 1 and 1 < len(clause) <= _MOST and len(others) == len(clause) - 1 and named


def _quoted_near(side: Side, home: int) -> list[int]:
    """Return the sentences around one that a quotation reaches without a break."""
    quotes = side.analysis.quotes_by_unit
    found: list[int] = []
    for step in (-1, 1):
        number = home if step > 0 else home - 1
        while number in quotes and abs(number - home) <= _BACK:
            found.append(number)
            number += step
    return found


def _holds(side: Side, number: int, clause: Sequence[str]) -> bool:
    """Tell whether a sentence has the words of a clause in one run, in any order."""
    row = [form.lower for form in side.analysis.units[number].forms if form.word]
    size = len(clause)
    return any(sorted(row[n : n + size]) == clause for n in range(len(row) - size + 1))
