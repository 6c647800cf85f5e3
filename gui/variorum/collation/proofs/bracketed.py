"""Prove that a name's short form in brackets came or went: (Norsteel); Osk Paper Group (OPG), OPG."""

from collections.abc import Sequence

from variorum.collation.lexicons.words import words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.values import ReasonKind, Rule

_LEAST_PIECE = 2
_LEAST_SHORT = 5
_MOST_SPELT = 12


def prove_short_kept(pair: Pair, block: Block) -> Proof | None:
    """Prove that a body is named in full with its letters in brackets, or by its letters alone."""
    for long, short in (
        (pair.base_forms(block), pair.version_forms(block)),
        (pair.version_forms(block), pair.base_forms(block)),
    ):
        if len(short) != 1 or len(long) < 2 + len(short) + _LEAST_PIECE:
            continue
        opened, letters, closed = long[-3:]
        if (opened.folded, closed.folded) != ("(", ")") or letters.folded != short[0].folded:
            continue
        if is_spelt(letters.folded.replace(".", ""), long[:-3]):
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def prove_pieces(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a name came or went in brackets that is put together of the words before it.

    Norland Steel Corp (Norsteel); the pieces may stand in another order than the words.
    """
    side, _, start, end, _ = pair.gone(block)
    row = side.forms[start:end]
    if len(row) != 3 or (row[0].folded, row[-1].folded) != ("(", ")"):
        return None
    name = row[1].bare
    if not row[1].surface[:1].isupper() or not name.isalpha() or len(name) < _LEAST_SHORT:
        return None
    home = side.homes[start]
    before = [
        side.forms[n].bare
        for n in range(max(start - _MOST_SPELT, 0), start)
        if side.homes[n] == home and side.forms[n].surface[:1].isupper()
    ]
    if _is_made_of(name, before):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    return None


def _is_made_of(name: str, pieces: Sequence[str]) -> bool:
    """Tell whether a name is two and more beginnings of words one after the other, each word once."""
    return _rest(name, tuple(pieces), 0)


def _rest(name: str, pieces: tuple[str, ...], used: int) -> bool:
    if not name:
        return used > 1
    for n, piece in enumerate(pieces):
        others = pieces[:n] + pieces[n + 1 :]
        for size in range(min(len(piece), len(name)), _LEAST_PIECE - 1, -1):
            if name[:size] == piece[:size] and _rest(name[size:], others, used + 1):
                return True
    return False


def is_spelt(letters: str, long: Sequence[Form]) -> bool:
    """Tell whether words have these initials, the little ones between them left out or not."""
    if len(letters) < _LEAST_PIECE or not letters.isupper():
        return False
    every = [part for form in long for part in form.bare.split("-") if part]
    heavy = [part for part in every if part not in words().function]
    return letters.casefold() in {"".join(part[0] for part in row) for row in (every, heavy)}
