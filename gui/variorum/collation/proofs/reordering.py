"""Prove that words only changed their place: "on Monday he left", "he left on Monday".

A stretch may move if it is an adverbial of time or place, or the clause that names a speaker;
that two names changed places is never proved so: it can turn who did what to whom.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from variorum.collation.lexicons.orders import orders
from variorum.collation.lexicons.words import Strength, calendar, commas, reporting
from variorum.collation.lexicons.words import words as words_
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.naming import is_headline_speaker
from variorum.collation.proofs.neighbours import NOUN_JOINS, is_beside
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import is_day_word, is_month_word
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, BEFORE_NOUNS, DOUBLE, Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_JOINS = frozenset({"but", "and", "while", "or", "though", "although", "whereas", "yet"})
_CLAUSES = _JOINS | {"that", "who", "which", "whom", "whose", "when", "after", "before", "because", "if", "until", "since", "as", "where"}  # fmt: skip


def prove_order(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that are two ends of one move, each with its proof."""
    proved: dict[Block, Proof] = {}
    gained: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in blocks:
        words = _words(pair.version_forms(block))
        if words and not _words(pair.base_forms(block)):
            gained[_keys(words)].append(block)
    for block in blocks if gained else ():
        words = _words(pair.base_forms(block))
        if not words or _words(pair.version_forms(block)):
            continue
        others = gained.get(_keys(words))
        if not others or not _moved(pair, block, others[0], words):
            continue
        for one in (block, others.pop(0)):
            proved[one] = Proof(Rule.ORDER, one, ReasonKind.SAME_WORDS)
    return proved


def parted_moves(pair: Pair, blocks: Sequence[Block]) -> list[Block]:
    """Part off the end of a block the words that came or went as a whole elsewhere, or a day."""
    came = {_move_keys(pair.version_forms(b)) for b in blocks if not _words(pair.base_forms(b))}
    went = {_move_keys(pair.base_forms(b)) for b in blocks if not _words(pair.version_forms(b))}
    came.discard(())
    went.discard(())
    if not came and not went:
        return [block for block in blocks if not block.empty]
    parted: list[Block] = []
    for block in blocks:
        parted += _parted(pair, block, came, went)
    return [block for block in parted if not block.empty]


def _parted(
    pair: Pair, block: Block, came: set[tuple[str, ...]], went: set[tuple[str, ...]]
) -> list[Block]:
    start, end, other_start, other_end = block
    rows = _words(pair.base_forms(block)), _words(pair.version_forms(block))
    if _move_keys(rows[0]) in came or _move_keys(rows[1]) in went:
        return [block]
    if size := _end_of(pair.base.forms[start:end], came):
        return [
            Block(start, end - size, other_start, other_end),
            Block(end - size, end, other_end, other_end),
        ]
    if size := _end_of(pair.version.forms[other_start:other_end], went):
        return [
            Block(start, end, other_start, other_end - size),
            Block(end, end, other_end - size, other_end),
        ]
    if size := _start_of(pair.base.forms[start:end], came):
        return [
            Block(start, start + size, other_start, other_start),
            Block(start + size, end, other_start, other_end),
        ]
    if size := _start_of(pair.version.forms[other_start:other_end], went):
        return [
            Block(start, start, other_start, other_start + size),
            Block(start, end, other_start + size, other_end),
        ]
    return [block]


def _move_keys(forms: Sequence[Form]) -> tuple[str, ...]:
    """Return the keys of words that are worth following: a day, or two words and more."""
    if day := _day_key(forms):
        return (day,)
    if _speech(forms) and len(forms) == _SHORT_SPEECH and all(form.word for form in forms):
        return _keys(forms)
    keys = tuple(key for form in forms for key in form.keys)
    heavy = sum(not form.little for form in forms)
    return keys if len(keys) > 1 and heavy and all(form.word for form in forms) else ()


_SHORT_SPEECH = 2
"""Who says, and that he does: he said."""


def _end_of(forms: Sequence[Form], moved: set[tuple[str, ...]]) -> int:
    """Return how many words at the end of a row moved, and not all of them."""
    sizes = _sizes(forms[::-1], moved) if moved else ()
    return next((n for n in sizes if _move_keys(forms[-n:]) in moved and _words(forms[:-n])), 0)


def _start_of(forms: Sequence[Form], moved: set[tuple[str, ...]]) -> int:
    sizes = _sizes(forms, moved) if moved else ()
    return next(
        (n for n in sizes if n > 1 and _move_keys(forms[:n]) in moved and _words(forms[n:])), 0
    )


def _sizes(forms: Sequence[Form], moved: set[tuple[str, ...]]) -> list[int]:
    """Return how many words from the first on may be what moved, the most first.

    Of more than two words every key is followed; one or two may be a day, or who speaks.
    """
    lengths = {len(keys) for keys in moved}
    counts = accumulate(len(form.keys) for form in forms[: min(len(forms) - 1, _MOST_MOVED)])
    return [n for n, count in enumerate(counts, 1) if n <= _SHORT_SPEECH or count in lengths][::-1]


_MOST_MOVED = 8


def _day_key(forms: Sequence[Form]) -> str:
    """Return the day that one or two words name: Monday, on Monday."""
    if not forms or len(forms) > 2 or not is_day_word(forms[-1]):
        return ""
    return forms[-1].keys[0] if len(forms) == 1 or forms[0].lower == "on" else ""


def _moved(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether a stretch that stands elsewhere may do so without another claim."""
    if len(words) == 1 and words[0].lower in commas().clauses:
        # "After he left, she wept" and "he left after she wept" tell two orders.
        return False
    if is_beside(pair, lost, gained) or is_headline_speaker(pair, (lost, gained)):
        return True
    if _is_rate(pair, lost, gained, words) or _is_manner(pair, lost, gained, words):
        return True
    if _is_inverted(pair, lost, gained, words) or _opens(pair, lost, gained, words):
        return True
    words = words[1:] if len(words) > 1 and words[0].lower == "also" else words
    if _crosses_saying(pair, lost, gained) and not _speech(words):
        return False
    if _tells_state(pair, lost, gained, words):
        return False
    if _speech(words) and not _at_margins(pair, lost, gained):
        return False
    free = not _bars(pair, lost, gained, speech=_speech(words))
    return free and _may_move(words, set_off=_set_off(pair, (lost, gained)))


def _opens(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether a subject only passed when it was, which opens the sentence: last year the guild, the guild last year."""
    passed = _passed(pair, lost, gained)
    start = min(lost, gained).base_end if lost > gained else lost.base_start
    timed = any(not calendar().times.isdisjoint(form.keys) for form in passed)
    plain = not any(
        _finite(form) or form.lower in _CLAUSES or not form.word for form in (*passed, *words)
    )
    return (
        0 < len(passed) <= _MOST_TIMED
        and timed
        and plain
        and pair.base.begins(start)
        and (passed[0].lower in {"last", "this", "next"} or passed[0].lower in calendar().relative)
        and not any(form.lower in reporting() for form in (*passed, *words))
    )


_MOST_TIMED = 3


def _tells_state(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether an adverb stands on one side before what tells which: recently retired men."""
    if len(words) != 1 or not words[0].lower.endswith("ly"):
        return False
    for side, start, end in (
        (pair.base, lost.base_start, lost.base_end),
        (pair.version, gained.version_start, gained.version_end),
    ):
        row = side.forms[end : end + 2]
        led = side.begins(start) or (start > 0 and side.forms[start - 1].lower in BEFORE_NOUNS)
        plain = len(row) == _WITH_NOUN and all(form.word and not form.little for form in row)
        if led and plain and is_form(row[0].lower, Tense.PARTICIPLE):
            return True
    return False


_WITH_NOUN = 2
"""A participle, and the noun that it tells of."""


def _at_margins(pair: Pair, lost: Block, gained: Block) -> bool:
    """Tell whether a clause of saying has a mark, or an end of its sentence, beside it on both sides.

    "Finch said Osk lied" and "Osk, said Finch, lied", but not "Osk said Finch lied".
    """
    return all(
        _at_margin(side, start, end)
        for side, start, end in (
            (pair.base, lost.base_start, lost.base_end),
            (pair.version, gained.version_start, gained.version_end),
        )
    )


def _at_margin(side: Side, start: int, end: int) -> bool:
    if any(not form.word for form in side.forms[start:end]) or side.begins(start):
        return True
    if side.begins(start - 1) and side.forms[start - 1].lower == side.forms[end - 1].lower:
        # "The (mayor said the) mill" is "(The mayor said) the mill".
        return True
    beside = [n for n in (start - 1, end) if 0 <= n < len(side.forms)]
    return end >= len(side.forms) or any(not side.forms[n].word for n in beside)


def _crosses_saying(pair: Pair, lost: Block, gained: Block) -> bool:
    """Tell whether words passed a verb of saying, to stand before or beside the verb of what is said.

    "Finch recently said the army left" tells when he said it, "Finch said the army recently left"
    when the army left.
    """
    forms, quoted = pair.base.forms, pair.base.quoted
    start, end = min(lost, gained).base_end, max(lost, gained).base_start
    verbs = [n for n in range(start, end - 1) if n not in quoted and _says(forms[n])]
    if not verbs:
        return False
    beyond = max(lost, gained).base_end
    return beyond < len(forms) and _finite(forms[beyond])


def _says(form: Form) -> bool:
    return form.lower in reporting() and form.lower not in DOUBLE and is_form(form.lower, *Tense)


def _passed(pair: Pair, lost: Block, gained: Block) -> Sequence[Form]:
    return pair.base.forms[min(lost, gained).base_end : max(lost, gained).base_start]


def _is_rate(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether "a share" only changed sides of its figure: earnings per share of $2, of $2 a share."""
    if len(words) != 2 or words[0].lower not in {"a", "per"} or words[1].lower not in _RATES:
        return False
    passed = _passed(pair, lost, gained)
    figures = sum(any(key[0].isdigit() for key in form.keys) for form in passed)
    return 0 < figures <= _MOST_FIGURES and all(
        form.lower in {"of", "to", "between", "from"} or any(key[0].isdigit() for key in form.keys)
        for form in passed
    )


_RATES = frozenset({"share", "barrel", "tonne", "ton", "ounce", "gallon", "litre", "unit", "head", "person"})  # fmt: skip
_MOST_FIGURES = 2


def _is_manner(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether an adverb of manner only passed its verb: closely watched, watched closely."""
    passed = _passed(pair, lost, gained)
    if len(passed) == 1 == len(words) and passed[0].lower.endswith("ly"):
        words, passed = passed, words
    if len(words) != 1 or not words[0].lower.endswith("ly") or words[0].name:
        return False
    if words[0].lower in words_().hedges | words_().negations or words[0].lower in _NO_MANNER:
        return False
    end = max(lost, gained).base_end
    beyond = pair.base.forms[end] if end < len(pair.base.forms) else None
    if beyond is not None and is_form(beyond.lower, *Tense):
        return False
    verbs = [form for form in passed if is_form(form.lower, *Tense)]
    plain = all(form.word and form.lower not in _CLAUSES and form.lower != "to" for form in passed)
    return len(verbs) == 1 and plain and len(passed) <= _MOST_PASSED


_NO_MANNER = frozenset({"early", "daily", "weekly", "monthly", "yearly", "really", "simply", "merely", "barely", "hardly", "family", "supply", "july", "italy", "ally", "reply", "rally"})  # fmt: skip
_MOST_PASSED = 4


def _is_inverted(pair: Pair, lost: Block, gained: Block, words: Sequence[Form]) -> bool:
    """Tell whether a verb of saying only passed its speaker: said mayor Orla Finch, mayor Orla Finch said."""
    if len(words) != 1 or reporting().get(words[0].lower) is not Strength.NEUTRAL:
        return False
    if words[0].lower in _TO_SOMEBODY or not is_form(words[0].lower, Tense.PAST, Tense.THIRD):
        return False
    first = min(lost, gained)
    before = pair.base.forms[first.base_start - 1] if first.base_start else None
    passed = _passed(pair, lost, gained)
    named = any(form.name or form.title for form in passed)
    plain = all(
        (form.word or form.folded == ",") and form.lower not in _CLAUSES and not _finite(form)
        for form in passed
    )
    spoken = before is not None and not before.word
    return named and plain and spoken and not any(f.lower in reporting() for f in passed)


_TO_SOMEBODY = frozenset({"told", "tells", "asked", "asks", "urged", "urges"})


def _words(forms: Sequence[Form]) -> list[Form]:
    return [form for form in forms if form.word]


def _keys(forms: Sequence[Form]) -> tuple[str, ...]:
    """Return the keys of words; of a speaker's clause in any order: Kim said, said Kim."""
    if _speech(forms):
        if _accords(forms):
            return tuple(sorted(["said", *(key for form in forms[2:] for key in form.keys)]))
        keys = [key for form in forms for key in _said(form)]
        return tuple(sorted(keys))
    if len(forms) > 1 and forms[0].lower == "also":
        forms = forms[1:]
    row = [key for form in forms for key in form.keys]
    if len(forms) == 2 and forms[0].lower == "on" and is_day_word(forms[1]):
        return tuple(row[1:])
    if row[:1] == ["per"]:
        row[0] = "a"
    led = [key for key in row if key not in NOUN_JOINS and key != POSSESSIVE]
    return tuple(led) if led and len(led) < len(row) and len(row) <= _MOST_JOINED else tuple(row)


_MOST_JOINED = 5


def _said(form: Form) -> tuple[str, ...]:
    """Return the keys of a word of a speaker's clause; neutral verbs of saying are one."""
    if form.lower == "that":
        return ()
    neutral = reporting().get(form.lower) is Strength.NEUTRAL
    return ("said",) if neutral and is_form(form.lower, Tense.PAST) else form.keys


def _speech(forms: Sequence[Form]) -> bool:
    """Tell whether words are a short clause with a verb of saying: Kim said, said Kim."""
    if not 1 < len(forms) <= _MOST_OF_SPEECH:
        return False
    return _accords(forms) or any(form.lower in reporting() for form in forms)


_MOST_OF_SPEECH = 12


def _accords(forms: Sequence[Form]) -> bool:
    return [form.lower for form in forms[:2]] == ["according", "to"]


def _set_off(pair: Pair, blocks: Sequence[Block]) -> bool:
    """Tell whether a mark sets the moved words off: "Finch told Reyle" is no such clause."""
    inside = any(not form.word for block in blocks for form in pair.changed(block))
    return inside or any(
        _between_marks(forms, start, end)
        for block in blocks
        for forms, start, end in (
            (pair.base.forms, block.base_start, block.base_end),
            (pair.version.forms, block.version_start, block.version_end),
        )
    )


def _between_marks(forms: Sequence[Form], start: int, end: int) -> bool:
    """Tell whether a mark stands before words and behind them."""
    return 0 < start < end < len(forms) and not (forms[start - 1].word or forms[end].word)


def _bars(pair: Pair, lost: Block, gained: Block, *, speech: bool) -> bool:
    """Tell whether what a stretch passed makes another claim of it: a second verb of saying, a clause.

    "On Monday" belongs to the verb beside it; a speaker to what he or she said.
    """
    start, end = min(lost, gained).base_end, max(lost, gained).base_start
    forms, quoted = pair.base.forms, pair.base.quoted
    passed = [n for n in range(start, end) if n not in quoted]
    if speech and passed and forms[passed[0]].lower in _JOINS - {"and", "or"}:
        # "It leaks, he said, but it holds": nobody said that it holds.
        return True
    if not speech and _governs(pair, start):
        # "Said on Friday he would go" is not "said he would go on Friday".
        return True
    if passed and not speech and forms[passed[-1]].lower in reporting():
        # The day stands beside the verb of saying on both sides.
        passed = passed[:-1]
    for n in passed:
        form, after = forms[n], forms[n + 1] if n + 1 < len(forms) else None
        if form.lower in reporting() and (speech or form.lower not in DOUBLE):
            if speech or any(_finite(forms[m]) for m in passed if m > n):
                return True
            continue
        if form.folded == ";" or (form.folded == "," and after and after.lower in _JOINS):
            return True
        if speech:
            continue
        infinitive = form.lower == "to" and after and is_form(after.lower, Tense.BASE)
        if form.lower in _CLAUSES or infinitive:
            return True
    return False


def _finite(form: Form) -> bool:
    return form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST, Tense.THIRD)


def _governs(pair: Pair, place: int) -> bool:
    """Tell whether a verb of saying stands before the nearer place, and a clause of its own behind."""
    before = pair.base.forms[max(place - _NEAR_VERB, 0) : place]
    return any(_says(form) for form in before)


_NEAR_VERB = 3


def _may_move(forms: Sequence[Form], *, set_off: bool) -> bool:
    first = forms[0]
    timely = is_day_word(first) or is_month_word(first) or first.lower in calendar().relative
    return timely or first.lower in orders().adverbials or (set_off and _speech(forms))
