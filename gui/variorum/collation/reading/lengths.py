"""Tell whether "m" behind a figure may stand for metres, and not for millions."""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.reading.forms import Form

_METRES = re.compile(r"\d[\d.,]*[mM]")


def may_be_length(forms: Sequence[Form], after: Form | None) -> bool:
    """Tell whether the word that follows shows a length: 50m long, the 100m final."""
    glued = any(_METRES.fullmatch(form.folded) for form in forms)
    return glued and after is not None and after.lower in clauses().distances
