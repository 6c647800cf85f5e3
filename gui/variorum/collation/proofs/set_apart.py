"""Tell whether a comma parts what stands apart by its own words.

So are a name and what tells more of it, what is said and who says it, a subject and its verb. Without the comma each can be read in one way only, so it never says which of several is meant.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.names import bodies
from variorum.collation.lexicons.orders import orders
from variorum.collation.lexicons.words import calendar, commas, people, places, reporting
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form, lemma

_ARTICLES = frozenset({"a", "an", "the"})
_WHOSE = frozenset({"his", "her", "its", "their", "my", "our"})
_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those"}
)
_LISTS = frozenset({"and", "or", "as", "like"})
_NEAR = 4
_MOST_NOUN = 7
_MOST_SPEAKER = 5
_ONE_OF_KIND = frozenset({"father", "mother", "wife", "husband", "widow", "widower", "fiance", "fiancee", "ex-wife", "ex-husband"})  # fmt: skip
_GRADED = frozenset({"older", "elder", "eldest", "oldest", "younger", "youngest", "twin"})
_SPANS = frozenset({"day", "days", "night", "morning", "evening", "time", "way", "moment", "summer", "spring", "winter", "autumn", "fall"})  # fmt: skip


def is_clear(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether the words beside a comma are apart without it."""
    return (
        _tells_of_town(side, place, after)
        or _tells_of_time(side, place, before, after)
        or _tells_of_named(side, place, after)
        or _tells_of_bridge(side, place, before, after)
        or _names_who(side, place, before, after)
        or _names_town(side, place, before, after)
        or _names_the_only(side, place, before, after)
        or _follows_speaker(side, place, before, after)
        or _precedes_verb(side, place, before, after)
        or _counts_others(side, place, after)
        or _closes_name(side, place, after)
        or _tells_whence(side, place, after)
        or _ends_opening_clause(side, place, after)
        or _tells_how_much(side, place, after)
        or _parts_adjectives(side, place, before, after)
        or (after.lower == "only" and _lower_at(side, place + 2) == "to")
    )


def _lower_at(side: Side, place: int) -> str:
    return side.forms[place].lower if place < len(side.forms) else ""


def _sentence(side: Side, place: int) -> tuple[int, int]:
    first, end = place, place + 1
    while first and side.homes[first - 1] == side.homes[place]:
        first -= 1
    while end < len(side.forms) and side.homes[end] == side.homes[place]:
        end += 1
    return first, end


def _name_before(side: Side, place: int) -> int:
    """Return where the name that ends at a place begins."""
    first, _ = _sentence(side, place)
    start = place
    while start > first and side.forms[start - 1].name:
        start -= 1
    return start


def _tells_of_town(side: Side, place: int, after: Form) -> bool:
    """Tell whether more is told of a town whose name stands before: on Lund, where a vote is held.

    Of the last of several names it might be told of all.
    """
    if after.lower != "where":
        return False
    start = _name_before(side, place)
    first, _ = _sentence(side, place)
    near = side.forms[max(start - _NEAR, first) : start]
    if start == place or any(form.lower in _LISTS or form.folded == "," for form in near):
        return False
    led = side.forms[start - 1].lower if start > first else ""
    name = " ".join(key for form in side.forms[start:place] for key in form.keys)
    return (name in places().words and led not in _ARTICLES) or led in _TO_PLACES


_TO_PLACES = frozenset({"in", "at", "on", "near", "to", "from", "outside"})


def _tells_of_bridge(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether more is told of what a name singles out among its kind: the Tarn bridge, which carries the road."""
    if after.lower not in {"which", "where"} or place < 2 or before.lower.endswith("s"):
        return False
    named = side.forms[place - 2].name and side.homes[place - 2] == side.homes[place]
    return named and (before.name or before.lower in bodies().kinds | bodies().small | _SITES)


_SITES = frozenset({"bridge", "dam", "tunnel", "port", "harbour", "harbor", "canal", "province", "county", "district", "peninsula", "island", "desert", "mine", "pipeline", "stadium", "prison", "camp", "hotel", "factory", "refinery", "reactor"})  # fmt: skip


def _tells_of_time(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether more is told of a month, a day or a year, of which there is but one: in July, which was wet."""
    if after.lower not in {"which", "when"} or not before.keys:
        return False
    first, _ = _sentence(side, place)
    led = side.forms[place - 2].lower if place - 2 >= first else ""
    year = len(before.folded) == 4 and before.folded.isdecimal()
    named = before.keys[0] in calendar().months or before.keys[0] in calendar().days
    return (named and led in _TO_TIMES) or (year and led in {*_TO_TIMES, *calendar().months})


_TO_TIMES = frozenset({"in", "on", "since", "until", "till", "before", "after", "by", "last", "next", "for", "during", "from", "to"})  # fmt: skip


def _tells_of_named(side: Side, place: int, after: Form) -> bool:
    """Tell whether more is told of the one person whose full name stands before: Orla Finch, who left.

    Of the last of several names it might be told of all.
    """
    if after.lower not in {"who", "whose", "whom"}:
        return False
    start = _name_before(side, place)
    first, _ = _sentence(side, place)
    near = side.forms[max(start - _NEAR, first) : start]
    listed = any(form.lower in _LISTS or form.folded == "," or form.figures for form in near)
    return place - start > 1 and not listed and _is_of_one(side, start, place)


def _is_of_one(side: Side, start: int, end: int) -> bool:
    """Tell whether a name is a person's full one."""
    unit = side.homes[start]
    mention = side.cast.at(unit, end - 1 - side.homes.index(unit))
    return mention is not None and mention.is_full


def _names_who(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether the full name of who is meant follows what they are: her agent, Alan Finch.

    Of kin a comma tells how many there are, so it is of one only where there can be but one: her mother,
    his older brother. Another item of a list would go on with "and".
    """
    if not after.name or not is_person(before) or before.lower.endswith(("s", POSSESSIVE)):
        return False
    first, end = _sentence(side, place)
    stop = place + 1
    while stop < end and side.forms[stop].name:
        stop += 1
    if stop - place < 3 or not _is_of_one(side, place + 1, stop):
        return False
    behind = side.forms[stop] if stop < end else None
    if behind is not None and behind.folded == ",":
        behind = side.forms[stop + 1] if stop + 1 < end else None
    if behind is not None and (behind.lower in {"and", "or", "&"} or behind.name or behind.title):
        return False
    noun = _noun_before(side, first, place)
    if not noun or (before.lower in people().kin and not _is_only_one(noun, before)):
        return False
    led = noun[0].lower
    alone = all(form.folded != "," for form in side.forms[first : place - len(noun)])
    return led in _ARTICLES | _WHOSE or led.endswith(POSSESSIVE) or (alone and before.title)


def _noun_before(side: Side, first: int, place: int) -> Sequence[Form]:
    """Return the words of what stands before a comma, from its article or owner on."""
    for start in range(place - 1, max(first, place - _MOST_NOUN) - 1, -1):
        form = side.forms[start]
        if not form.word or (is_form(form.lower, Tense.PAST, Tense.THIRD) and not form.name):
            return ()
        if form.lower in _ARTICLES | _WHOSE or form.lower.endswith(POSSESSIVE):
            return side.forms[start:place]
    return side.forms[first:place] if place - first < _MOST_NOUN else ()


def _is_only_one(noun: Sequence[Form], kin: Form) -> bool:
    return kin.lower in _ONE_OF_KIND or any(form.lower in _GRADED for form in noun)


def _names_town(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether the name of the one that is meant follows: the capital, Osk, on Friday."""
    if before.lower not in {"capital", *orders().kinds} or not after.name:
        return False
    first, end = _sentence(side, place)
    noun = _noun_before(side, first, place)
    if not noun or (
        noun[0].lower not in {"the", *_WHOSE} and not noun[0].lower.endswith(POSSESSIVE)
    ):
        return False
    stop = place + 1
    while stop < end and side.forms[stop].name:
        stop += 1
    name = " ".join(key for form in side.forms[place + 1 : stop] for key in form.keys)
    row = [form for form in side.forms[stop : min(stop + 2, end)] if form.folded != ","]
    goes_on = bool(row) and (row[0].lower in {"and", "or"} or row[0].name)
    return name in places().words and not goes_on


def _follows_speaker(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether what somebody says follows the one who opens the sentence: Finch said, the pier was shut."""
    if before.lower not in {"said", "says"} or not _opens_clause(side, place, after):
        return False
    first, _ = _sentence(side, place)
    start = place - 1
    while start > first and side.forms[start - 1].word:
        start -= 1
    speaker = side.forms[start : place - 1]
    if not 0 < len(speaker) <= _MOST_SPEAKER:
        return False
    if start > first and not _is_opening(side.forms[first:start]):
        return False
    named = all(f.name or f.title or f.honorific or f.lower == "the" for f in speaker)
    return named or (len(speaker) == 1 and speaker[0].lower in _SUBJECTS)


def _is_opening(row: Sequence[Form]) -> bool:
    """Tell whether words with one comma behind them open a sentence: For example, ... ; By closing it, ..."""
    commas_ = sum(form.folded == "," for form in row)
    return row[-1].folded == "," and commas_ == 1 and row[0].lower in commas().openers


def _opens_clause(side: Side, place: int, after: Form) -> bool:
    """Tell whether a subject and its verb follow a comma."""
    _, end = _sentence(side, place)
    rest = side.forms[place + 1 : end]
    opens = after.lower in _ARTICLES | _WHOSE | _SUBJECTS
    return opens and any(
        form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST, Tense.THIRD)
        for form in rest[1:]
    )


def _precedes_verb(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether a verb follows that can be nothing but its subject's: the mayor of Osk, told reporters.

    "The boats, built in May" tells which; who has told reporters something did it themselves.
    """
    _, end = _sentence(side, place)
    rest = list(side.forms[place + 1 : min(place + 4, end)])
    if before.little or not before.word or before.lower in reporting() or len(rest) < 2:
        return False
    if after.lower == "told":
        heard = rest[2].lower if len(rest) > 2 else ""
        return rest[1].lower in _HEARERS or (rest[1].lower in _ARTICLES and heard in _HEARINGS)
    verb = after.lower in _ONLY_VERBS
    past = is_form(after.lower, Tense.PAST) and lemma(after.lower) not in clauses().two_objects
    whose = rest[1].lower in _ARTICLES | _WHOSE or rest[1].lower.endswith(POSSESSIVE)
    direct = whose and not _is_time(rest[2:3])
    opened = any(form.folded == "," for form in side.forms[_sentence(side, place)[0] : place])
    acts = (
        is_form(after.lower, Tense.THIRD)
        and side.forms[_name_before(side, place) - 1].folded == ","
    )
    done = past or (acts and not after.name)
    return verb or (done and direct and opened and after.lower not in reporting())


def _is_time(forms: Sequence[Form]) -> bool:
    """Tell whether a noun tells when: sold the same day."""
    return not forms or forms[0].lower in clauses().spans | _SPANS | {
        "same",
        "next",
        "previous",
        "following",
        "last",
    }


_HEARERS = frozenset(
    {"reporters", "journalists", "reuters", "lawmakers", "parliament", "investors", "analysts"}
)
_HEARINGS = frozenset(
    {
        "news",
        "press",
        "conference",
        "briefing",
        "newspaper",
        "paper",
        "court",
        "radio",
        "television",
        "broadcaster",
        "hearing",
        "jury",
    }
)
_ONLY_VERBS = frozenset(
    {"comes", "becomes", "includes", "allows", "belongs", "consists", "depends"}
)


def _counts_others(side: Side, place: int, after: Form) -> bool:
    """Tell whether a count of others ends a list: Finch, a carpenter who left, and five others.

    "Finch, a carpenter and five others" were seven.
    """
    row = side.forms[place + 1 : place + 4]
    if after.lower != "and" or len(row) < 3:
        return False
    first, _ = _sentence(side, place)
    start = next((n for n in range(place - 1, first, -1) if side.forms[n].folded == ","), first)
    tells = start == first or any(
        form.lower in {"who", "which"} for form in side.forms[start:place]
    )
    counted = bool(row[1].figures) or row[1].lower in {"several", "many", "some"}
    return tells and counted and row[2].lower in {"other", "others"}


def _closes_name(side: Side, place: int, after: Form) -> bool:
    """Tell whether the name of who is meant ends between two commas, before what they said: the cook, Finch, said."""
    start = _name_before(side, place)
    first, end = _sentence(side, place)
    if not first < start < place or side.forms[start - 1].folded != ",":
        return False
    behind = side.forms[place + 2] if place + 2 < end else None
    said = after.lower in {"said", "says", "added"}
    return said and (behind is None or not behind.word or behind.lower in _BEHIND_SAID)


_BEHIND_SAID = frozenset({"that", "it", "in", "on", "at", "yesterday", "today", "late", "earlier", "after", "when", "during"})  # fmt: skip


def _tells_whence(side: Side, place: int, after: Form) -> bool:
    """Tell whether where somebody is from follows their full name: Orla Finch, of Osk."""
    start = _name_before(side, place)
    row = [form for form in side.forms[place + 2 : place + 4] if form.lower != "the"]
    if after.lower != "of" or place - start < 2 or not row or not row[0].name:
        return False
    return _is_of_one(side, start, place)


def _ends_opening_clause(side: Side, place: int, after: Form) -> bool:
    """Tell whether a clause that opens a sentence, or what follows "but", ends: if it rains, we stay."""
    subject = after.lower.partition("'")[0]
    if subject not in _PERSONS:
        return False
    first, _ = _sentence(side, place)
    for start in range(place - 2, first - 1, -1):
        if side.forms[start].folded == ",":
            return False
        if side.forms[start].lower in _CONDITIONS:
            led = side.forms[start - 1] if start > first else None
            return led is None or led.folded in {'"', "-", ","} or led.lower in {"but", "and"}
    return False


def _parts_adjectives(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether two words say how one thing is: a cold, wet summer; of three the list might be another."""
    behind = side.forms[place + 2] if place + 2 < len(side.forms) else None
    both = {before.lower, after.lower} <= commas().adjectives
    joined = all("-" in form.folded and not form.name for form in (before, after))
    return (both or joined) and behind is not None and behind.word and not behind.little


_CONDITIONS = frozenset({"if", "when", "while", "although", "though", "unless", "once", "whenever"})
_PERSONS = frozenset({"i", "we", "he", "she", "they"})


def _tells_how_much(side: Side, place: int, after: Form) -> bool:
    """Tell whether how much of it is meant follows: cuts, of 5 to 30 percent."""
    _, end = _sentence(side, place)
    row = side.forms[place + 1 : min(place + _MOST_AMOUNT, end)]
    figures = [n for n, form in enumerate(row) if form.figures]
    if after.lower != "of" or not figures:
        return False
    plain = all(form.word and form.little for form in row[: figures[0]])
    behind = row[figures[-1] + 1].lower if figures[-1] + 1 < len(row) else ""
    return plain and behind in clauses().measures | {"percentage"}


_MOST_AMOUNT = 8


def _names_the_only(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether the name follows of what there is but one: its biggest client, Lund Express, to sell.

    Another name, or "and", would go on with a list.
    """
    first, end = _sentence(side, place)
    noun = _noun_before(side, first, place)
    if not noun or not after.name or before.name or before.lower.endswith("s"):
        return False
    owned = noun[0].lower in {"the", *_WHOSE} or noun[0].lower.endswith(POSSESSIVE)
    only = any(form.lower in _ONLY or _is_superlative(form) for form in noun[1:-1])
    stop = place + 1
    while stop < end and side.forms[stop].name:
        stop += 1
    row = [form for form in side.forms[stop : min(stop + 2, end)] if form.folded not in {",", "("}]
    goes_on = bool(row) and (row[0].lower in {"and", "or", "&"} or row[0].name or row[0].title)
    return owned and only and not goes_on


def _is_superlative(form: Form) -> bool:
    """Tell whether a word is of the third degree; an honest clerk and a forest warden are of none."""
    return form.lower.endswith("est") and form.lower not in clauses().ungraded


_ONLY = frozenset({"only", "sole", "main", "parent", "first", "second-largest", "third-largest", "fourth-largest", "top", "current", "present"})  # fmt: skip
