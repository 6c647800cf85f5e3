"""Prove that one state, province or county is named in two ways: Osk, Alta.; NSW; Northants; Co Cork."""

from collections.abc import Sequence

from variorum.collation.lexicons.regions import regions, regions_behind_towns
from variorum.collation.lexicons.words import places
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_LEAST_ALONE = 4
"""So many letters of a short form are of one region only: Northants."""
_LEAST_BEHIND_TOWN = 3


def prove_region(pair: Pair, block: Block) -> Proof | None:
    """Prove that a region is shortened, behind its town or where the other side tells it in full."""
    rows = pair.base_forms(block), pair.version_forms(block)
    written = [_written(row) for row in rows]
    if not all(written) or written[0].endswith(POSSESSIVE) != written[1].endswith(POSSESSIVE):
        return None
    behind_town = all(_follows_town(side, start) for side, start, _ in pair.stretches(block))
    known = regions_behind_towns() if behind_town else regions()
    meant = [known.get(_plain(text), frozenset[str]()) for text in written]
    if not meant[0] & meant[1]:
        return None
    full = any(
        _plain(text) in {name.replace(" ", "") for name in meant[0] & meant[1]} for text in written
    )
    least = _LEAST_BEHIND_TOWN if behind_town else _LEAST_ALONE
    if not (behind_town or full) or not all(_is_shown(text, least) for text in written):
        return None
    if not behind_town and (
        any(_is_gloss(pair, text) for text in written) or _goes_on(pair, block)
    ):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)


def _written(row: Sequence[Form]) -> str:
    """Return words as they are printed, if they have capitals; nothing for others."""
    words = [form for form in row if form.folded not in {",", "."}]
    if not words or not all(
        form.folded[0].isupper() or form.folded in {"&", "and"} for form in words
    ):
        return ""
    return " ".join(form.folded for form in words)


def _plain(text: str) -> str:
    return (
        text.removesuffix(POSSESSIVE).replace(".", "").replace(" ", "").replace("-", "").casefold()
    )


def _is_shown(text: str, least: int) -> bool:
    """Tell whether letters are no word: fewer than so many have capitals or points."""
    plain = text.removesuffix(POSSESSIVE)
    letters = plain.replace(".", "").replace(" ", "")
    return len(letters) >= least or letters.isupper() or "." in plain or letters in _UNPOINTED


_UNPOINTED = frozenset({"Vic", "Tas", "Qld", "Ont", "Que", "Man"})


def _follows_town(side: Side, place: int) -> bool:
    """Tell whether a name and a comma stand before a place."""
    before = side.forms[max(place - 2, 0) : place]
    return len(before) == 2 and before[1].folded == "," and before[0].name


def _goes_on(pair: Pair, block: Block) -> bool:
    """Tell whether a name stands right before a region: New Hampshire is another than Hampshire."""
    return any(
        start and side.forms[start - 1].name and not side.begins(start - 1)
        for side, start, _ in pair.stretches(block)
    )


def _is_gloss(pair: Pair, text: str) -> bool:
    """Tell whether an article explains letters as something of its own: (WA)."""
    return text.isupper() and any(
        f"({text})" in side.analysis.article.text for side in (pair.base, pair.version)
    )


def prove_place_around(pair: Pair, block: Block) -> Proof | None:
    """Prove that two names end in one word and are of one place: DR Congo, Democratic Republic of Congo."""
    after, its = pair.next_base(block), pair.next_version(block)
    if after is None or its is None or not after.name or after.folded != its.folded:
        return None
    aliases = places().aliases
    one, other = (
        " ".join(
            key for form in (*row, after) for key in form.keys if key not in {POSSESSIVE, "the"}
        )
        for row in (pair.base_forms(block), pair.version_forms(block))
    )
    if one in aliases and aliases[one] == aliases.get(other):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PLACE)
    return None


def prove_road(pair: Pair, block: Block) -> Proof | None:
    """Prove that the kind of a street is shortened behind its name: Reyle Rd, Reyle Road."""
    written = {
        "".join(form.folded for form in row).rstrip(".")
        for row in (pair.base_forms(block), pair.version_forms(block))
    }
    kinds = {_ROADS.get(word, word) for word in written}
    if len(written) != 2 or len(kinds) != 1 or kinds.isdisjoint(_ROADS.values()):
        return None
    nexts = pair.next_base(block), pair.next_version(block)
    named = all(start and side.forms[start - 1].name for side, start, _ in pair.stretches(block))
    if not named or any(form is not None and form.name for form in nexts):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)


_ROADS = {
    "Rd": "Road", "Ave": "Avenue", "Av": "Avenue", "Dr": "Drive", "Ln": "Lane", "Sq": "Square", "Blvd": "Boulevard", "Pl": "Place", "Hwy": "Highway",
    "Tce": "Terrace", "Ter": "Terrace", "Cres": "Crescent", "Pde": "Parade", "Gdns": "Gardens", "Pkwy": "Parkway", "St": "Street", "Cl": "Close",
}  # fmt: skip


_LED = {"Co": "County", "St": "Saint", "Ste": "Sainte", "Mt": "Mount", "Ft": "Fort"}


def prove_county(pair: Pair, block: Block) -> Proof | None:
    """Prove that the kind of a place before its name is shortened: Co. Cork, County Cork; St Osk, Saint Osk."""
    rows = pair.base_forms(block), pair.version_forms(block)
    written = ["".join(form.folded for form in row) for row in rows]
    kinds = {_LED.get(word.removesuffix("."), word) for word in written}
    if len(kinds) != 1 or kinds.isdisjoint(_LED.values()) or len({*written}) == 1:
        return None
    after, its = pair.next_base(block), pair.next_version(block)
    if after is None or its is None or not after.name or after.bare != its.bare:
        return None
    for side, start, _ in pair.stretches(block):
        # Behind a name it is a company or a street.
        if start and (side.forms[start - 1].name or side.forms[start - 1].folded == "&"):
            return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
