"""Judge what no proof explains by what a fact-checker would care about first.

The order is that of collation.md: negation, figure, date and time, quotation, attribution,
name, place, certainty, detail, claim.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from variorum.collation.lexicons.words import (
    Strength,
    calendar,
    numbers,
    phrases,
    places,
    reporting,
    units,
    words,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.capital_names import is_numbered_name, is_of_place, names_in
from variorum.collation.proofs.features import CLOCK_WORDS, Feature, features_of
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.clauses import attributed, says_otherwise
from variorum.collation.reading.dates import is_day_word, is_month_word
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import (
    AUXILIARIES,
    BEFORE_NOUNS,
    Tense,
    is_form,
    lemma,
    verb_forms,
)
from variorum.collation.values import ReasonKind, Rule


def judge(pair: Pair, block: Block) -> Proof:
    """Return the rule of substance for a block that nothing proved."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    kind = ReasonKind.CHANGED if base and version else ReasonKind.CUT if base else ReasonKind.ADDED
    if pair.quoted(block) or _marks_a_quotation(base, version):
        return Proof(Rule.QUOTATION, block, kind)
    found = _judged(pair, block)
    if kind is ReasonKind.CHANGED:
        return Proof(next(found, Rule.CLAIM), block, kind)
    if not any(form.word for form in (*base, *version)):
        return Proof(Rule.CLAIM, block, kind)
    detail = Rule.DETAIL_CUT if base else Rule.DETAIL_ADDED
    told = sorted(found, key=lambda rule: rule is not Rule.ATTRIBUTION)
    return Proof(next((r for r in told if _is_all(pair, block, r)), detail), block, kind)


def _judged(pair: Pair, block: Block) -> Iterator[Rule]:
    """Yield the rules that a block breaks, in the order of their weight."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    shown = features_of(base) | features_of(version)
    for rule, differs, needed in JUDGES:
        if needed & shown and differs(pair, block, base, version):
            yield rule


def _is_all(pair: Pair, block: Block, rule: Rule) -> bool:
    """Tell whether what came or went says no more than a rule names; else it is a detail.

    A figure, a day, a place, a name or a source is half of its words; beside a negation or a doubt
    there is hardly another.
    """
    side, _, start, end, _ = pair.gone(block)
    heavy = [n for n in range(start, end) if side.forms[n].word and not side.forms[n].little]
    row = side.forms[start:end]
    if rule is Rule.ATTRIBUTION:
        said = attributed(row)
        if _only_sources(row, said):
            return True
        told = sum(n - start in said or _reports(side.forms[n]) for n in heavy)
    else:
        told = sum(_bears(pair, block, rule, n) for n in heavy)
    if rule in _TURNING:
        return len(heavy) - told <= 1
    return 2 * told >= len(heavy)


def _only_sources(row: Sequence[Form], said: AbstractSet[int]) -> bool:
    """Tell whether a stretch begins with its verb of saying, or tells behind it where: said in a speech."""
    first = next((form for form in row if form.word), None)
    if first is not None and _reports(first):
        return True
    behind = row[max(said) + 1].lower if said and max(said) + 1 < len(row) else ""
    return behind in _WHERE


_WHERE = frozenset({"in", "at", "on", "during", "to"})
_TURNING = frozenset({Rule.NEGATION, Rule.CERTAINTY})


def _bears(pair: Pair, block: Block, rule: Rule, place: int) -> bool:
    """Tell whether a word of what came or went is of a rule's kind."""
    side, other, *_ = pair.gone(block)
    form = side.forms[place]
    match rule:
        case Rule.NEGATION:
            return bool(_negations([form]))
        case Rule.CERTAINTY:
            return form.lower in words().hedges
        case Rule.NAME:
            return bool(names_in(side, other, place, place + 1))
        case Rule.PLACE:
            return is_of_place(side, place) or form.lower in places().words
        case Rule.DATE_TIME:
            return bool(_times([form]) or form.figures)
        case Rule.FIGURE:
            signs = bool(_SIGN.match(form.folded))
            return signs or any(_is_figure(key) or _is_measure(key) for key in form.keys)
        case _:
            return False


def _marks_a_quotation(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether quotation marks came or went."""
    if all(form.word for form in (*base, *version)):
        return False
    count = [
        sum(
            form.folded == '"' or (form.folded == "'" and not _owns(forms, place))
            for place, form in enumerate(forms)
        )
        for forms in (base, version)
    ]
    return count[0] != count[1]


def _owns(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a mark is a plural's apostrophe: no other one is there to open a quotation."""
    alone = sum(form.folded == "'" for form in forms) == 1
    return alone and place > 0 and forms[place - 1].lower.endswith("s")


def _keys(forms: Sequence[Form], wanted: Callable[[str], bool]) -> list[str]:
    return sorted([key for form in forms for key in form.keys if wanted(key)])


def _numeric(key: str) -> bool:
    return key[0].isdigit() or key in numbers().magnitudes


def _negation(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    one, other = _negations(base), _negations(version)
    if max(len(base), len(version)) > _MOST_OF_TURN:
        # In a clause that is told otherwise a verb like "refuse" is one word of many.
        one, other = ([key for key in keys if key not in verb_forms()] for keys in (one, other))
    return one != other


_MOST_OF_TURN = 8


def _negations(forms: Sequence[Form]) -> list[str]:
    """Return what negates; "non-callable" says what a thing is like."""
    return _keys(
        [f for f in forms if not f.lower.startswith("non-")], words().negations.__contains__
    )


def _is_figure(key: str) -> bool:
    return _numeric(key) or key in numbers().vague


def _is_measure(key: str) -> bool:
    table = units()
    return key in table.sizes or key in table.currency_words or key in table.temperature


def _figure(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    if _dated(pair, block, base, version):
        return False
    if _figures(pair.base, block.base_start, block.base_end) != _figures(
        pair.version, block.version_start, block.version_end
    ):
        return True
    if _turned(base, version) or _turned_about(pair, block, base, version):
        return True
    if all(map(_signs, (base, version))) and _signs(base) != _signs(version):
        return True
    # A unit is one only beside a figure: a stone, a yard and a foot are other things as well.
    before = pair.base.forms[max(block.base_start - 1, 0) : block.base_start]
    counted = any(_numeric(key) for form in (*before, *base, *version) for key in form.keys)
    return counted and _keys(base, _is_measure) != _keys(version, _is_measure)


def _figures(side: Side, start: int, end: int) -> list[str]:
    """Return what numbers a stretch has; the number in a name, Option One, is none."""
    places_ = (n for n in range(start, end) if not is_numbered_name(side, n))
    return _keys([side.forms[n] for n in places_], _is_figure)


def _turned_about(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether a figure went the other way: rose 5 percent, fell 5 percent."""
    ways = [
        {way for form in forms for way in phrases().went.get(form.lower, ())}
        for forms in (base, version)
    ]
    after = pair.base.forms[block.base_end : block.base_end + _MOST_TO_FIGURE]
    return bool(ways[0] and ways[1] and ways[0].isdisjoint(ways[1])) and any(
        form.figures for form in after
    )


_MOST_TO_FIGURE = 4


def _turned(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether one word's figures changed their order: 52-48, 48-52."""
    one, other = ([form.figures for form in forms] for forms in (base, version))
    return len(one) == len(other) == 1 and one != other and sorted(one[0]) == sorted(other[0])


def _signs(forms: Sequence[Form]) -> list[str]:
    """Return the signs of currencies before figures: C$, $."""
    return [match[0] for form in forms if (match := _SIGN.match(form.folded))]


_SIGN = re.compile(r"[A-Z]{0,2}[$€£¥₹₩](?=\d)")
_WHOLE_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:18|19|20)?\d{2}|\d{4}-\d{2}-\d{2}")


def _dated(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether the figures of a block are days, years or hours."""
    both = (*base, *version)
    if any(_names_day(form) or _WHOLE_DATE.fullmatch(form.folded) for form in both):
        return True
    figures = [key.rstrip(".") for form in both for key in form.keys if _numeric(key)]
    if not figures or not all(figure.replace(":", "").isdecimal() for figure in figures):
        return False
    around: list[Form] = []
    for side, start, end in pair.stretches(block):
        around += side.beside(start, end)
    if any(is_month_word(form) or CLOCK_WORDS.intersection(form.keys) for form in (*around, *both)):
        return True
    return all(len(figure) == 4 and figure[:2] in {"18", "19", "20"} for figure in figures)


def _names_day(form: Form) -> bool:
    return is_day_word(form) or is_month_word(form) or form.lower in calendar().relative


def _times(forms: Sequence[Form]) -> list[str]:
    """Return the words of time; "may" is one only with its capital."""
    times = calendar().times
    return sorted(
        [
            key
            for form in forms
            for key in form.keys
            if _names_day(form) or key in times or key in CLOCK_WORDS
        ]
    )


def _date_time(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    if _times(base) != _times(version):
        return True
    figures = [_keys(forms, lambda key: key[0].isdigit()) for forms in (base, version)]
    differ = figures[0] != figures[1] or _turned(base, version)
    return differ and _dated(pair, block, base, version)


def _attribution(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    one = _said(pair.base.forms, block.base_start, block.base_end)
    if one != _said(pair.version.forms, block.version_start, block.version_end):
        return True
    return bool(base and version) and _of_speaker(pair.base.forms, block.base_end)


def _of_speaker(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a word of who says something is changed: a police spokesman said, sources said."""
    row = forms[place : place + 2]
    before = forms[place - 1].lower if place else ""
    if row and before in _SOURCES and _reports(row[0]):
        return True
    return len(row) == 2 and (row[0].title or row[0].lower in _SOURCES) and _reports(row[1])


_SOURCES = frozenset(
    {"official", "officials", "source", "sources", "spokesmen", "report", "statement"}
)


def _said(forms: Sequence[Form], start: int, end: int) -> list[str]:
    """Return the words that tell of a source: "he claims", but not "these claims"."""
    return sorted(
        [
            lemma(forms[place].lower)
            for place in range(start, end)
            if _reports(forms[place])
            and not _is_noun(forms, place)
            and (place == 0 or forms[place - 1].lower not in BEFORE_NOUNS)
            and not says_otherwise(forms, place)
        ]
    )


def _is_noun(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a word that can be an infinitive is a noun: the ADP report, Quayle's state firm."""
    word, before = forms[place].lower, forms[place - 1] if place else None
    if not is_form(word, Tense.BASE) or is_form(word, Tense.PAST):
        return False
    if before is None or not before.word:
        return False
    plural = before.lower.endswith("s") and not before.lower.endswith("'s")
    return not (plural or before.lower in AUXILIARIES or before.lower in _BEFORE_VERBS)


_BEFORE_VERBS = frozenset({"to", "not", "they", "we", "i", "you", "who", "which", "that", "also"})


def _reports(form: Form) -> bool:
    """Tell whether a word tells of a source; to expect or believe is a matter of certainty."""
    strength = reporting().get(form.lower)
    return form.lower == "according" or strength not in {None, Strength.THINKING}


def _name(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether names differ; a capital that the place of a word gives proves no name."""
    del base, version
    one = names_in(pair.base, pair.version, block.base_start, block.base_end)
    other = names_in(pair.version, pair.base, block.version_start, block.version_end)
    return not (one ^ other) <= places().words


def _place(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    known = places().words
    if _keys(base, known.__contains__) != _keys(version, known.__contains__):
        return True
    one = _placed(pair.base, block.base_start, block.base_end)
    return one != _placed(pair.version, block.version_start, block.version_end)


def _placed(side: Side, start: int, end: int) -> list[str]:
    """Return the words of a stretch that name places, or whose somebody is."""
    return sorted([side.forms[n].bare for n in range(start, end) if is_of_place(side, n)])


def _certainty(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    del pair, block
    hedges = words().hedges
    one, other = (
        sorted([f.lower for f in forms if f.lower in hedges]) for forms in (base, version)
    )
    return one != other


Judge = Callable[[Pair, Block, Sequence[Form], Sequence[Form]], bool]
_ANY = int(Feature.WORD | Feature.MARK)
JUDGES: tuple[tuple[Rule, Judge, int], ...] = (
    (Rule.NEGATION, _negation, int(Feature.NEGATION)),
    (Rule.FIGURE, _figure, int(Feature.FIGURE | Feature.UNIT | Feature.VAGUE | Feature.WENT)),
    (Rule.DATE_TIME, _date_time, int(Feature.FIGURE | Feature.DAY | Feature.TIME)),
    (Rule.ATTRIBUTION, _attribution, _ANY),
    (Rule.NAME, _name, int(Feature.NAME | Feature.HONORIFIC)),
    (Rule.PLACE, _place, _ANY),
    (Rule.CERTAINTY, _certainty, int(Feature.HEDGE)),
)
"""What differs, asked in order, each with what some word has to show: of none else it could tell."""
