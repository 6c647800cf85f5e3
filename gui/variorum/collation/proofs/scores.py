"""Prove that one score is told in two ways: 120 for 3, 120/3; 3-0, 3:0."""

import re

from variorum.collation.lexicons.words import numbers
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule

_WICKETS = re.compile(r"(?P<one>\d{1,3})(?P<joint> for |[/-])(?P<other>\d{1,3})")
_GOALS = re.compile(r"(\d{1,3})([:-])(\d{1,3})")
_ALL_OUT = 10
_MOST_GOALS = 3
"""So long is what a colon parts, or it could be an hour."""


def prove_score(pair: Pair, block: Block) -> Proof | None:
    """Prove that two rows tell one score: runs and wickets in either order, goals with a colon."""
    one, other = (
        _normal(" ".join(form.lower for form in forms))
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    if one == other and _GOALS.fullmatch(one):
        return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    if _is_innings(one, other) or _is_innings(other, one) or _are_goals(one, other):
        return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _normal(text: str) -> str:
    """Return a score with figures for words: 5-nil, five goals to two."""
    parts = [part for part in re.split(r"(\W)", text) if part]
    figures = "".join(str(_NONE.get(part, numbers().units.get(part, part))) for part in parts)
    return re.sub(r"(?<=\d)(?: goals?| votes?)? to (?=\d)", "-", figures)


_NONE = {"nil": 0, "love": 0}


def _is_innings(spoken: str, written: str) -> bool:
    """Tell whether runs "for" wickets are told with a stroke, which stands behind either."""
    told, its = _WICKETS.fullmatch(spoken), _WICKETS.fullmatch(written)
    if told is None or its is None or told["joint"] != " for " or its["joint"] == " for ":
        return False
    pair = (told["one"], told["other"])
    turned = its["joint"] == "/" and (its["other"], its["one"]) == pair
    return int(told["other"]) <= _ALL_OUT and ((its["one"], its["other"]) == pair or turned)


def _are_goals(one: str, other: str) -> bool:
    """Tell whether only a colon stands for the hyphen between goals, as no hour is written."""
    told, its = _GOALS.fullmatch(one), _GOALS.fullmatch(other)
    short = max(len(one), len(other)) <= _MOST_GOALS
    return bool(
        told and its and short and (told[1], told[3]) == (its[1], its[3]) and told[2] != its[2]
    )
