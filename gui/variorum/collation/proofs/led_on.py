"""Tell whether an introduction takes the words behind it for its own once its comma is gone.

"In short, skirts were banned" and "in short skirts were banned" tell two things.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import calendar
from variorum.collation.reading.forms import Form, in_small

_QUOTES = frozenset({'"', "'"})
_EACH = frozenset({"a", "an", "each", "every"})


def is_led_on(earlier: Sequence[Form], rest: Sequence[Form]) -> bool:
    """Tell whether what stands before a comma leads on to what stands behind it."""
    spoken = [form for form in earlier if form.folded not in _QUOTES]
    if not spoken or not rest or not rest[0].word:
        return False
    text = in_small(spoken)
    if text in clauses().prepositions:
        return True
    if text in {"then", "by then"}:
        # Of an office "then" tells who held it: then President Finch.
        return rest[0].title
    if text == "once":
        spans = clauses().rated | calendar().times
        return rest[0].lower in _EACH and len(rest) > 1 and rest[1].lower in spans
    return text in clauses().led_on and _is_bare_noun(rest[0])


def _is_bare_noun(form: Form) -> bool:
    """Tell whether a word may be a noun that nothing leads."""
    plain = form.surface.islower() and not form.little and not form.figures
    return plain and not form.lower.endswith("ly")
