"""Prove that only little words came, went or changed that carry no claim.

A little word is free only where its place proves it: an article not before what it counts, a
preposition only after a word that takes it or does without, "that" before a clause.
"""

from collections.abc import Sequence
from functools import cache

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import calendar, commas, numbers, reporting, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, is_abbreviation
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, BEFORE_NOUNS, Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_CLAUSE = frozenset({"that", "whom", "which"})
_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "his", "her", "its", "their", "our", "my", "there", "no", "all"}
)  # fmt: skip
_PLAIN = frozenset({"a", "an", "the"})
_POINTING = _PLAIN | {"this", "that", "these", "those"}
_RELATIVES = frozenset({"that", "which", "who"})
_TO_BE = frozenset({"is", "are", "was", "were"})
_NEGATIONS = frozenset({"not", "n't", "no", "never", "neither", "nor", "without"})
_NEAR = 5
"""How far before "that" a verb of saying may stand: told reporters that, told the city council."""
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_PREDICATES = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "shall", "should", "am", "do", "does", "not", "never"}
)  # fmt: skip
_FREE = frozenset({"by", "own", "and", "also", "then", "any", "of", "one", "or", "nor", "last", "past"})  # fmt: skip
_SO_THAT = frozenset({"so", "now", "provided", "fact", "such"})


@cache
def free_words() -> frozenset[str]:
    """Return every word that may be proved free somewhere; words of grammar besides are little ones."""
    table = words()
    told = (
        *table.swaps,
        *table.articles,
        *table.free,
        *table.joints,
        *table.asides,
        *table.remarks,
    )
    named = _CLAUSE | _POINTING | _RELATIVES | _TO_BE | _SELVES | clauses().towns | _ITS
    return named.union(word for phrase in told for word in phrase.split()) | _FREE


def prove_little(pair: Pair, block: Block) -> Proof | None:
    """Prove that only little words came, went or changed that carry no claim."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = ([f for f in forms if f.word] for forms in (base, version))
    marks = {f.folded for f in (*base, *version) if not f.word}
    if not (one or other) or not marks <= {",", "-"}:
        return None
    if one and other and len(one) != len(other):
        # Each word stands for one of its group.
        return None
    if any(is_abbreviation(form) for form in (*base, *version)):
        return None
    if [f.lower for f in one] == [f.lower for f in other]:
        # What differs in capitals alone was no proof of the same word.
        return None
    if marks and not _RELATIVES.isdisjoint(f.lower for f in (*one, *other)):
        # "Firms that paid" tells which, "firms, which paid" tells of all.
        return None
    if one and other:
        free = _swapped(pair, block, one, other)
    else:
        row = pair.base if one else pair.version
        start = block.base_start if one else block.version_start
        end = block.base_end if one else block.version_end
        word = (one or other)[0].lower
        if marks and start and row.forms[start - 1].lower in commas().never_after:
            # "No, the talks are over": "no talks" are others.
            return None
        free = (
            _free(row, word, start, end)
            if len(one or other) == 1
            else (not marks and _is_relative(row, start, end))
            or _is_remark(row, start, end)
            or (not marks and _is_kind_of_town(row, start, end))
        )
        if len(one or other) == 1 and not free:
            free = _is_joint(row, word, start, end) or (word == "any" and _negated(pair, block))
        if free and not _stays_free(pair, block, word):
            return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS) if free else None


def _stays_free(pair: Pair, block: Block, word: str) -> bool:
    """Tell whether a word that came or went did not move, and stands in nobody's own words on one side."""
    if word in _CLAUSE:
        return not pair.quoted(block)
    return word != "also" or not _elsewhere(pair, word)


def _swapped(pair: Pair, block: Block, one: Sequence[Form], other: Sequence[Form]) -> bool:
    """Tell whether each word stands for one of its group."""
    return all(
        _stands_for(pair, block, form.lower, its.lower)
        for form, its in zip(one, other, strict=True)
    )


def _stands_for(pair: Pair, block: Block, one: str, other: str) -> bool:
    """Tell whether one little word may stand for another where it stands."""
    if one == other:
        return True
    changed, swaps = {one, other}, words().swaps
    if not changed <= _PLAIN and changed <= _POINTING and _timely(pair.base, block.base_end):
        return False
    if changed <= words().articles:
        if "the" in changed and changed & {"a", "an"} and _singles_out(pair.base, block.base_end):
            return False
        return _may_lack_article(pair.base, block.base_end)
    if "the" in changed and changed & _ITS:
        return _may_lack_article(pair.base, block.base_end) and not _suffers(pair, block)
    if "one" in changed and changed & {"a", "an"}:
        return _is_one(pair, block)
    if changed == {"or", "nor"}:
        return _negated(pair, block)
    if changed == {"last", "past"}:
        return _spans_time(pair.base, block.base_start, block.base_end)
    return bool(swaps.get(one, frozenset()) & swaps.get(other, frozenset()))


def _singles_out(side: Side, place: int) -> bool:
    """Tell whether an article says if there is one alone of whom or what it tells: a founder of, the founder of."""
    row = side.forms[place : place + _MOST_DESCRIBED]
    head = next((n for n, form in enumerate(row) if form.lower in _OF_WHAT), 0)
    if not head or not all(form.word and not form.little for form in row[:head]):
        return False
    return is_person(row[head - 1]) or row[head - 1].lower in _CAUSES


_MOST_DESCRIBED = 4
_OF_WHAT = frozenset({"of", "to", "behind", "for"})
_CAUSES = frozenset({"cause", "reason", "source", "origin", "aim", "purpose", "centre", "center", "goal", "key", "answer", "solution", "victim", "target"})  # fmt: skip
_ITS = frozenset({"its", "their"})
_OWNERS = frozenset({"its", "their", "his", "her", "my", "our", "your"})
_NEAR_ONE = frozenset(
    {"only", "just", "no", "not", "least", "than", "every", "any", "about", "nearly", "almost", "number", "day", "or", "in", "the"}
)  # fmt: skip


def _suffers(pair: Pair, block: Block) -> bool:
    """Tell whether whose it is tells to whom it was done: burned the houses, burned their houses."""
    before = pair.base.forms[block.base_start - 1] if block.base_start else None
    return before is not None and is_form(before.lower, Tense.PAST)


def _is_one(pair: Pair, block: Block) -> bool:
    """Tell whether "one" counts no more than "a" does: one man, a man; not one of them, one more."""
    for side, start, end in pair.stretches(block):
        before = side.forms[start - 1].lower if start else ""
        after = side.forms[end] if end < len(side.forms) else None
        if after is None or not after.word or after.little or after.name or after.title:
            return False
        if before in _NEAR_ONE or side.begins(start) or after.lower in clauses().counted:
            return False
        if any(f.lower in {"another", "other", "others", "two"} for f in side.forms[end:]):
            return False
    return True


def _timely(side: Side, place: int) -> bool:
    """Tell whether a word of time stands here: this week is not that week."""
    form = side.forms[place] if place < len(side.forms) else None
    times = {*calendar().times, *calendar().days, *calendar().months}
    return form is not None and bool(times.intersection(form.keys))


def _elsewhere(pair: Pair, word: str) -> bool:
    """Tell whether a word came as often as it went: then it moved, and tells of something else."""
    counts = [sum(form.lower == word for form in side.forms) for side in (pair.base, pair.version)]
    return counts[0] == counts[1]


def _free(side: Side, word: str, start: int, end: int) -> bool:
    """Tell whether one little word may come or go where it stands."""
    before = side.forms[start - 1].lower if start and not side.begins(start) else ""
    if word in {"a", "an", "the"}:
        turns = _parts_persons(side, start, end) or _tells_whether_all(side, word, before, end)
        return _may_lack_article(side, end) and not turns
    if word in _CLAUSE:
        return _opens_clause(side, word, before, end)
    if word == "by":
        return before in words().change and _figure_at(side, end)
    if word == "own":
        return before in _OWNERS or before.endswith("'s")
    if word in _SELVES:
        return start > 0 and (side.forms[start - 1].name or side.forms[start - 1].title)
    if word == "and":
        return side.begins(start)
    if word == "also":
        return True
    if word == "then":
        after = side.forms[end] if end < len(side.forms) else None
        return before not in BEFORE_NOUNS and not (
            after and (after.title or after.lower[:1] == "-")
        )
    return f"{before} {word}" in words().free and not _figure_at(side, end)


def _tells_whether_all(side: Side, word: str, before: str, end: int) -> bool:
    """Tell whether an article makes one of many, or all: a Finch was sold; they are the killers."""
    row = side.forms[end : end + 2]
    if not row:
        return False
    if word == "the":
        return before in _TO_BE and is_person(row[0]) and row[0].lower.endswith("s")
    ends = len(row) == 1 or not row[1].word or row[1].little or is_form(row[1].lower, Tense.PAST)
    return row[0].name and ends


def _parts_persons(side: Side, start: int, end: int) -> bool:
    """Tell whether an article makes two of one person: the chairman and president, and the president."""
    if start < 2 or side.forms[start - 1].lower != "and":
        return False
    return _is_one_person(side.forms[start - 2]) and any(
        _is_one_person(form) for form in side.forms[end : end + _MOST_OFFICE]
    )


_MOST_OFFICE = 3


def _is_one_person(form: Form) -> bool:
    return is_person(form) and not form.lower.endswith("s")


def _is_relative(side: Side, start: int, end: int) -> bool:
    """Tell whether "that are" stands between a noun and its participle: crews that were stranded."""
    row = [form.lower for form in side.forms[start:end]]
    if len(row) != 2 or row[0] not in _RELATIVES or row[1] not in _TO_BE or not start:
        return False
    before = side.forms[start - 1]
    after = side.forms[end] if end < len(side.forms) else None
    plain = before.word and not before.little and before.lower not in reporting()
    return (
        plain
        and after is not None
        and (after.lower.endswith("ed") or is_form(after.lower, Tense.PARTICIPLE, Tense.ING))
    )


def _is_remark(side: Side, start: int, end: int) -> bool:
    """Tell whether words are a remark that claims nothing, with a pause at one of its ends."""
    row = [form.lower for form in side.forms[start:end] if form.word]
    if " ".join(row) not in words().remarks:
        return False
    beside = side.forms[max(start - 1, 0) : end + 1]
    return side.begins(start) or any(not form.word for form in beside)


def _is_kind_of_town(side: Side, start: int, end: int) -> bool:
    """Tell whether only what kind of town it is came or went: the city of Lund."""
    row = [form.lower for form in side.forms[start:end]]
    after = side.forms[end] if end < len(side.forms) else None
    kind = row[1:] if row[:1] == ["the"] else row
    return (
        len(kind) == 2
        and kind[0] in clauses().towns
        and kind[1] == "of"
        and bool(after and after.name)
    )


def _is_joint(side: Side, word: str, start: int, end: int) -> bool:
    """Tell whether a word only joins a sentence to the one before it: But ..., on Lund, though, ..."""
    if word in words().joints and side.begins(start):
        return True
    if word not in words().asides or side.begins(start):
        return False
    row = side.forms[max(start - 1, 0) : end + 1]
    return any(form.folded == "," for form in row)


def _negated(pair: Pair, block: Block) -> bool:
    """Tell whether a negation stands before a place in its sentence on both sides."""
    for side, place in ((pair.base, block.base_start), (pair.version, block.version_start)):
        home = side.homes[min(place, len(side.homes) - 1)]
        before = [form for n, form in enumerate(side.forms[:place]) if side.homes[n] == home]
        if not any(key in _NEGATIONS for form in before for key in form.keys):
            return False
    return True


def _spans_time(side: Side, start: int, end: int) -> bool:
    """Tell whether a stretch of time up to now follows: the past decade, over the last two years."""
    after = side.forms[end : end + 2]
    times = {*calendar().times, "decade", "decades", "century", "years", "months", "weeks", "days"}
    spoken = [form for form in after if form.keys]
    if not spoken:
        return False
    counted = spoken[0].keys[0][0].isdigit() or spoken[0].lower in {"few", "several"}
    if counted and len(spoken) > 1:
        return spoken[1].lower in times
    definite = start > 0 and side.forms[start - 1].lower == "the"
    return definite and spoken[0].lower in {"decade", "century", "years", "months", "weeks", "days"}


def _figure_at(side: Side, place: int) -> bool:
    keys = side.forms[place].keys if place < len(side.forms) else ()
    return bool(keys) and keys[0][0].isdigit()


def _may_lack_article(side: Side, place: int) -> bool:
    """Tell whether an article before a word is one of grammar alone: not a few, not the third."""
    if place >= len(side.forms):
        return False
    form = side.forms[place]
    never, vague = words().never_after_articles, numbers().vague
    told = (form.lower, *form.keys)
    return not (
        _figure_at(side, place)
        or not (never.isdisjoint(told) and vague.isdisjoint(told))
        or any(key in numbers().magnitudes for key in form.keys)
        or (form.lower in words().case and form.surface[0].isupper())
    )


def _opens_clause(side: Side, word: str, before: str, place: int) -> bool:
    """Tell whether "that" stands before a clause: said that he, the man whom police."""
    if place >= len(side.forms):
        return False
    after = side.forms[place]
    subject = after.name or after.honorific or after.title or after.lower in _SUBJECTS
    if word == "that" and before in _SO_THAT:
        return True
    said = any(form.lower in reporting() for form in side.forms[max(place - _NEAR, 0) : place])
    if word == "that" and said and before not in BEFORE_NOUNS:
        if subject or not (after.lower in _PREDICATES or is_form(after.lower, *Tense)):
            return True
        return _is_many_or_one(side, place, one=before in clauses().only_said)
    return before not in BEFORE_NOUNS and bool(before) and (subject or _is_many_or_one(side, place))


def _is_many_or_one(side: Side, place: int, *, one: bool = False) -> bool:
    """Tell whether a plural, at which "that" cannot point, and its finite verb follow: crates that officers seized.

    Of one thing, too, where nothing but a clause can follow and it has no article: said that travel was down.
    """
    row = side.forms[place : place + 2]
    if len(row) < 2 or row[0].little or row[0].figures or row[0].lower in AUXILIARIES:
        return False
    many = row[0].lower.endswith("s") and not row[0].lower.endswith(("ss", "us", "is"))
    verb = row[1].lower
    finite = verb in AUXILIARIES if one else verb in _OF_MANY or is_form(verb, Tense.PAST)
    return (many or one) and finite


_OF_MANY = AUXILIARIES - {"is", "was", "has", "does"}
