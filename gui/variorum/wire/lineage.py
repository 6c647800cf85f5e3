"""Read what copy says of its descent: UPDATE 2-, 1st Ld-Writethru, (Corrects ...), KILL.

An update, a correction and a withdrawal are different things, so each mark is read by itself;
a note is read by what it mends before it is read by its verb. Words are data, see the lexicon.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.text import NOTE_KINDS, Lineage, LineageKind, Passage, PassageKind, Span
from variorum.wire import headlines
from variorum.wire.lexicon import (
    CORRECTING_VERBS,
    LINEAGE_HYPHENED,
    LINEAGE_NOTES,
    LINEAGE_NOTICES,
    LINEAGE_ORDINARY,
    LINEAGE_TAG_KINDS,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.words import bare, opens_with

_TAGS = alternatives(LINEAGE_TAG_KINDS)
_TOLD = r"(?:\s\d{4})?(?:\s[-–:]\s[^()\[\]]{2,80})?"
"""In brackets behind a tag: the hour, and what is new."""
_ORDINAL = r"(?P<number>\d{1,2})(?:st|nd|rd|th|er|e|ème|eme|º|ª|\.)"
_LEADS = pattern(
    rf"(?<!\w){_ORDINAL}\s{{0,2}}(?P<lead>ld|lead|top|net|update|neufassung|zusammenfassung)"
    r"(?P<whole>[-\s]{0,3}(?:writethru|writethrough))?(?!\w)"
)
_HEADLINE_TAG = pattern(
    rf"[\s*]{{0,3}}(?:(?P<open>{_TAGS})(?:\s{{1,2}}(?P<number>\d{{1,2}}))?\s{{0,2}}(?P<mark>[-–—:/])"
    rf"|[(\[](?P<closed>{_TAGS})(?:\s{{1,2}}(?P<number_within>\d{{1,2}}))?{_TOLD}[)\]]\s{{0,2}}[-–—:]?)\s{{0,2}}"
)
_ORDINAL_TAG = pattern(r"[\s*]{0,3}[(\[]?(?=\d{1,2}\w{0,3}[.ºª]?\s{0,2}[^\W\d_])")
_AROUND_A_VERSION = pattern(r"^\s{0,3}\(?\d{1,2}(?:\.|st|nd|rd|th)\s|\s\d{1,4}\)?\s{0,3}$")
"""The number that stands before or behind a line that only names a version."""
_SLUG_TAG = pattern(
    rf"(?<![\w-])(?P<tag>{alternatives({*LINEAGE_HYPHENED, *('refiled', 'hold', 'kill', 'urgent', 'flash', 'repeat', 'lead')})})"
    r"(?:\s{1,2}(?P<number>\d{1,2}))?(?![\w-]|\s?:)"
)
_SLUG_FORMS = {
    LineageKind.WRITETHRU: pattern(r"(?<![\w])writethru\b"),
    LineageKind.ABRIDGED: pattern(r"(?:-|\b)abridged\b"),
    LineageKind.ADVANCE: pattern(r"(?<![\w-])adv\d{0,2}\b"),
    LineageKind.ADDITION: pattern(r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)\s(?:add|take)\b"),
}
_ALERT_SLUG = pattern(r"\bap\s?newsalert\b")
_TAKE_AT_END = pattern(r"\s\((?P<number>[2-9])\)$")
_MOST_TAGS = 4
_VERSIONED = frozenset({PassageKind.SLUGLINE, PassageKind.HEADER})
BEARING = _VERSIONED | NOTE_KINDS | {PassageKind.HEADLINE}
"""The kinds of passages that may bear a mark."""
_MENDING = CORRECTING_VERBS | {"correct", "korrigieren", "corriger"}
_TRIES = 5
"""Words of a note among which its verb stands."""


def of(
    text: str, passages: Sequence[Passage], *, headline: str | None, slug: str | None
) -> tuple[Lineage, ...]:
    """Return the marks of descent that a text bears, and those of the file's headline and slug.

    Of each kind one mark is kept: the first with a number, else the first.
    """
    found = (
        mark
        for passage in passages
        if passage.kind in BEARING
        for mark in of_passage(passage.words.of(text), passage.kind, at=passage.words.start)
    )
    return chosen(found, headline=headline, slug=slug)


def chosen(
    found: Iterable[Lineage], *, headline: str | None, slug: str | None
) -> tuple[Lineage, ...]:
    """Return of each kind one of the marks that were found and those of the file's fields."""
    marks = list(found)
    if headline is not None:
        marks += _without_place(in_headline(headline))
    if slug is not None:
        marks += _without_place(_in_slug(slug))
    return _one_a_kind(marks)


def in_headline(words: str) -> Iterator[Lineage]:
    """Yield the marks in front of a headline, or behind it, with spans in its words."""
    place = 0
    for _ in range(_MOST_TAGS):
        ordinal = _ORDINAL_TAG.match(words, place)
        lead = _LEADS.match(words, ordinal.end()) if ordinal else None
        if lead is not None:
            yield _lead(lead)
            place = lead.end() + words[lead.end() : lead.end() + 1].count(")")
            place += len(words[place:]) - len(words[place:].lstrip(" -–—:"))
            continue
        match = _HEADLINE_TAG.match(words, place)
        if match is None or not words[match.end() :].strip():
            break
        tag = match["closed"] or match["open"]
        if not _is_tag(tag, match["mark"]):
            break
        number = match["number"] or match["number_within"]
        start = match.start("closed") - 1 if match["closed"] else match.start("open")
        span = Span(start, start + len(words[start : match.end()].rstrip()))
        yield Lineage(LINEAGE_TAG_KINDS[tag.casefold()], _count(number), span)
        place = match.end()
    take = _TAKE_AT_END.search(words)
    if take is not None:
        yield Lineage(
            LineageKind.UPDATE, _count(take["number"]), Span(take.start() + 1, take.end())
        )


def version_of(words: str) -> LineageKind | None:
    """Return the kind of a line that only says what version copy is: 2. Neufassung, KORREKTUR."""
    tag = _AROUND_A_VERSION.sub("", words.casefold()).strip(" .:()")
    return LINEAGE_TAG_KINDS.get(tag)


def of_passage(words: str, kind: PassageKind, *, at: int) -> list[Lineage]:
    """Return the marks of one passage's words, which stand at a place in the text."""
    slugged = kind is PassageKind.HEADLINE and headlines.slug(words) is not None
    if kind is PassageKind.HEADLINE and not slugged:
        found = in_headline(words)
    elif slugged or kind in _VERSIONED:
        found = _in_slug(words)
    elif kind in NOTE_KINDS:
        whole = Span(0, len(words))
        found = (Lineage(k, None, whole, soft) for k, soft in _in_note(words, kind))
    else:
        return []
    return [replace(mark, span=mark.span.shifted(at) if mark.span else None) for mark in found]


def _in_slug(words: str) -> Iterator[Lineage]:
    """Yield the marks of a keyword line, a version line or a header."""
    version = version_of(words)
    if version is not None and _LEADS.search(words) is None:
        yield Lineage(version, None, Span(0, len(words)))
        return
    for lead in _LEADS.finditer(words):
        yield _lead(lead)
    for tag in _SLUG_TAG.finditer(words):
        if tag["tag"].isupper() or tag["number"]:
            kind = LINEAGE_TAG_KINDS[tag["tag"].casefold()]
            yield Lineage(kind, _count(tag["number"]), Span(*tag.span()))
    for kind, form in _SLUG_FORMS.items():
        match = form.search(words)
        if match is not None and not any(c.isdigit() for c in words[: match.start()][-4:]):
            number = match.groupdict().get("number")
            yield Lineage(kind, _count(number), Span(*match.span()))
    alert = _ALERT_SLUG.search(words)
    if alert is not None:
        yield Lineage(LineageKind.ALERT, None, Span(*alert.span()))


def _in_note(words: str, kind: PassageKind) -> Iterator[tuple[LineageKind, bool]]:
    """Yield what a note to desks says of its item: the kind, and whether in soft words."""
    for noticed, openings in LINEAGE_NOTICES.items():
        if opens_with(words, openings) is not None:
            yield noticed, False
            return
    tokens = [bare(token).casefold() for token in words[:1200].split()]
    folded = " ".join(tokens[:_TRIES])
    verb = next((token for token in tokens[:_TRIES] if token in LINEAGE_NOTES), None)
    verb = verb or next((v for v in LINEAGE_NOTES if " " in v and v in folded), None)
    if kind is PassageKind.CORRECTION:
        if verb is not None and LINEAGE_NOTES[verb] is LineageKind.REFILE:
            yield LineageKind.REFILE, False
        yield LineageKind.CORRECTION, _MENDING.isdisjoint(tokens)
    elif verb is not None:
        yield LINEAGE_NOTES[verb], False


def _lead(match: re.Match[str]) -> Lineage:
    """Return the mark of an ordinal lead: a lead, a writethru, a replacement of the net copy."""
    kind = LineageKind.WRITETHRU if match["whole"] else LineageKind.LEAD
    if match["lead"].casefold() in {"update", "neufassung"}:
        kind = LineageKind.UPDATE
    elif match["lead"].casefold() == "zusammenfassung":
        kind = LineageKind.WRAP
    elif match["lead"].casefold() == "net":
        kind = LineageKind.WRITETHRU
    return Lineage(kind, int(match["number"]), Span(*match.span()))


def _is_tag(tag: str, mark: str | None) -> bool:
    """Tell whether a word in front of a headline is a tag, by its capitals and what follows it."""
    if mark is None:
        return tag[0].isupper()
    if mark == ":":
        return tag.isupper() or (tag[0].isupper() and tag.casefold() not in LINEAGE_ORDINARY)
    return tag.isupper() and (mark == "/" or tag.casefold() in LINEAGE_HYPHENED)


def _count(number: str | None) -> int | None:
    return int(number) if number else None


def _without_place(marks: Iterable[Lineage]) -> Iterator[Lineage]:
    """Yield marks of fields, which stand nowhere in the text."""
    for mark in marks:
        yield replace(mark, span=None)


def _one_a_kind(marks: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """Return of each kind the first mark with a number, else the first; plain before soft."""
    best: dict[LineageKind, Lineage] = {}
    for mark in marks:
        held = best.get(mark.kind)
        if (
            held is None
            or (held.number is None and mark.number is not None)
            or (held.soft and not mark.soft)
        ):
            best[mark.kind] = mark
    return tuple(best.values())
