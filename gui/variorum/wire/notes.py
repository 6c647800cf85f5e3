"""Tell advisories and corrections apart by what they say, whatever verb they were given.

A note corrects when it names a fact or a place in the story that was wrong; agencies forbid
"changes" for that and desks write it all the same. `Adds` and `Updates` bring something new.
"""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    ADVISORY_OPENINGS,
    BRINGING_VERBS,
    CORRECTED_FACTS,
    CORRECTING_DEEDS,
    CORRECTING_VERBS,
    ENGLISH_MONTHS,
    LINEAGE_TAG_KINDS,
    NOTED_MATTERS,
    NOTED_MEDIA,
    SOFT_VERBS,
    STORY_PLACES,
    STORY_SUBJECTS,
    WALLS,
    WEEKDAYS,
    WITHDRAWN_OPENINGS,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import Openings, bare, ends_sentence, is_capital, is_running, opens_with

_LONGEST_NOTE = 120
"""Words; a longer block is no desk note."""
_AMBIGUOUS_SUBJECTS = frozenset(
    {"the story", "this report", "in the story", "corrects", "this text"}
)
_LONGEST_WALL = 120
_LABEL = pattern(
    r"(?:corrections?|clarifications?|rectificatif|fe de errores|korrektur|berichtigung|errata corrige|rettifica|rectificatie|rettelse|rättelse)"
    r"(?:\s{0,2}(?:,|\(|appended|[-–—])\s{0,2}[\w .,]{4,24}\d{4}[^:\w]{0,2}[^:]{0,20})?\s{0,2}(?::|[-–—]\s)"
)
"""It opens notes that are sentences; before words without a final point it is a headline's tag."""
_WORDS_OF_A_NOTICE = 6
_WORDS_OF_A_BRIEF_NOTE = 4
_STORY = frozenset(
    {"story", "article", "report", "version", "item", "dispatch", "headline", "caption", "post"}
)
_OF_THE_STORY = pattern(
    r"\s{1,3}of\s(?:(?:this|the|our|that)\s(?:\w{1,12}\s)?)?"
    r"(?:story|article|report|item|dispatch|post|headline|caption|photo|graphic|chart|map|table|column|piece)\b"
)
_OF = pattern(r"\s{1,3}of\s")
_MADE_BY = frozenset({"by", "in", "from", "at", "after", "under", "with", "on"})
"""After a participle they open a clause about something else: `Changed by a vote, the law …`."""
_FAULTS = frozenset(CORRECTING_DEEDS) - {
    *("change", "changes", "replaces", "remove", "removes", "fix", "fixes", "fixed", "correct"),
}
"""Without brackets a note must say more plainly that something was wrong."""
_PLEASE_READ = pattern(r"\bitem\b.{0,120}\bplease read\b")
_REACH_OF_A_PLEA = 400
_MENDING_VERBS = frozenset({"corrects", "correcting", "refiles", "restores"})
_CHANGING_VERBS = frozenset({"changes", "removes", "deletes", "fixes", "amends"})
_ADDING_VERBS = frozenset({"adds", "updates", "recasts", "repeats"})
_OPEN_VERBS = _MENDING_VERBS | _CHANGING_VERBS | _ADDING_VERBS
"""What opens a note without brackets."""
_MARKS = frozenset("([#-–—*")
_LONGEST_HOLD = 200
_RELEASE = pattern(
    rf"[(\[*\s]{{0,3}}(?:for|hold for|not for|embargoed for|moved in advance for)\s(?:release|use|publication)\s"
    rf"(?:(?:on|at|after|anytime|any|time|before|until|from|in|by)\s){{0,3}}"
    rf"(?:(?:{alternatives(WEEKDAYS)}|{alternatives(ENGLISH_MONTHS)})\b|\d|(?:noon|midnight)\b|[ap]ms?\s?of\b)"
    r".{0,120}$"
)
"""From when copy that was sent before its day may be used."""
_BROADCAST = pattern(
    r"here(?:\sis|\sare|['’]s)\s(?:the|your)\s(?:latest|top|hourly)\b.{0,60}\b(?:from the associated press|from ap|at this hour)[:.]?$"
)
_FIRST_WORDS = frozenset(
    phrase.split()[0].strip(".:,-–—(")
    for phrase in (
        *ADVISORY_OPENINGS,
        *STORY_SUBJECTS,
        *CORRECTING_VERBS,
        *SOFT_VERBS,
        *BRINGING_VERBS,
    )
    if phrase.split()[0].strip(".:,-–—(")
) | {"in", "for", "not", "hold", "moved", "embargoed", "here", "here's", "here’s"}
_OF_OTHERS = frozenset({"up", "of"})
_PLAIN_WORDS = frozenset(
    {"with", "see", "includes", "leads", "moves", "releases", "graphic", "edits", "repeat", "neu"}
)
"""Words that open notes and sentences alike."""
_MENDING = frozenset({"correct", "corrects", "correcting", "fix", "fixes", "clarify"})
_BRACKETS = {"(": ")", "[": "]"}
_TAGS = Openings(LINEAGE_TAG_KINDS)


def kind_of(words: str) -> Guess | None:
    """Return advisory or correction for a desk note, None for anything else."""
    withdrawn = opens_with(words, WITHDRAWN_OPENINGS)
    if is_wall(words) or (withdrawn is not None and _names_copy(words, withdrawn)):
        return Guess(PassageKind.ADVISORY, 0.98)
    if not _may_be_note(words):
        return None
    if len(words) <= _LONGEST_HOLD and (_RELEASE.match(words) or _BROADCAST.match(words)):
        return Guess(PassageKind.ADVISORY, 0.92)
    opening = opens_with(words, ADVISORY_OPENINGS)
    if opening is None and not is_bracketed(words) and not _may_stand_open(words):
        return None
    tokens = [bare(token).casefold() for token in words[:1200].split()]
    tokens = [token for token in tokens if token]
    if not tokens or len(tokens) > _LONGEST_NOTE:
        return None
    if opening is not None and (_is_marked(opening) or not _is_prose(words)):
        if opening.lstrip("(").startswith("ed") and _corrects(tokens[1:]):
            return Guess(PassageKind.CORRECTION, 0.85)
        return Guess(PassageKind.ADVISORY, 0.92)
    return _plain_bracket(words, tokens) or _bracketed(words, tokens) or _open(words, tokens)


def is_wall(words: str) -> bool:
    """Tell whether a line says that what follows it is not for publication."""
    core = words.lstrip("*-–— #")
    return len(core) <= _LONGEST_WALL and opens_with(core, WALLS) is not None


def _may_be_note(words: str) -> bool:
    """Tell by the first word whether a block is worth a closer look; most are not."""
    first = words[:40].split(maxsplit=1)[0].casefold()
    return first[0] in _MARKS or first.strip(".:,-–—") in _FIRST_WORDS


def _names_copy(words: str, opening: str) -> bool:
    """Tell whether a plea to kill names the copy that is meant, as desks do."""
    if opening != "please kill" or not is_running(words, most=_WORDS_OF_A_NOTICE):
        return True
    return any(bare(token).casefold() in _STORY for token in words.split())


def is_bracketed(words: str) -> bool:
    """Tell whether brackets hold the whole of a block; the closing one may be lost."""
    closing = _BRACKETS.get(words[:1])
    if closing is None:
        return False
    at = words.rfind(closing)
    return at == -1 or at >= len(words.rstrip(' .*"”')) - 1


def _plain_bracket(words: str, tokens: list[str]) -> Guess | None:
    """Judge brackets that hold no sentence at all: a mark of descent, or the media that come along."""
    if not is_bracketed(words):
        return None
    plain = _is_tag(words.strip("()[] .")) or NOTED_MEDIA.issuperset(_media(tokens))
    return Guess(PassageKind.ADVISORY, 0.9) if plain else None


def _bracketed(words: str, tokens: list[str]) -> Guess | None:
    """Judge a note in brackets."""
    if not is_bracketed(words):
        return None
    if _tells_of_the_story(words.lstrip("([ "), tokens):
        return Guess(PassageKind.CORRECTION, 0.95)
    first = tokens[0]
    small = first in _PLAIN_WORDS and words.lstrip("([ ")[:1].islower()
    if small or _is_a_sentence(words, tokens):
        return None
    if first in CORRECTING_VERBS:
        return Guess(PassageKind.CORRECTION, 0.97)
    if first in SOFT_VERBS:
        kind = PassageKind.CORRECTION if _mends(tokens) else PassageKind.ADVISORY
        return Guess(kind, 0.9)
    if first in BRINGING_VERBS:
        corrects = any(token in CORRECTING_VERBS for token in tokens)
        return Guess(PassageKind.CORRECTION if corrects else PassageKind.ADVISORY, 0.9)
    if any(token in CORRECTING_VERBS for token in tokens[:6]) and _names_a_fault(tokens):
        return Guess(PassageKind.CORRECTION, 0.8)
    if any(t in CORRECTING_VERBS for t in tokens) and any(t in STORY_PLACES for t in tokens):
        return Guess(PassageKind.CORRECTION, 0.75)
    if len(tokens) <= 25 and tokens[-2:] == ["to", "come"]:
        return Guess(PassageKind.ADVISORY, 0.85)
    return None


def _is_tag(words: str) -> bool:
    """Tell whether brackets hold a mark of the copy's descent alone, or with its note behind it."""
    tag = opens_with(words, _TAGS)
    if tag is None or not words[0].isupper():
        return False
    rest = words[len(tag) :].lstrip(" 0123456789")
    if not rest:
        return True
    noted = bare(rest.lstrip("-–—: ").partition(" ")[0]).casefold()
    return rest[0] in "-–—:" and (noted in BRINGING_VERBS or noted in NOTED_MATTERS)


def _media(tokens: list[str]) -> list[str]:
    """Return the words of a note of pictures: (Photo+Video+Infographie), (foto)(vídeo)."""
    joined = " ".join(tokens)
    for sign in "+()/,&":
        joined = joined.replace(sign, " ")
    return joined.split()


def _may_stand_open(words: str) -> bool:
    """Tell whether a block without brackets is worth a look at all of its words; few are."""
    first = bare(words.split(maxsplit=1)[0]).casefold()
    return (
        not first
        or first in _OPEN_VERBS
        or _LABEL.match(words) is not None
        or _pleads(words)
        or _subject(words) is not None
    )


def _open(words: str, tokens: list[str]) -> Guess | None:
    """Judge a note without brackets, which needs more proof."""
    first = tokens[0]
    if first in _MENDING_VERBS and _names_a_fault(tokens):
        return Guess(PassageKind.CORRECTION, 0.9)
    if first in _CHANGING_VERBS and _names_both(tokens):
        return Guess(PassageKind.CORRECTION, 0.75)
    label = _LABEL.match(words)
    if label and len(tokens) > 3 and ends_sentence(words) and _is_labelled(words, label.end()):
        return Guess(PassageKind.CORRECTION, 0.9)
    if first in _ADDING_VERBS and not ends_sentence(words):
        return Guess(PassageKind.ADVISORY, 0.75)
    if _pleads(words):
        return Guess(PassageKind.CORRECTION, 0.85)
    subject = _subject(words)
    if subject in _AMBIGUOUS_SUBJECTS:
        return None
    if subject is not None and any(token in _FAULTS for token in tokens[:60]):
        return Guess(PassageKind.CORRECTION, 0.8)
    return None


def _pleads(words: str) -> bool:
    """Tell whether a block asks to read something of an item in another way."""
    head = words[:_REACH_OF_A_PLEA]
    return "read" in head.casefold() and _PLEASE_READ.search(head) is not None


def _is_marked(opening: str) -> bool:
    """Tell whether an opening shows by itself that it speaks to editors."""
    return opening[-1] in ":-" or opening[0] in "(#" or "note" in opening


def _is_prose(words: str) -> bool:
    """Tell whether a block that opens like a note goes on like a story's sentence."""
    return is_running(words, most=_WORDS_OF_A_NOTICE) and "story" not in words.casefold()


def _tells_of_the_story(words: str, tokens: list[str]) -> bool:
    """Tell whether a sentence speaks of the story itself and of a fault in it."""
    if _subject(words) is None:
        return False
    reach = tokens[:60]
    return any(token in CORRECTING_DEEDS for token in reach) or "erroneously" in tokens


def _subject(words: str) -> str | None:
    """Return how a note names its story; `an earlier version of the bill` names another thing."""
    subject = opens_with(words, STORY_SUBJECTS)
    if subject is None:
        return None
    at = len(subject)
    return subject if _OF.match(words, at) is None or _OF_THE_STORY.match(words, at) else None


def _is_labelled(words: str, end: int) -> bool:
    """Tell whether what follows a label is its note: a sentence of its own, or about the story."""
    return is_capital(words[end:].lstrip()) or any(
        bare(token).casefold() in _STORY for token in words[end:].split()
    )


def _is_a_sentence(words: str, tokens: list[str]) -> bool:
    """Tell whether a bracket that opens like a note is a sentence of the story.

    A note has no subject and names what it brings; a participle with `by` or `in` opens a
    clause about something else.
    """
    if any(token in NOTED_MATTERS or token in STORY_PLACES for token in tokens):
        return False
    if len(tokens) <= _WORDS_OF_A_BRIEF_NOTE or not ends_sentence(words.rstrip(")] ")):
        return False
    first, second = tokens[0], tokens[1]
    if first in _PLAIN_WORDS:
        return True
    return second in _OF_OTHERS or (first.endswith(("ed", "cast")) and second in _MADE_BY)


def _corrects(tokens: list[str]) -> bool:
    """Tell whether the verbs of a note correct, by themselves or by what they name."""
    for number, token in enumerate(tokens):
        if token in CORRECTING_VERBS:
            return True
        if token in SOFT_VERBS and _mends(tokens[number:]):
            return True
    return False


def _names_a_fault(tokens: list[str]) -> bool:
    """Tell whether a note names a kind of fact or a place in the story."""
    return any(token in CORRECTED_FACTS or token in STORY_PLACES for token in tokens)


def _mends(tokens: list[str]) -> bool:
    """Tell whether a note with a soft verb mends a fault all the same."""
    return _names_a_fault(tokens) or any(token in _MENDING for token in tokens)


def _names_both(tokens: list[str]) -> bool:
    """Tell whether a note names a kind of fact and a place in the story."""
    return any(token in CORRECTED_FACTS for token in tokens) and any(
        token in STORY_PLACES for token in tokens
    )
