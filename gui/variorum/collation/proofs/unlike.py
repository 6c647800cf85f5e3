"""Prove parts of a block that show no likeness at all: only what words mean can prove them.

Most parts of unproved blocks are such, and they need not be asked whether they are one form.
"""

from collections.abc import Sequence

from variorum.collation.proofs.clauses import prove_here
from variorum.collation.proofs.little_words import prove_little
from variorum.collation.proofs.meaning import prove_each_meaning, prove_meaning
from variorum.collation.proofs.needs import Choice
from variorum.collation.proofs.ordered import NEEDS
from variorum.collation.proofs.people import prove_reference
from variorum.collation.proofs.phrases import prove_phrase
from variorum.collation.proofs.references import prove_body, prove_pronoun
from variorum.collation.proofs.tenses import prove_tense
from variorum.collation.proofs.wording import (
    prove_attribution,
    prove_reporting_verb,
    prove_synonym,
)
from variorum.collation.reading.forms import Form

UNLIKE = Choice(
    (
        prove_tense,
        prove_little,
        prove_synonym,
        prove_phrase,
        prove_meaning,
        prove_each_meaning,
        prove_reporting_verb,
        prove_attribution,
        prove_reference,
        prove_body,
        prove_pronoun,
        prove_here,
    ),
    NEEDS,
)
"""The proofs that need neither marks, names and figures nor letters in common; in their order."""


def are_unlike(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether words are plain on both sides, and begin with other letters."""
    plain = all(
        form.word and not (form.name or form.title or form.honorific or form.figures)
        for form in (*base, *version)
    )
    return plain and {f.lower[:1] for f in base}.isdisjoint(f.lower[:1] for f in version)
