"""What a person decided about two versions: which sentences belong together, which class holds.

Decisions stand on spans, never on numbers of sentences or variants: an article's text never
changes, but where a sentence ends and how far a variant reaches may, with every new rule.
Where two decisions exclude each other, the later one stands.
"""

import hashlib
from dataclasses import dataclass, replace

from variorum.collation.values import ClassDecision, LinkDecision, Variant, VariantClass
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class WordPair:
    """Hold two words, or two short rows of words, whose exchange always has one class.

    The pair holds both ways, whatever the capitals.
    """

    one: str
    other: str
    variant_class: VariantClass


@dataclass(frozen=True, slots=True)
class Decisions:
    """Hold what was decided about a base and a version, the oldest first."""

    links: tuple[LinkDecision, ...] = ()
    classes: tuple[ClassDecision, ...] = ()
    words: tuple[WordPair, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was decided."""
        return bool(self.links or self.classes or self.words)

    def mirrored(self) -> "Decisions":
        """Return the decisions as seen from the other side."""
        return Decisions(
            tuple(replace(one, base=one.version, version=one.base) for one in self.links),
            tuple(replace(one, base=one.version, version=one.base) for one in self.classes),
            self.words,
        )

    @property
    def digest(self) -> str:
        """Return a hash that differs where the decisions do; nothing where there are none."""
        return hashlib.sha256(repr(self).encode()).hexdigest() if self else ""


NO_DECISIONS = Decisions()


def is_about(decision: ClassDecision, variant: Variant) -> bool:
    """Tell whether a person's decision holds for a variant."""
    return _within(variant.base, decision.base) and _within(variant.version, decision.version)


def _within(span: Span, decided: Span) -> bool:
    """Tell whether a span lies within another; an empty one within an empty one near by.

    Where an insertion stands may shift by a word with a new rule: its other end tells.
    """
    if not len(decided):
        return not len(span)
    return decided.covers(span)
