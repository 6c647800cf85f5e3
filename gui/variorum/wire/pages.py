"""Recognise what web pages leave in copied text: buttons, menus, captions, separators."""

from variorum.text import PassageKind
from variorum.wire import captions
from variorum.wire.lexicon import (
    CAPTION_CREDITS,
    CAPTION_MARKS,
    CAPTION_OPENINGS,
    CAPTION_POSITIONS,
    CAPTION_TOPICS,
    CLUTTER_LINES,
    CLUTTER_MENUS,
    CLUTTER_NETWORKS,
    CLUTTER_OPENINGS,
    CLUTTER_REQUESTS,
    CLUTTER_TRAILS,
    PHOTO_AGENCIES,
    PROMO_CUES,
    PROMO_HEADS,
)
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Guess
from variorum.wire.reports import has_clause_of_saying, speaks_to_readers
from variorum.wire.words import ends_sentence, first_within, is_capital, is_running, opens_with

_COUNTER = pattern(
    r"(?:image|photo|slide|picture|gallery)\s\d{1,4}\s?(?:of/?|/)\s?\d{1,4}$|\d{1,3}\s?(?:/|of)\s?\d{1,3}$|\d{1,5}\s(?:shares?|comments?|likes?|views?|min read|minute read)$"
    r"|(?:updated|published|posted|modified)\s\d{1,3}\s?[a-z]{1,7}\sago$"
    r"|\d{1,5}\s(?:responses?|comments?|thoughts|replies)\s(?:to|on)\s.{2,120}[^.?!\"”]$"
    r"|\d{1,3}\s(?:minuti|minutes|minuten|minutos|minuutin|min\.?)(?:\s(?:di\slettura|de\slecture|lesezeit|leestijd|de\slectura|de\sleitura|lesetid|lästid|lukuaika|read))?$"
    r"|\d{1,5}\s(?:postings?|posts|kommentare?|comentarios?|commentaires?|commenti|reacties|reactions|kommentarer|kommenttia)$"
    r"|\d{1,2}\s?(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)\.?\s(?:ago|read)$|\d{1,2}:\d{2}$"
)
_CODE = pattern(
    r"(?:window\.|document\.|var\s\w{1,40}\s?=|function\s?\(|\(function|googletag|<(?:script|div|iframe|img|style)\b|/\*|\{[\"'])"
)
_SHOWN = pattern(
    r"(?:file\s{0,2}[-–—]\s{1,2})?(?:in )?this [\w., -]{0,30}(?:\d{1,2},?|\d{4},)\s(?:file\s)?(?:photo|image|picture)\b"
    r"|(?:file\s{1,2}[-–—]\s{1,2})?in this [\w., -]{0,40}?(?:photo|photograph|image|picture|frame|combination|screen ?grab)s?"
    r"(?:\s(?:of|from)\s(?:video|photos|a video|footage|television))?,?\s(?:\w{1,12}\s)?(?:taken|provided|released|made|dated|obtained|distributed|posted|supplied|issued|courtesy)\b"
)
"""A caption that says where its picture comes from."""
_UNFOLDING = ("more", "less")
_BROKEN_OFF = pattern(r"(?:\.\s?\.\.\.?|[.!?…])\s{1,2}(?:more|less)$")
"""Behind a caption that a button folds and unfolds."""
_SHOWS = pattern(
    r"[,:;.()|/–—-]|(?:of|from|by|shows?|showing|taken|provided|released|made|dated|obtained|courtesy|via|distributed|posted|supplied|issued|credit)\b"
)
_ABOUT = pattern(r"(?:on|about|from|news|stories|information|details|coverage|to|and)\b")
_MEDIA = frozenset({"video", "photo", "photos", "image", "images", "graphic", "pool"})
_WEATHER = pattern(
    r".{0,120}\b(?:highs?|lows?)\s(?:(?:near|around|of|in the)\s)?\d{1,3}s?\s?(?:°\s?)?[fc]?\b.{0,12}\bwinds?\s(?:[nsew]{1,3}|light)\b"
)
"""A forecast as a page's box has it, without a verb."""
_FOLLOW = pattern(
    r"follow\s[^.]{2,70}\son\s(?:facebook|twitter|x|instagram|youtube|whatsapp|telegram|tiktok|linkedin|threads|bluesky)\b"
)
_VISIT = pattern(r"visit\s.{2,90}?\s(?:at\s)?(?:https?://|www\.)\S{3,100}$")
_TERMINAL = pattern(
    r"(?:to (?:see|view|read|access|get)|for)\b[^.]{3,110}\s(?:double[- ])?click\son\s.{2,60}[^.\s]$"
    r"|double[- ]click(?:ing)? on\b.{2,110}[^.\s]$"
)
"""What the reader of a terminal is told to press."""
_CREDITED = pattern(
    r"\s\[[A-Z][\w .'’-]{2,40}/[A-Z][\w .'’-]{2,40}\]$"
    r"|[\w.]\s\([A-Z][\w .]{1,24}:\s[A-Z][\w .'’-]{2,40}\)$|\.\s\|\s[A-ZÀ-Þ][A-ZÀ-Þ .-]{2,40}$"
    r"|[a-zà-ÿ.)]\s(?:Foto|Photo|Bild|Bilde|Kuva|Photograph|Image|Fotografía|Crédit|Zdj\.|Fot\.|Фото):\s?[A-ZÀ-Þ].{2,50}$"
    r"|[a-zà-ÿ0-9]{2}[.!]\s[A-ZÀ-Þ][\w.’-]{1,20}(?:\s[A-ZÀ-Þ][\w.’-]{1,20})?\s?/\s?[A-ZÀ-Þ][\w.’ -]{1,40}$",
    cased=True,
)
"""A photographer and whose he is, behind a caption."""
_SIGNS_OF_A_CREDIT = (":", "/", "hoto", "icture", "oto ", "|")
_BARS = str.maketrans(dict.fromkeys("|·•/,", " "))
_MOST_BUTTONS = 14
_LONGEST_BUTTON = 4
_TRAILING = (" > ", " › ", " » ", " / ", " → ")
_FEWEST_SECTIONS = 2
_WORDS_OF_A_STEP = 4
_LONGEST_LINK = 220
_LONGEST_SIGNED = 260
"""Code points of a caption with its photographer behind it."""
_WORDS_OF_A_NAME = 7
_MARKS = "♦►▶▸★☆✓✔➤➡→ "
"""Signs before what a page asks for."""
_TITLE_SHARE = 0.3
_LONGEST_LINE = 60
_LONGEST_FORECAST = 260
_LONGEST_LABEL = 5
"""Words; a longer sentence must ask the reader of a page for something to be clutter."""
_DOUBTFUL = 2
"""The weight of one word of what pages offer."""
_STROKED_MARKS = tuple(mark for mark in CAPTION_MARKS if "/" in mark)
_BRACKETED_MARKS = tuple(mark for mark in CAPTION_MARKS if "(" in mark and "/" not in mark)
_PLAIN_MARKS = tuple(mark for mark in CAPTION_MARKS if "(" not in mark and "/" not in mark)
_LONGEST_OPENING = 24
"""Words."""


def clutter(words: str) -> Guess | None:
    """Return clutter for a button, a menu entry, a separator, a script; promo for a list's head."""
    if len(words) <= _LONGEST_LINE:
        if not (words[0].isalnum() or any(map(str.isalnum, words))):
            return Guess(PassageKind.CLUTTER, 0.9) if len(words) >= 2 else None
        line = _line(words)
        if line is not None:
            return line
    if len(words) <= _LONGEST_FORECAST and "ind" in words and _WEATHER.match(words):
        return Guess(PassageKind.CLUTTER, 0.9)
    words = words.lstrip(_MARKS)
    opening = opens_with(words, CLUTTER_OPENINGS)
    asks = _asks(words)
    if asks or (opening and not is_running(words, most=_LONGEST_LABEL)):
        if len(words.split()) > _LONGEST_OPENING:
            return None
        return Guess(PassageKind.CLUTTER, max(asks, 0.85 if opening else 0.0))
    return Guess(PassageKind.CLUTTER, 0.9) if _is_code(words) else None


def _is_code(words: str) -> bool:
    """Tell whether words are a script, labels of a net, or say what to press or to follow."""
    if words[:1] == "#" and all(word[0] == "#" and len(word) > 1 for word in words.split()):
        return words[1] != "#"
    if words[:1] in "Ff" and _FOLLOW.match(words):
        return True
    if _CODE.match(words):
        return True
    if len(words) > _LONGEST_LINK:
        return False
    linked = "://" in words or "www." in words
    return (linked and _VISIT.match(words) is not None) or (
        "click" in words and _TERMINAL.match(words) is not None
    )


def _line(words: str) -> Guess | None:
    """Judge a short line by its whole: the head of a list, a button, several, a trail of menus."""
    folded = words.casefold().strip(" :!>»›▸►•|·–—-…").removesuffix("...")
    folded = folded.rstrip(".") if folded.rstrip(".") in CLUTTER_NETWORKS else folded
    if folded in PROMO_HEADS:
        return Guess(PassageKind.PROMO, 0.85)
    if folded in CLUTTER_LINES or _COUNTER.match(words):
        return Guess(PassageKind.CLUTTER, 0.9)
    if _are_buttons(folded) or _is_trail(words) or _is_menu(folded):
        return Guess(PassageKind.CLUTTER, 0.85)
    return None


def _are_buttons(folded: str) -> bool:
    """Tell whether a line is several buttons, one of which no title has: Share Print More."""
    tokens = folded.translate(_BARS).split()
    if not 2 <= len(tokens) <= _MOST_BUTTONS or CLUTTER_NETWORKS.isdisjoint(
        (*tokens, " ".join(tokens[:3]), " ".join(tokens[:2]))
    ):
        return False
    place = 0
    while place < len(tokens):
        sizes = range(min(_LONGEST_BUTTON, len(tokens) - place), 0, -1)
        joined = ((size, " ".join(tokens[place : place + size])) for size in sizes)
        size = next((n for n, b in joined if b in CLUTTER_LINES or b in CLUTTER_NETWORKS), 0)
        if not size:
            return False
        place += size
    return True


def _is_menu(folded: str) -> bool:
    """Tell whether a line is a page's menu, from its start on through its sections: Home News Sport."""
    first, *others = folded.translate(_BARS).split() or [""]
    return (
        len(others) >= _FEWEST_SECTIONS
        and first in CLUTTER_TRAILS
        and CLUTTER_MENUS.issuperset(others)
    )


def _is_trail(words: str) -> bool:
    """Tell whether a line is the trail of menus above a page: Home > World > Europe."""
    for sign in _TRAILING:
        if sign in words:
            steps = [step.strip() for step in words.split(sign) if step.strip()]
            small = all(len(step.split()) <= _WORDS_OF_A_STEP for step in steps)
            return len(steps) > 1 and small and steps[0].casefold() in CLUTTER_TRAILS
    return False


def caption(words: str) -> Guess | None:
    """Return caption for a photograph's text or credit."""
    if len(words) > 900:
        return None
    if _SHOWN.match(words):
        return Guess(PassageKind.CAPTION, 0.95)
    opening = opens_with(words, CAPTION_OPENINGS)
    if opening is not None and _may_caption(words, opening):
        return Guess(PassageKind.CAPTION, 0.88)
    folded = words.casefold()
    if _is_marked(folded):
        return Guess(PassageKind.CAPTION, 0.95)
    if len(words) <= 90 and not ends_sentence(words) and _is_photo_credit(words):
        return Guess(PassageKind.CAPTION, 0.8)
    broken_off = folded.endswith(_UNFOLDING) and _BROKEN_OFF.search(words[-12:]) is not None
    if broken_off or captions.ends_with_credit(words) or _is_signed(words):
        return Guess(PassageKind.CAPTION, 0.85)
    if first_within(folded, CAPTION_POSITIONS) is not None:
        return Guess(PassageKind.CAPTION, 0.75)
    return None


def _is_marked(folded: str) -> bool:
    """Tell whether folded words hold what only a photograph's credit has."""
    # Nearly all of the marks hold a stroke or a bracket, and few paragraphs do.
    return (
        first_within(folded, _PLAIN_MARKS) is not None
        or ("/" in folded and first_within(folded, _STROKED_MARKS) is not None)
        or ("(" in folded and first_within(folded, _BRACKETED_MARKS) is not None)
    )


def _is_signed(words: str) -> bool:
    """Tell whether a caption's sentence closes with its photographer: `… in May. Photo by Ann Lee`."""
    if len(words) > _LONGEST_SIGNED or ends_sentence(words.rstrip("])")):
        return False
    if not any(sign in words for sign in _SIGNS_OF_A_CREDIT):
        return False
    if any(mark in words for mark in '"“”«»'):
        return False
    if _CREDITED.search(words):
        return not has_clause_of_saying(words)
    sentence, point, credit = words.partition(" | " if " | " in words else ". ")
    opening = opens_with(credit, CAPTION_CREDITS) if point else None
    if opening is None or has_clause_of_saying(sentence):
        return False
    name = credit[len(opening) :].split()
    named = bool(name) and (is_capital(name[0]) or name[0].casefold() in PHOTO_AGENCIES)
    return named and len(name) <= _WORDS_OF_A_NAME


def promo_by_cue(words: str) -> Guess | None:
    """Return promo for a line that says itself that it leads to another story."""
    if words[0] in "[(" and words[-1] in "])":
        words = words[1:-1] or words
    cue = opens_with(words, PROMO_CUES) if not words[0].islower() else None
    if cue is None or len(words) > 220:
        return None
    rest = words[len(cue) :].lstrip()
    separated = cue.endswith(":") or rest[:1] in ":|–—->»"
    if separated and _opens_small(rest.lstrip(":|–—->» ")) and ends_sentence(words):
        return None
    if not separated and (_goes_on(rest) or has_clause_of_saying(words)):
        return None
    if rest and (separated or (not ends_sentence(words) and len(words.split()) <= 20)):
        return Guess(PassageKind.PROMO, 0.9 if separated else 0.7)
    return None


def _asks(words: str) -> float:
    """Return how surely a line asks the reader of a page for something; 0 where it does not.

    A sentence must also name what pages offer: `Sign up for the army and you may …` does not.
    """
    opening = opens_with(words, CLUTTER_REQUESTS)
    if opening is None:
        return 0.0
    code = not opening[-1].isalpha() and not opening.endswith(" ")
    if code or not is_running(words, most=_LONGEST_LABEL):
        return 0.85
    weight = speaks_to_readers(words)
    return 0.85 if weight > _DOUBTFUL else 0.75 if weight == _DOUBTFUL else 0.0


def _may_caption(words: str, opening: str) -> bool:
    """Tell whether what follows a caption's first words is a name, a picture, or nothing."""
    rest = words[len(opening) :].lstrip()
    if opening[-1] in ":-–—":
        return not (_opens_small(rest) and is_running(rest, most=_LONGEST_LABEL))
    if not rest or opening not in CAPTION_TOPICS or not is_running(words, most=_LONGEST_LABEL):
        return True
    if opening.endswith(" by"):
        return not _opens_small(rest)
    return _SHOWS.match(rest) is not None and not (
        opening.startswith("in this") and rest.startswith("of ")
    )


def _opens_small(words: str) -> bool:
    """Tell whether words open with a small letter."""
    return words[:1].islower()


def _goes_on(rest: str) -> bool:
    """Tell whether words after a cue go on as a sentence: few of them are capitals."""
    tokens = rest.split()
    if not _opens_small(rest) or len(tokens) <= _LONGEST_LABEL or _ABOUT.match(rest):
        return False
    return sum(is_capital(token) for token in tokens) < _TITLE_SHARE * len(tokens)


def _is_photo_credit(words: str) -> bool:
    """Tell whether a short line is a photographer and an agency of photographs."""
    folded = words.casefold().strip("() ")
    name, _, medium = folded.rpartition(" ")
    if medium in _MEDIA and name in PHOTO_AGENCIES:
        return True
    for separator in (",", "/", "|", " via ", " - ", " — "):
        name, found, agency = folded.rpartition(separator)
        if found and agency.strip() in PHOTO_AGENCIES and len(name.split()) <= 6:
            return True
    return False
