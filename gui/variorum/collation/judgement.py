"""Judge what no proof explains: could a fact-checker care, and about what first?

The order is that of collation.md: negation, figure, date and time, quotation, attribution,
name, place, certainty, detail, claim.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from variorum.collation.alignment import Block
from variorum.collation.forms import Form
from variorum.collation.lexicons import calendar, numbers, places, reporting, units, words
from variorum.collation.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule


def judge(pair: Pair, block: Block) -> Proof:
    """Return the rule of substance for a block that nothing proved."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    kind = ReasonKind.CHANGED if base and version else ReasonKind.CUT if base else ReasonKind.ADDED
    if pair.quoted(block) or _marks_a_quotation(base, version):
        return Proof(Rule.QUOTATION, block, kind)
    for rule, differs in _JUDGES:
        if differs(pair, block, base, version):
            return Proof(rule, block, kind)
    if base and version:
        return Proof(Rule.CLAIM, block, kind)
    return Proof(Rule.DETAIL_CUT if base else Rule.DETAIL_ADDED, block, kind)


def _marks_a_quotation(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether quotation marks came or went."""
    count = [sum(f.folded in {'"', "'"} for f in forms) for forms in (base, version)]
    return count[0] != count[1]


def _keys(forms: Sequence[Form], wanted: Callable[[str], bool]) -> Counter[str]:
    return Counter(key for form in forms for key in form.keys if wanted(key))


def _negation(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    negations = words().negations
    return _keys(base, negations.__contains__) != _keys(version, negations.__contains__)


def _is_figure(key: str) -> bool:
    table, measures = numbers(), units()
    return (
        key[0].isdigit()
        or key in table.magnitudes
        or key in table.vague
        or key in measures.sizes
        or key in measures.currency_words
    )


def _figure(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    if _dated(pair, block, base, version):
        return False
    return _keys(base, _is_figure) != _keys(version, _is_figure)


def _dated(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether the figures of a block are days or years of a date."""
    both = (*base, *version)
    if any(_is_calendar(key) for form in both for key in form.keys):
        return True
    around: list[Form] = []
    for side, start, end in (
        (pair.base, block.base_start, block.base_end),
        (pair.version, block.version_start, block.version_end),
    ):
        around += [*side.forms[max(start - 1, 0) : start], *side.forms[end : end + 1]]
    short = all(len(key) in (1, 2, 4) for form in both for key in form.keys if key[0].isdigit())
    months = any(key in calendar().months for form in around for key in form.keys)
    years = all(
        len(key) == 4 and key[:2] in {"18", "19", "20"}
        for form in both
        for key in form.keys
        if key[0].isdigit()
    )
    return short and (months or years) and any(key[0].isdigit() for f in both for key in f.keys)


def _is_calendar(key: str) -> bool:
    table = calendar()
    return key in table.months or key in table.days or key in table.relative


def _is_time(key: str) -> bool:
    return _is_calendar(key) or key in calendar().times


def _date_time(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    if _keys(base, _is_time) != _keys(version, _is_time):
        return True
    figures = [_keys(forms, lambda key: key[0].isdigit()) for forms in (base, version)]
    return figures[0] != figures[1] and _dated(pair, block, base, version)


def _attribution(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    said = [
        Counter(f.lower for f in forms if f.lower in reporting() or f.lower == "according")
        for forms in (base, version)
    ]
    return said[0] != said[1]


def _names(forms: Sequence[Form]) -> Counter[str]:
    return Counter(
        f.keys[0]
        for f in forms
        if f.keys and (f.name or f.honorific) and f.keys[0] not in words().function
    )


def _name(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether names differ; the first word of a sentence proves no name by its capital."""
    base = _without_start(base, starts=pair.base.starts_sentence(block.base_start) if base else False)
    version = _without_start(
        version, starts=pair.version.starts_sentence(block.version_start) if version else False
    )
    one, other = _names(base), _names(version)
    changed = (one - other) + (other - one)
    return any(name not in places().words for name in changed)


def _without_start(forms: Sequence[Form], *, starts: bool) -> Sequence[Form]:
    return forms[1:] if starts else forms


def _place(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    known = places().words
    return _keys(base, known.__contains__) != _keys(version, known.__contains__)


def _certainty(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    hedges = words().hedges
    return _keys(base, hedges.__contains__) != _keys(version, hedges.__contains__)


Judge = Callable[[Pair, Block, Sequence[Form], Sequence[Form]], bool]
_JUDGES: tuple[tuple[Rule, Judge], ...] = (
    (Rule.NEGATION, _negation),
    (Rule.FIGURE, _figure),
    (Rule.DATE_TIME, _date_time),
    (Rule.ATTRIBUTION, _attribution),
    (Rule.NAME, _name),
    (Rule.PLACE, _place),
    (Rule.CERTAINTY, _certainty),
)
