"""Read what a reader asks for: words, "phrases", fields, and how they are to stand together.

    query  = choice ;                      choice = all { ( "OR" | "|" ) all } ;
    all    = { [ "-" | "NOT" ] one } ;     one = "(" choice ")" | near | [ field ":" ] value ;
    near   = value "NEAR" [ "/" n ] value { "NEAR" value } | "NEAR(" { value } [ "," n ] ")" ;
    value  = word [ "*" ] | '"' phrase '"' [ "*" ] ;   a field's value may be a choice in brackets

The operators are words in capitals, as in the full-text engine and in library catalogues. No
input is an error: what cannot be understood is told as a `Trouble`, what is unfinished is
left out, and quotation marks let any words be words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from variorum.library.search.matching import Field, Term
from variorum.library.search.values import Value, is_backwards, value_of, words_for

_DEEPEST = 12
"""Brackets within brackets; those further in are read as if they were not there."""
_NEAR = 10
"""Words between two that stand near each other, as in FTS5."""
_MOST_TERMS = 60
"""Terms of a query; the engine's own stack ends somewhere behind 200."""

_TOKENS = re.compile(
    r"""
    (?P<space>\s+)
    | NEAR\((?P<near>[^()]*)\)
    | (?P<open>\() | (?P<close>\))
    | "(?P<phrase>[^"]*)"?(?P<star>\*?)
    | (?P<minus>-(?=[^\s\-)]))
    | (?P<field>[A-Za-z]{2,}):(?!//)
    | (?P<word>[^\s"()]+)
    """,
    re.VERBOSE,
)
_OPERATOR = re.compile(r"OR|\||AND|NOT|NEAR(?:/(\d{1,3}))?")
_DISTANCE = re.compile(r",\s*(\d{1,3})\s*$")


class TroubleKind(StrEnum):
    """Name why a term cannot be understood."""

    FIELD = "field"
    DATE = "date"
    NUMBER = "number"
    WORD = "word"
    """The field knows only some words."""
    BACKWARDS = "backwards"
    """A span ends before it begins."""


_TROUBLES: dict[Field | None, TroubleKind] = {
    Field.DATE: TroubleKind.DATE,
    Field.VERSIONS: TroubleKind.NUMBER,
    **dict.fromkeys((Field.CLASS, Field.HAS, Field.IS, Field.STATUS), TroubleKind.WORD),
}
_FIELDS = {**{field.value: field for field in Field}, "lang": Field.LANGUAGE}
_MEANT = {
    **_FIELDS,
    **dict.fromkeys(("title", "heading", "head", "slug"), Field.HEADLINE),
    **dict.fromkeys(("outlet", "paper", "newspaper", "agency", "from", "site"), Field.SOURCE),
    **dict.fromkeys(("day", "year", "published", "before", "after", "since", "until"), Field.DATE),
    **dict.fromkeys(("tag", "label"), Field.CODE),
    **dict.fromkeys(("comment", "memo"), Field.NOTE),
    **dict.fromkeys(("dateline", "city", "location"), Field.PLACE),
    **dict.fromkeys(("collection", "folder", "list"), Field.IN),
    **dict.fromkeys(("keyword", "subject", "section", "author", "byline"), Field.DETAIL),
}
"""What other programs call our fields; a name near one of these is taken for it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Hold a term that cannot be understood, as typed."""

    kind: TroubleKind
    typed: str
    field: Field | None = None
    meant: Field | None = None
    """For a field that there is not: the one whose name is near."""


@dataclass(frozen=True, slots=True)
class Words:
    """Ask for a word or "phrase", in the field that its term names or anywhere."""

    term: Term


@dataclass(frozen=True, slots=True)
class Near:
    """Ask for words that stand near one another, in any order."""

    terms: tuple[Term, ...]
    distance: int = _NEAR


@dataclass(frozen=True, slots=True)
class Not:
    """Ask for what does not meet something."""

    ask: "Ask"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Ask for what meets all of these."""

    asks: "tuple[Ask, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Ask for what meets one of these at least."""

    asks: "tuple[Ask, ...]"


Ask = Words | Near | Value | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """Hold what was understood of a line that was typed; `ask` is None where it asks nothing."""

    ask: Ask | None
    troubles: tuple[Trouble, ...] = ()


def _never(_term: Term) -> bool:
    return False


def read_query(
    typed: str, *, complete_last: bool = True, is_common: Callable[[Term], bool] = _never
) -> Query:
    """Read a query.

    With `complete_last` false a word at the very end is taken as the beginning of one, for a
    line that is being typed; texts are not asked for beginnings of a common one.
    """
    reader = _Reader(list(_tokens(typed)))
    ask = reader.choice(depth=0, of=None)
    if ask is not None and not complete_last and typed and typed[-1] not in '") \t\n':
        ask = _with_open_end(ask, is_common)
    return Query(ask, tuple(reader.troubles))


def leaves(ask: Ask | None) -> Iterator[Words | Near | Value]:
    """Yield all that a query asks for and not what it rules out, from the left."""
    match ask:
        case None | Not():
            return
        case AllOf(asks) | AnyOf(asks):
            for one in asks:
                yield from leaves(one)
        case _:
            yield ask


def terms_asked_for(ask: Ask | None) -> list[Term]:
    """Return the words and "phrases" that are asked for in no field, from the left."""
    found: list[Term] = []
    for leaf in leaves(ask):
        if isinstance(leaf, Near):
            found += leaf.terms
        elif isinstance(leaf, Words) and leaf.term.field is None:
            found.append(leaf.term)
    return found


def _with_open_end(ask: Ask, is_common: Callable[[Term], bool]) -> Ask:
    """Return an ask whose last word may go on."""
    match ask:
        case Words(term):
            return Words(_unfinished(term, is_common))
        case Near(terms):
            return replace(ask, terms=(*terms[:-1], _unfinished(terms[-1], is_common)))
        case AllOf(asks):
            return AllOf((*asks[:-1], _with_open_end(asks[-1], is_common)))
        case AnyOf(asks):
            return AnyOf((*asks[:-1], _with_open_end(asks[-1], is_common)))
        case _:
            return ask


def _unfinished(term: Term, is_common: Callable[[Term], bool]) -> Term:
    if term.begins:
        return term
    return replace(term, begins=True, is_unfinished=True, is_common=is_common(term))


class _Kind(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    MINUS = "minus"
    FIELD = "field"
    NEAR = "near"
    VALUE = "value"
    OPERATOR = "operator"


class _Token(NamedTuple):
    kind: _Kind
    typed: str
    after_space: bool
    words: str = ""
    begins: bool = False
    is_phrase: bool = False


def _tokens(typed: str) -> Iterator[_Token]:
    after_space, values = True, 0
    for match in _TOKENS.finditer(typed):
        if match["space"] is not None:
            after_space = True
            continue
        token = _token(match, after_space=after_space)
        values += token.kind is _Kind.VALUE
        if values > _MOST_TERMS:
            return
        yield token
        # After a bracket or a minus something begins as it does after a space.
        after_space = token.kind in {_Kind.OPEN, _Kind.MINUS}


def _token(match: re.Match[str], *, after_space: bool) -> _Token:
    kind, whole = match.lastgroup, match[0]
    if kind == "minus" and not after_space:
        return _Token(_Kind.VALUE, whole, after_space, whole)
    if kind == "star":
        return _Token(
            _Kind.VALUE, whole, after_space, match["phrase"], bool(match["star"]), is_phrase=True
        )
    if kind == "word":
        if _OPERATOR.fullmatch(whole):
            return _Token(_Kind.OPERATOR, whole, after_space)
        return _Token(_Kind.VALUE, whole, after_space, whole.rstrip("*"), whole.endswith("*"))
    if kind == "near":
        return _Token(_Kind.NEAR, whole, after_space, match["near"])
    return _Token(_Kind(str(kind)), whole, after_space)


@dataclass(slots=True)
class _Reader:
    """Read tokens from the left, one step ahead."""

    tokens: list[_Token]
    at: int = 0
    troubles: list[Trouble] = field(default_factory=list[Trouble])

    def _next(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def choice(self, *, depth: int, of: Field | None) -> Ask | None:
        """Read alternatives, to the bracket that closes them or to the end."""
        found: list[Ask] = []
        while True:
            one = self._all(depth=depth, of=of)
            if one is not None:
                found.append(one)
            token = self._next()
            if token is None or token.kind is not _Kind.OPERATOR:
                break
            self.at += 1
        return found[0] if len(found) == 1 else AnyOf(tuple(found)) if found else None

    def _all(self, *, depth: int, of: Field | None) -> Ask | None:
        found: list[Ask] = []
        while (token := self._next()) is not None:
            if token.kind is _Kind.CLOSE:
                if depth:
                    break
                self.at += 1
                continue
            if token.kind is _Kind.OPERATOR and token.typed in {"OR", "|"}:
                break
            one = self._one(token, depth=depth, of=of)
            if one is not None:
                found.append(one)
        return found[0] if len(found) == 1 else AllOf(tuple(found)) if found else None

    def _one(self, token: _Token, *, depth: int, of: Field | None) -> Ask | None:
        self.at += 1
        match token.kind:
            case _Kind.OPERATOR if token.typed == "NOT":
                return self._ruled_out(depth=depth, of=of)
            case _Kind.MINUS:
                return self._ruled_out(depth=depth, of=of)
            case _Kind.OPERATOR | _Kind.CLOSE:
                return None
            case _Kind.OPEN:
                return self._bracket(depth=depth, of=of)
            case _Kind.FIELD:
                return self._field(token, depth=depth)
            case _Kind.NEAR:
                return _near(token)
            case _Kind.VALUE:
                return self._value(token, of=of)

    def _ruled_out(self, *, depth: int, of: Field | None) -> Ask | None:
        token = self._next()
        if token is None or token.kind is _Kind.CLOSE:
            return None
        ask = self._one(token, depth=depth, of=of)
        return None if ask is None else ask.ask if isinstance(ask, Not) else Not(ask)

    def _bracket(self, *, depth: int, of: Field | None) -> Ask | None:
        if depth >= _DEEPEST:
            return None
        ask = self.choice(depth=depth + 1, of=of)
        token = self._next()
        if token is not None and token.kind is _Kind.CLOSE:
            self.at += 1
        return ask

    def _field(self, token: _Token, *, depth: int) -> Ask | None:
        value = self._next()
        name = token.typed.rstrip(":").lower()
        if value is None or value.after_space or value.kind not in {_Kind.VALUE, _Kind.OPEN}:
            # What it is to hold is still to come.
            return None
        self.at += 1
        known = _FIELDS.get(name)
        if known is None:
            typed = token.typed + value.typed
            self.troubles.append(Trouble(TroubleKind.FIELD, typed, meant=_meant(name)))
            return self._bracket(depth=depth, of=None) if value.kind is _Kind.OPEN else None
        if value.kind is _Kind.OPEN:
            return self._bracket(depth=depth, of=known)
        return self._value(value, of=known, typed=token.typed + value.typed)

    def _value(self, token: _Token, *, of: Field | None, typed: str = "") -> Ask | None:
        term = Term(typed or token.typed, token.words, token.begins, of)
        if of in _TROUBLES:
            return self._known(_TROUBLES[of], term)
        if of is not None:
            return Words(term) if term.words.strip() else None
        # Signs without a word ask for nothing.
        return self._nearby(term) if term.expression is not None else None

    def _known(self, kind: TroubleKind, term: Term) -> Ask | None:
        if not any(character.isalnum() for character in term.words):
            # A sign of comparison whose figure is still to come.
            return None
        found = value_of(term)
        if found is None and words_for(term):
            return Words(term)
        if found is not None and not is_backwards(found):
            return found
        kind = kind if found is None else TroubleKind.BACKWARDS
        self.troubles.append(Trouble(kind, term.typed, term.field))
        return None

    def _nearby(self, term: Term) -> Ask:
        """Read on where a word is to stand near others."""
        terms, distance = [term], _NEAR
        while (token := self._next()) is not None and token.kind is _Kind.OPERATOR:
            near = _OPERATOR.fullmatch(token.typed)
            other = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
            is_near = near is not None and token.typed.startswith("NEAR")
            if near is None or not is_near or other is None or other.kind is not _Kind.VALUE:
                break
            distance = int(near[1]) if near[1] else distance
            terms.append(Term(other.typed, other.words, other.begins))
            self.at += 2
        terms = [one for one in terms if one.expression is not None]
        return (
            Near(tuple(terms), distance) if len(terms) > 1 else Words(terms[0] if terms else term)
        )


def _meant(name: str) -> Field | None:
    near = get_close_matches(name, _MEANT, n=1, cutoff=0.7)
    return _MEANT[near[0]] if near else None


def _near(token: _Token) -> Ask | None:
    distance = _DISTANCE.search(token.words)
    words = token.words[: distance.start()] if distance else token.words
    terms = tuple(
        Term(one.typed, one.words, one.begins) for one in _tokens(words) if one.kind is _Kind.VALUE
    )
    terms = tuple(term for term in terms if term.expression is not None)
    if len(terms) < 2:
        return Words(terms[0]) if terms else None
    return Near(terms, int(distance[1]) if distance else _NEAR)
