"""Prove that a name from another script, or in an older spelling, is spelt in two usual ways.

Only spellings that desks are known to put for one another prove it; where no more than the sounds
agree never where an article has both: Reiner and Rainer are two surnames.
"""

import re
import unicodedata
from collections.abc import Sequence

from variorum.collation.lexicons.names import (
    Alternation,
    alternations,
    names_apart,
    romanised,
    romanised_given,
    script_features,
    sounds,
)
from variorum.collation.lexicons.words import known_words, reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.people import is_particle
from variorum.collation.reading.side import Side
from variorum.collation.reading.units import Unit
from variorum.collation.values import ReasonKind, Rule

_LEAST_NAME = 5
_LEAST_SOUNDED = 4
_MOST_NAMES = 3
_ARABIC = re.compile(r"q(?!u)")
"""What no name of another script has in it."""
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az)-(?=\w)", re.IGNORECASE)


def prove_romanised(pair: Pair, block: Block) -> Proof | None:
    """Prove that names from other scripts are spelt in two usual ways: Ahmed Qureyda, Ahmad Quraydah.

    Spellings of one older and one newer rule (Soebrata, Subrata) show it by themselves; where only
    the sounds agree both must be no word of English, and a given name or a particle of such a script
    stand beside them.
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or _owns(base[-1]) != _owns(version[-1]):
        return None
    if not (_has_capital(base) and _has_capital(version)) and not _in_one_case(pair, block):
        return None
    if _is_known_name(base, version):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    if len(base) != len(version) or len(base) > _MOST_NAMES:
        return None
    told = [_is_spelt_anew(pair, block, place) for place in range(len(base))]
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME) if all(told) else None


def _has_capital(forms: Sequence[Form]) -> bool:
    return any(form.folded != form.folded.lower() for form in forms)


def _in_one_case(pair: Pair, block: Block) -> bool:
    """Tell whether either side of a block stands in copy of one case, where no capital tells a name."""
    base, version = pair.base, pair.version
    return base.in_one_case(block.base_start) or version.in_one_case(block.version_start)


def _is_spelt_anew(pair: Pair, block: Block, place: int) -> bool:
    """Tell whether one name of a block is the same on both sides, in two spellings."""
    base, version = pair.base_forms(block)[place], pair.version_forms(block)[place]
    if not (base.name and version.name) and not _in_one_case(pair, block):
        # In copy of one case no capital tells a name; what is no word of English may be one.
        return False
    one, other = (_plain(form.bare) for form in (base, version))
    if one == other:
        return base.folded == version.folded
    if (one, other) in names_apart():
        return False
    table = romanised()
    if one in table and table[one] == table.get(other):
        return True
    alike = _sounded(one) == _sounded(other)
    both = alike and (_has(pair.base, version.bare) or _has(pair.version, base.bare))
    if not both and alike and {one, other} <= romanised_given():
        return True
    least = min(len(one), len(other))
    known = sum(name in known_words() for name in (one, other))
    if (
        least >= _LEAST_NAME
        and known < 2
        and any(_alternate(one, other, r) for r in alternations())
    ):
        return True
    if least < _LEAST_SOUNDED or known:
        return False
    if both or "-" in _ARTICLE.sub("", base.bare):
        # The syllables of a name from Korea or China are told apart by the table above alone.
        return False
    features = script_features()
    marked = features.search(one) or features.search(other)
    return bool(alike and marked and _is_of_other_script(pair, block, place))


def _owns(form: Form) -> bool:
    return form.lower.endswith(POSSESSIVE)


def _is_known_name(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether the lexicon knows two names for one: al-Qaida, al Qaeda; Koran, Quran."""
    if max(len(base), len(version)) >= _MOST_NAMES:
        return False
    # What is not letters is left out below, and would come or go unseen.
    if not all(form.word and not form.figures for form in (*base, *version)):
        return False
    if not (_has_capital(base) and _has_capital(version)):
        return False
    one, other = (_plain("".join(f.bare for f in row).replace("-", "")) for row in (base, version))
    table = romanised()
    return one in table and table[one] == table.get(other)


def _alternate(one: str, other: str, table: Alternation) -> bool:
    """Tell whether two names are one where they have, letter by letter, one spelling or the other.

    At least one of the spellings must be of those that show by themselves which rule wrote them.
    """
    framed, other = f"^{one}$", f"^{other}$"
    pairs = [
        (*row, shows)
        for rows, shows in ((table.telling, True), (table.beside, False))
        for old, new in rows
        for row in ((old, new), (new, old))
    ]
    reached, seen = {(0, 0, False)}, set[tuple[int, int, bool]]()
    while reached:
        at = reached.pop()
        if at == (len(framed), len(other), True):
            return True
        seen.add(at)
        n, m, shown = at
        nexts = {
            (n + len(a), m + len(b), shown or shows)
            for a, b, shows in pairs
            if framed.startswith(a, n) and other.startswith(b, m)
        }
        if framed[n : n + 1] == other[m : m + 1] != "":
            nexts.add((n + 1, m + 1, shown))
        reached |= nexts - seen
    return False


def _is_of_other_script(pair: Pair, block: Block, place: int) -> bool:
    """Tell whether an article names a person of another script by one word: Ahmed Qureyda."""
    named = pair.base_forms(block)[place], pair.version_forms(block)[place]
    if all(_ARABIC.search(form.bare) for form in named):
        return True
    for side, form in zip((pair.base, pair.version), named, strict=True):
        beside = {
            row[n + step].bare
            for unit in side.analysis.units
            for row in (unit.forms,)
            for n in range(len(row))
            for step in (-2, -1, 1)
            if row[n].bare == form.bare
            and 0 <= n + step < len(row)
            and (_names(row[n + step]) or _may_name(unit, row[n + step]))
        }
        if _ARTICLE.match(form.bare) or any(map(_ARTICLE.match, beside)):
            return True
        if beside & romanised_given():
            return True
    return False


def _plain(name: str) -> str:
    """Return the letters of a name without what stands over, under or between them."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if c.isalpha())


def _names(form: Form) -> bool:
    """Tell whether a word is a name, or leads one: bin Zaid, al-Bakri; "said" is none."""
    return form.name or is_particle(form)


def _may_name(unit: Unit, form: Form) -> bool:
    """Tell whether a word may be a name though no capital shows it, in copy of one case."""
    return unit.case is not LetterCase.MIXED and form.word and form.bare not in reporting()


def _sounded(name: str) -> str:
    """Return a name as it sounds: letters that desks take for one another are one."""
    plain = name
    for pattern, sound in sounds():
        plain = pattern.sub(sound, plain)
    return plain


def _has(side: Side, name: str) -> bool:
    return any(form.bare == name for unit in side.analysis.units for form in unit.forms)
