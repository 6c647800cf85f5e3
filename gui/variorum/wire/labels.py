"""Tell the sentence that opens with a label, as `Editor's note was read in court.` does.

Whatever a line's label promises, a sentence wins over it: a finite verb whose subject the label
is, or a clause that goes on small behind the label's colon. Only a shape that no sentence has
proves the label all the same: an address, a number, a credit.
"""

from collections.abc import Sequence
from itertools import pairwise

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    ADVISORY_OPENINGS,
    BYLINE_UNNAMED,
    CAPTION_OPENINGS,
    CLUTTER_OPENINGS,
    CLUTTER_REQUESTS,
    CONTACT_OPENINGS,
    CREDITED_SOURCES,
    DETERMINERS,
    FINITE_VERBS,
    LABEL_PROOFS,
    NOTED_MATTERS,
    PAST_FORMS,
    PHOTO_AGENCIES,
    PICTURED,
    PROMO_CUES,
    STORY_PLACES,
    SUBJECTS,
    SUBORDINATORS,
)
from variorum.wire.pieces import Guess
from variorum.wire.reports import speaks_to_readers
from variorum.wire.tails import REACHING
from variorum.wire.words import bare, opens_with

_LABELS = {
    PassageKind.ADVISORY: (ADVISORY_OPENINGS,),
    PassageKind.BYLINE: (BYLINE_UNNAMED,),
    PassageKind.CAPTION: (CAPTION_OPENINGS,),
    PassageKind.CLUTTER: (CLUTTER_OPENINGS, CLUTTER_REQUESTS),
    PassageKind.CONTACT: (CONTACT_OPENINGS,),
    PassageKind.PROMO: (PROMO_CUES,),
}
_LONGEST = 400
"""Code points of a line that is looked at."""
_LONGEST_LABEL = 40
_DIGITS_OF_A_NUMBER = 7
_FEWEST_WORDS = 3
_FROM_A_PAGE = 2
"""The weight from which a sentence speaks to who reads a page."""
_QUOTES = "\"'“‘«„"
_CLOSERS = "\"'”’»)"
_BEFORE_SUBJECTS = frozenset({"in", "for", "with"})
"""A label that opens so is no subject: `In this photo the minister was …`."""


def is_sentence(words: str, guess: Guess) -> bool:
    """Tell whether a line set apart for its label is a sentence of the story."""
    labels = _LABELS.get(guess.kind)
    if labels is None or len(words) > _LONGEST or not _is_closed(words):
        return False
    label = next((found for known in labels if (found := opens_with(words, known))), None)
    if label is None or not words[0].isalnum() or _is_proved(words, guess.kind):
        return False
    if guess.kind is PassageKind.CLUTTER and speaks_to_readers(words[len(label) :]) >= _FROM_A_PAGE:
        return False
    name, colon, rest = words[: _LONGEST_LABEL + 1].partition(":")
    if colon and len(label) <= len(name) + 1:
        rest = words[len(name) + 1 :].strip()
        return guess.kind is not PassageKind.ADVISORY and _goes_on(rest, guess.kind)
    behind = words[len(label) :].lstrip()
    parted = not label.rstrip()[-1].isalnum() or not behind[:1].isalnum()
    if parted or words.split(maxsplit=1)[0].casefold() in _BEFORE_SUBJECTS:
        return False
    return _is_subject(behind, guess.kind)


def _is_closed(words: str) -> bool:
    """Tell whether words end with the point of a sentence, inside quotation marks or not."""
    return words.rstrip().rstrip(_CLOSERS)[-1:] in {".", "!", "?"}


def _is_proved(words: str, kind: PassageKind) -> bool:
    """Tell whether a line holds an address, a number or a credit, as no sentence does."""
    folded = words.casefold()
    if kind is PassageKind.CONTACT and any(word in folded for word in REACHING):
        return True
    return (
        any(proof in folded for proof in LABEL_PROOFS)
        or sum(map(str.isdigit, words)) >= _DIGITS_OF_A_NUMBER
    )


def _goes_on(rest: str, kind: PassageKind) -> bool:
    """Tell whether what stands behind a label's colon is the rest of its sentence."""
    if rest[:1] in _QUOTES:
        spoken = rest.rstrip(_CLOSERS) != rest and rest.rstrip(_CLOSERS)[-1:] == "."
        return spoken and len(rest.split()) >= _FEWEST_WORDS
    if not rest[:1].islower():
        return False
    tokens = [bare(token).casefold() for token in rest.split()]
    if tokens[0] in CREDITED_SOURCES or " ".join(tokens) in PHOTO_AGENCIES:
        return False
    if tokens[0] in SUBJECTS or not FINITE_VERBS.isdisjoint(tokens) or _governs(tokens):
        return True
    if tokens[0] in DETERMINERS and tokens[-1].endswith("ed"):
        return True
    # Tags are not closed by a point; below a picture's label a word or two name what it shows.
    return len(tokens) >= _FEWEST_WORDS if kind is PassageKind.CLUTTER else len(tokens) == 1


def _is_subject(rest: str, kind: PassageKind) -> bool:
    """Tell whether the first verb behind a label is finite, in a clause of its own."""
    raw = rest.split()
    tokens = [bare(token).casefold() for token in raw]
    if kind is PassageKind.ADVISORY and not (NOTED_MATTERS | STORY_PLACES).isdisjoint(tokens):
        return False
    commas = 0
    for number, token in enumerate(tokens):
        if token in SUBORDINATORS:
            return False
        if token in FINITE_VERBS and commas % 2 == 0:
            return PICTURED.isdisjoint(tokens[number + 1 : number + 2])
        if kind is not PassageKind.CAPTION and not commas and _governs(tokens[number : number + 2]):
            return True
        if raw[number][-1] in ".:;!?":
            return False
        commas += raw[number][-1] == ","
    return False


def _governs(tokens: Sequence[str]) -> bool:
    """Tell whether a past form stands before what it governs: `emptied the hall`.

    Before anything else it may be a participle: `a bag left at the pier`.
    """
    return any(
        (verb.endswith("ed") or verb in PAST_FORMS)
        and (after in DETERMINERS or after[:1].isdigit())
        for verb, after in pairwise(tokens)
    )
