"""Tell a sentence that was parted from one that only the cutting into sentences parted.

"... of the U.S. So that he" against "... of the U.S. so that he": the words run on in both, and
no mark ends a sentence in one that does not stand in the other.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from variorum.collation.reading.units import Unit
from variorum.collation.values import Rule, VariantClass
from variorum.text import Span

Difference = tuple[Span, VariantClass, Rule]


def is_parted(units: Sequence[Unit], differences: Iterable[Difference]) -> bool:
    """Tell whether something else than a capital differs where sentences of one side meet.

    `differences` are the variants of the link as they stand on that side. Where a passage ends
    a sentence ends too, whatever the other article says.
    """
    if len(units) < 2:
        return False
    loud = [
        span
        for span, variant_class, rule in differences
        if variant_class is not VariantClass.TYPOGRAPHY and rule is not Rule.CAPITALISATION
    ]
    return any(
        after.number - before.number > 1
        or after.passage != before.passage
        or any(s.end >= before.span.end and s.start <= after.span.start for s in loud)
        for before, after in pairwise(units)
    )
