"""Cut passages into sentences: rules for wire copy over words and marks.

A sentence never crosses a passage; a headline, a crosshead and a table are one unit each;
the dateline and a headline's tags stand in no sentence. Measured beside nupunkt in tests/benchmarks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    commas,
    people,
    reporting,
    words,
)
from variorum.collation.reading.cases import LetterCase, cases_of
from variorum.collation.reading.inserts import crosshead_end, opens_code, past_code
from variorum.collation.reading.restored import Shown, restored, shown_in, without_owner
from variorum.collation.reading.tokens import Token, fold, tokenise
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire.headlines import past_tags

_ENDERS = frozenset({".", "!", "?", "...", "。", "！", "？", "؟", "।", "۔"})
_LAST = frozenset(".!?…。！？؟।۔")
_UNSPACED_ENDERS = frozenset({"。", "！", "？"})
_CLOSERS = frozenset({'"', "'", ")", "]"})
_OPENERS = frozenset({'"', "'", "(", "[", "-", "*", "•"})
_WHOLE_UNITS = frozenset({PassageKind.HEADLINE, PassageKind.CROSSHEAD, PassageKind.TABLE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold a sentence of a story passage: its number of passage, and its words and marks."""

    passage: int
    span: Span
    tokens: tuple[Token, ...]
    """In copy of one case with the capitals of mixed copy, as far as these are known."""
    case: LetterCase = LetterCase.MIXED


def sentences(article: Article, beside: Shown = MappingProxyType({})) -> tuple[Sentence, ...]:
    """Return the sentences of an article's story passages, in reading order.

    `beside` is how another version in mixed copy writes its words, for what is of one case here.
    """
    stretches = {
        number: _own_words(article, passage)
        for number, passage in enumerate(article.passages)
        if passage.kind.is_story
    }
    cases = cases_of(article, stretches)
    rows = {n: tokenise(article.text, start, end) for n, (start, end) in stretches.items()}
    if _is_english(article) and any(case is not LetterCase.MIXED for case in cases.values()):
        rows = _restored(article, rows, cases, beside)
    found: list[Sentence] = []
    for number, tokens in rows.items():
        case = cases[number]
        # Copy of one case cannot tell by a capital where a sentence begins.
        lower = case is not LetterCase.MIXED or article.text[slice(*stretches[number])].islower()
        for unit in _units(tokens, article.passages[number].kind, lower=lower):
            span = Span(unit[0].start, unit[-1].end)
            found.append(Sentence(number, span, tuple(unit), case))
    return tuple(found)


def _is_english(article: Article) -> bool:
    """Tell whether the lexicons may be asked; a language that is not known is taken for English."""
    return article.language in {None, "en"}


def _restored(
    article: Article,
    rows: Mapping[int, list[Token]],
    cases: Mapping[int, LetterCase],
    beside: Shown,
) -> dict[int, list[Token]]:
    """Return the words of passages, those of one case as the mixed copy around them writes them."""
    mixed = [
        row
        for n, row in rows.items()
        if cases[n] is LetterCase.MIXED and article.passages[n].kind is PassageKind.PARAGRAPH
    ]
    asked = {
        without_owner(token.surface.lower())[0]
        for n, row in rows.items()
        if cases[n] is not LetterCase.MIXED
        for token in row
    }
    shown = {**beside, **shown_in(mixed, asked)}
    return {
        n: row if cases[n] is LetterCase.MIXED else restored(row, shown) for n, row in rows.items()
    }


def _own_words(article: Article, passage: Passage) -> tuple[int, int]:
    """Return where a passage's sentences stand: behind the dateline, or a headline's tags."""
    start, end = passage.words.start, passage.words.end
    dateline = article.dateline
    if dateline and passage.span.start <= dateline.span.start < passage.span.end:
        start = min(max(start, dateline.span.end), end)
    if passage.kind is PassageKind.HEADLINE:
        start += past_tags(article.text[start:end])
    return start, end


def _units(tokens: list[Token], kind: PassageKind, *, lower: bool) -> list[list[Token]]:
    tokens = _with_points(tokens)
    if not tokens or kind in _WHOLE_UNITS:
        return [tokens] if tokens else []
    units: list[list[Token]] = []
    first = crosshead_end(tokens)
    if first:
        units.append(tokens[:first])
    for place in [n for n, (_, _, surface) in enumerate(tokens) if surface[-1] in _LAST]:
        end = _sentence_end(tokens, first, place, lower=lower) if place >= first else 0
        if end:
            units.append(tokens[first:end])
            first = end
    if first < len(tokens):
        units.append(tokens[first:])
    return units


def _with_points(tokens: list[Token]) -> list[Token]:
    """Give abbreviations and initials the point that follows them."""
    surfaces = [surface for _, _, surface in tokens]
    merged: list[Token] = []
    done = 0
    for place in _places_of(".", surfaces):
        merged += tokens[done:place]
        token, done = tokens[place], place + 1
        if merged and merged[-1].end == token.start:
            before = merged[-1]
            # I/B/E/S is spelt out, no initial of a name.
            spelt = len(merged) > 1 and merged[-2].surface == "/"
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if not spelt and _takes_point(before.surface, after):
                merged[-1] = Token(before.start, token.end, before.surface + ".")
                continue
        merged.append(token)
    merged += tokens[done:]
    return _with_owners(merged) if "s" in surfaces else merged


def _places_of(surface: str, surfaces: list[str]) -> Iterator[int]:
    """Yield where a surface stands; a list finds it faster than a loop over all words."""
    place = -1
    for _ in range(surfaces.count(surface)):
        place = surfaces.index(surface, place + 1)
        yield place


def _with_owners(tokens: list[Token]) -> list[Token]:
    """Give an abbreviation with its point the possessive behind it: Inc.'s."""
    merged: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if len(token.surface) > 1 and token.surface[-1] == "." and _owns(tokens, place + 1):
            mark, letter = tokens[place + 1 : place + 3]
            token = Token(token.start, letter.end, f"{token.surface}{mark.surface}s")
            place += 2
        merged.append(token)
        place += 1
    return merged


def _owns(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an apostrophe and an "s" stand here, joined to the word before and to no other."""
    row = tokens[place : place + 3]
    if len(row) < 2 or fold(row[0].surface) != "'" or row[1].surface != "s":
        return False
    joined = tokens[place - 1].end == row[0].start and row[0].end == row[1].start
    return joined and (len(row) < 3 or row[2].start > row[1].end or not row[2].surface.isalnum())


def _takes_point(surface: str, after: Token | None) -> bool:
    """Tell whether a point belongs to the word before it."""
    following = after.surface if after else ""
    lower = surface.lower()
    if len(surface) == 1 and surface.isalpha():
        return (surface.isupper() and following[:1].isupper() and not _is_starter(following)) or (
            lower == "v" and following[:1].isupper()
        )
    table = abbreviations()
    if lower not in table.points:
        # The last part of a compound: "R-Ariz."
        last = lower.rpartition("-")[2]
        return last != lower and last in table.points and last not in table.need_figure
    if lower in table.need_figure:
        return following[:1].isdigit()
    if lower in table.need_capital:
        return surface[0].isupper() and (following[:1].isupper() or following[:1].isdigit())
    return True


def _is_starter(surface: str) -> bool:
    """Tell whether a word with a capital most likely begins a sentence."""
    lower = surface.lower()
    return surface[:1].isupper() and (
        lower in words().starters
        or (lower in words().function and len(surface) > 1)
        or lower in {"a", "i"}
    )


def _sentence_end(tokens: Sequence[Token], first: int, place: int, *, lower: bool) -> int:
    """Return where the sentence ends if this token ends it, else 0."""
    token = tokens[place]
    mark = fold(token.surface)
    pointed = len(mark) > 1 and mark.endswith(".") and mark != "..."
    if not pointed and mark not in _ENDERS and mark[:1] not in {"!", "?"}:
        return 0
    end = place + 1
    quoted = False
    while end < len(tokens) and _closes(tokens, end):
        quoted = quoted or fold(tokens[end].surface) in {'"', "'"}
        end += 1
    end = past_code(tokens, end)
    if end == len(tokens):
        return end
    spaced = tokens[end].start > tokens[end - 1].end or tokens[end - 1].surface == ">"
    if token.surface not in _UNSPACED_ENDERS and mark != "..." and not spaced:
        return 0
    if opens_code(tokens, end):
        return 0
    follower = _first_word(tokens, end)
    if follower is None:
        return 0
    if pointed:
        # "U.S." alone is no sentence.
        ends = place > first and _ends_with_abbreviation(tokens, place, end, follower)
        return end if ends or _ends_with_company(tokens, first, place, follower) else 0
    if lower and mark == "." and tokens[follower].surface[0].islower():
        small = tokens[follower].surface
        begins = small in words().function or small in words().starters
        if not begins and tokens[place - 1].surface in abbreviations().points:
            # "mass. land": with a capital it would be an abbreviation.
            return 0
        return end if _ends_in_lower_case(tokens, first, place) else 0
    return end if _ends_with_mark(tokens, first, place, follower, quoted=quoted) else 0


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a mark closes what stands directly before it."""
    token = tokens[place]
    if token.start != tokens[place - 1].end or fold(token.surface) not in _CLOSERS:
        return False
    return (
        place + 1 == len(tokens)
        or tokens[place + 1].start > token.end
        or _closes(tokens, place + 1)
    )


def _first_word(tokens: Sequence[Token], place: int) -> int | None:
    """Return the first token from here that opens no quotation or bracket."""
    while place < len(tokens):
        if fold(tokens[place].surface) not in _OPENERS:
            return place
        place += 1
    return None


def _may_begin(surface: str) -> bool:
    """Tell whether a word can begin a sentence: no lower-case letter leads it."""
    return not surface[0].islower() and (surface[0].isalnum() or surface[0] in "$€£¥@#")


def _ends_with_mark(
    tokens: Sequence[Token], first: int, place: int, follower: int, *, quoted: bool
) -> bool:
    surface = tokens[follower].surface
    if not _may_begin(surface):
        return False
    mark = tokens[place].surface
    if mark == "." and place == first + 1 and tokens[first].surface.isdigit():
        return False
    if mark == "!" and place > first:
        name = tokens[place - 1].surface.lower() + "!"
        if name in abbreviations().name_ends and tokens[place - 1].end == tokens[place].start:
            return _is_starter(surface)
    if quoted and mark[0] in "?!":
        return not _is_attribution(tokens, follower)
    return True


def _ends_in_lower_case(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Tell whether a point ends a sentence in copy without capitals: behind a word, no initial."""
    word = tokens[place - 1].surface if place > first else ""
    return place > first + 1 and (len(word) > 1 or not word.isalpha())


def _is_attribution(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a speaker and a verb of saying follow, as after a quoted question."""
    return any(t.surface in reporting() for t in tokens[place : place + 5])


def _ends_with_abbreviation(tokens: Sequence[Token], place: int, end: int, follower: int) -> bool:
    lower = tokens[place].surface.lower()
    following = tokens[follower].surface
    if lower.rstrip(".") in abbreviations().never_end or not _may_begin(following):
        return False
    if lower in {"a.m.", "p.m."} and not _is_initials(tokens, place):
        name = following.lower()
        zone = following.isupper() and len(following) > 1
        return not (name in calendar().days or name in calendar().months or zone) and (
            following[0].isalpha()
        )
    if follower > end:
        # A quotation or a bracket opens: the sentence is over only before a quotation.
        return fold(tokens[end].surface) == '"' and following[0].isupper()
    return _is_starter(following) and following.lower() not in AUXILIARIES


def _ends_with_company(tokens: Sequence[Token], first: int, place: int, follower: int) -> bool:
    """Tell whether a company's "Corp." ends a sentence that has its verb, and a name begins another.

    "It sold the unit to Lund Corp. Varde said": a verb of saying or a known past follows the name.
    """
    if tokens[place].surface.lower().rstrip(".") not in commas().suffixes or follower != place + 1:
        return False
    name = tokens[follower].surface
    if not name[0].isupper() or name.lower() in people().titles or name.isupper():
        return False
    acted = any(_is_finite(token.surface) for token in tokens[first:place])
    after = [token.surface for token in tokens[follower + 1 : follower + 1 + _MOST_NAMES]]
    past = next((word for word in after if not word[0].isupper()), "")
    return acted and _is_finite(past)


def _is_initials(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "P.M." is somebody's two initials: it has capitals, and no hour stands before it."""
    before = tokens[place - 1].surface if place else ""
    return tokens[place].surface.isupper() and not before[:1].isdigit() and before != "o'clock"


_MOST_NAMES = 3
"""How many words of a name may stand before its verb, at most."""


def _is_finite(word: str) -> bool:
    return word in AUXILIARIES or (word.islower() and is_form(word, Tense.PAST))
