"""Recognise what web pages leave in copied text: buttons, menus, captions, separators."""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    CAPTION_MARKS,
    CAPTION_OPENINGS,
    CAPTION_POSITIONS,
    CLUTTER_LINES,
    CLUTTER_OPENINGS,
    CLUTTER_REQUESTS,
    PHOTO_AGENCIES,
    PROMO_CUES,
)
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import ends_sentence, is_running, opens_with

_COUNTER = pattern(
    r"(?:image|photo|slide|picture|gallery)\s\d{1,4}\s(?:of|/)\s\d{1,4}$|\d{1,3}\s?(?:/|of)\s?\d{1,3}$|\d{1,5}\s(?:shares?|comments?|likes?|views?|min read|minute read)$"
    r"|\d{1,2}\s?(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)\.?\s(?:ago|read)$|\d{1,2}:\d{2}$"
)
_CODE = pattern(
    r"(?:window\.|document\.|var\s\w{1,40}\s?=|function\s?\(|\(function|googletag|<(?:script|div|iframe|img|style)\b|/\*|\{[\"'])"
)
_LONGEST_LINE = 60
_LONGEST_LABEL = 5
"""Words; a longer sentence must ask the reader of a page for something to be clutter."""
_LONGEST_OPENING = 24
"""Words."""


def clutter(words: str) -> Guess | None:
    """Return clutter for a button, a menu entry, a separator, a script."""
    if len(words) <= _LONGEST_LINE:
        if not any(character.isalnum() for character in words):
            return Guess(PassageKind.CLUTTER, 0.9) if len(words) >= 2 else None
        folded = words.casefold().strip(" :!>»›▸►•|·–—-…").removesuffix("...")
        if folded in CLUTTER_LINES or _COUNTER.match(words):
            return Guess(PassageKind.CLUTTER, 0.9)
    opening = opens_with(words, CLUTTER_OPENINGS)
    asks = opens_with(words, CLUTTER_REQUESTS) is not None
    if asks or (opening and not is_running(words, most=_LONGEST_LABEL)):
        if len(words.split()) > _LONGEST_OPENING:
            return None
        return Guess(PassageKind.CLUTTER, 0.85)
    if _CODE.match(words):
        return Guess(PassageKind.CLUTTER, 0.9)
    return None


def caption(words: str) -> Guess | None:
    """Return caption for a photograph's text or credit."""
    if len(words) > 900:
        return None
    if opens_with(words, CAPTION_OPENINGS):
        return Guess(PassageKind.CAPTION, 0.88)
    folded = words.casefold()
    if any(mark in folded for mark in CAPTION_MARKS):
        return Guess(PassageKind.CAPTION, 0.85)
    if len(words) <= 90 and not ends_sentence(words) and _is_photo_credit(words):
        return Guess(PassageKind.CAPTION, 0.8)
    if any(position in folded for position in CAPTION_POSITIONS):
        return Guess(PassageKind.CAPTION, 0.75)
    return None


def promo_by_cue(words: str) -> Guess | None:
    """Return promo for a line that says itself that it leads to another story."""
    cue = opens_with(words, PROMO_CUES) if not words[0].islower() else None
    if cue is None or len(words) > 220:
        return None
    rest = words[len(cue) :].lstrip()
    separated = cue.endswith(":") or rest[:1] in ":|–—->»"
    if rest and (separated or (not ends_sentence(words) and len(words.split()) <= 20)):
        return Guess(PassageKind.PROMO, 0.9 if separated else 0.7)
    return None


def _is_photo_credit(words: str) -> bool:
    """Tell whether a short line is a photographer and an agency of photographs."""
    folded = words.casefold().strip("() ")
    for separator in (",", "/", "|", " via ", " - ", " — "):
        name, found, agency = folded.rpartition(separator)
        if found and agency.strip() in PHOTO_AGENCIES and len(name.split()) <= 6:
            return True
    return False
