"""Prove that one phrase stands for another: the table of phrases, each with where it holds."""

from collections.abc import Mapping

from variorum.collation.lexicons.words import numbers, phrases
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.other_senses import shows_other_sense
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import behind_article, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import BEFORE_NOUNS
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_MOST = 5
_SIGNS = frozenset({"us", "dollar", "euro", "pound", "yen", "a"})
_TOWARDS = frozenset(
    {"to", "by", "from", "about", "around", "nearly", "almost", "more", "less", "some"}
)
_BEHIND_HEADLINES = frozenset({"on", "as", "after", "amid", "in", "to", "for", "despite", "by"})


def prove_phrase(pair: Pair, block: Block) -> Proof | None:
    """Prove by the table of phrases that two mean the same where they stand."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or max(len(base), len(version)) > _MOST:
        return None
    if not all(form.word for form in (*base, *version)) or shows_other_sense(pair, block):
        return None
    one, other = in_small(base), in_small(version)
    table = phrases()
    if (
        _widened(pair, block, one, other)
        or (_grouped(table.nouns, one, other) and _after_article(pair, block))
        or _grouped(table.nouns, behind_article(one), behind_article(other))
        or (_grouped(table.by, one, other) and _before(pair, block, {"by"}))
        or (_grouped(table.went, one, other) and _went(pair, block))
        or (one != other and {one, other} <= table.compared and _compared(pair, block))
    ):
        return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    return None


def _grouped(table: Mapping[str, frozenset[int]], one: str, other: str) -> bool:
    return bool(table.get(one, frozenset()) & table.get(other, frozenset()))


def _widened(pair: Pair, block: Block, one: str, other: str) -> bool:
    """Tell whether two phrases mean the same, with the word before or behind that they share."""
    groups = phrases().groups
    if _grouped(groups, one, other):
        return True
    after, its = pair.next_base(block), pair.next_version(block)
    led = after.lower if after and its and after.lower == its.lower else ""
    if led and _grouped(groups, f"{one} {led}", f"{other} {led}"):
        return True
    if not block.base_start or not block.version_start:
        return False
    before = pair.base.forms[block.base_start - 1].lower
    shared = before == pair.version.forms[block.version_start - 1].lower
    return shared and _grouped(groups, f"{before} {one}", f"{before} {other}")


def _after_article(pair: Pair, block: Block) -> bool:
    """Tell whether words are nouns: what stands before them on both sides shows it."""
    for side, start, end in pair.stretches(block):
        before = side.forms[start - 1].lower if start else ""
        after = side.forms[end] if end < len(side.forms) else None
        verbal = before in {"to", "will", "would", "can", "could", "may", "might", "must", "should"}
        if verbal or before in {"not", "he", "she", "it", "they", "we", "i", "you"}:
            return False
        if before not in BEFORE_NOUNS and after is not None and not after.little:
            return False
    return True


def _before(pair: Pair, block: Block, words: set[str]) -> bool:
    """Tell whether one of some words follows on both sides."""
    return all(
        form is not None and form.lower in words
        for form in (pair.next_base(block), pair.next_version(block))
    )


def _figure_after(side: Side, place: int) -> bool:
    """Tell whether an amount follows, with "to" or "by" before it or without."""
    row = side.forms[place : place + 3]
    while row and row[0].lower in _TOWARDS and row[0].lower != "a":
        row = row[1:]
    if not row or not row[0].keys:
        return False
    key = row[0].keys[0]
    return key[0].isdigit() or key in numbers().magnitudes or key in _SIGNS


def _went(pair: Pair, block: Block) -> bool:
    """Tell whether words say which way something went: by how much, or why, follows."""
    for side, start, end in pair.stretches(block):
        after = side.forms[end] if end < len(side.forms) else None
        titled = side.unit(start).kind is PassageKind.HEADLINE and (
            after is None or after.lower in _BEHIND_HEADLINES
        )
        before = side.forms[start - 1].lower if start else ""
        if before in {"is", "are", "was", "were", "be", "to", *BEFORE_NOUNS}:
            return False
        if not titled and not _figure_after(side, end):
            return False
    return True


def _compared(pair: Pair, block: Block) -> bool:
    """Tell whether a figure follows on both sides that one before it is held against."""
    for side, start, end in pair.stretches(block):
        home = side.homes[start]
        earlier = [form for n, form in enumerate(side.forms[:start]) if side.homes[n] == home]
        if not _figure_after(side, end):
            return False
        if not any(key[0].isdigit() for form in earlier for key in form.keys):
            return False
    return True
