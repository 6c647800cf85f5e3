"""Recognise credits: who reported, wrote, edited, helped; and the initials that sign copy off."""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    BYLINE_JOINS,
    CONTRIBUTED,
    CREDIT_HOUSES,
    CREDIT_LINKERS,
    CREDIT_OPENINGS,
    CREDIT_POSTS,
    CREDIT_ROLES,
    CREDIT_SOURCES,
    CREDIT_WITH,
    CREDIT_WRITERS,
    CREDITS_WITHIN,
    NAME_PARTICLES,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import (
    are_more,
    bare,
    ends_sentence,
    first_within,
    is_capital,
    opens_with,
)

ROLE = (
    rf"(?:{alternatives(CREDIT_ROLES)})\s{{1,3}}(?:and\s(?:{alternatives(CREDIT_ROLES)})\s)?"
    rf"(?:{alternatives(CREDIT_LINKERS)})\b"
)
_ROLE_IN_BRACKETS = pattern(
    rf"[(\[]{{1,2}}\s{{0,2}}[-–—]{{0,2}}\s{{0,2}}(?:{ROLE}|(?:reporting|writing|editing)\b[^.]{{0,30}}\bby\b|(?:reporting|editing|writing|edited|reported):)"
)
_ROLE_OPEN = pattern(rf"[-–—*]{{0,2}}\s{{0,2}}(?:{ROLE}|(?:reporting|editing|writing)(?:\sby)?:)")
_ROLE_WORDS = (
    frozenset(word for phrase in (*CREDIT_ROLES, *CREDIT_LINKERS) for word in phrase.split())
    | BYLINE_JOINS
    | NAME_PARTICLES
)
_COLONS = tuple(":：")
_NEWSROOMS = frozenset({"bureau", "bureaux", "newsroom", "newsrooms", "desk", "staff", "team"})
"""They may stand for a name in a line of roles."""
_DASHES_AND_BRACKETS = "-–— ([（【"
_AROUND_A_LINE = "-–—*([)]. "
_HOUSES = AGENCY_OF_CREDIT.keys() | CREDIT_HOUSES
_LONGEST_SIGN_OFF = 40
_LONGEST_INITIALS = 4
_CODED = pattern(r"[(\[]\w{2,12}\s[-–/]\s(?=[\w-]{0,30}\d)[\w-]{3,30}[)\]]$")
"""An agency and the number of its item: (KNA - abcde-12-00345)."""
_POSTED = pattern(r"(?P<post>[^\W\d_]{4,16}(?:\s[^\W\d_]{4,16})?)\s?[:：]\s{1,2}(?=[^\W\d_])")
_REACH_OF_A_COLON = 36
"""Code points of a part in the copy with its colon."""
_MADE = pattern(r"\([^()\n]{4,300}\)\.?$")
_LONGEST_POST = 8
"""Words of a line that names somebody behind his part in the copy: Editor: Lena Dorn."""
_LONGEST_UNCASED = 60
_FIRST_PUBLISHED = pattern(
    r"this (?:report|story|article)(?:\s(?:by|from|of)\s[^.]{2,60}?)?\swas first published\b.{0,60}$"
)
"""How an agency closes copy: when the item was first sent."""
_SIGNS_ALONE = frozenset(
    {"dpa", "afp", "ap", "aap", "efe", "tt", "ntb", "anp", "stt", "ats", "apa", "ritzau", "belga"}
)
"""Agencies whose bare name at the end of copy is a sign-off, not a word."""


def kind_of(words: str) -> Guess | None:
    """Return credit for a line of contributors or a sign-off, None for anything else."""
    line = words
    made = words[0] == "(" and words[-1] == ")" and _is_made_by(words)
    if (made or _ROLE_IN_BRACKETS.match(words)) and len(words) <= 900:
        return Guess(PassageKind.CREDIT, 0.97)
    if len(words) > 600:
        return None
    if _ROLE_OPEN.match(words) and _is_roles_and_names(words):
        return Guess(PassageKind.CREDIT, 0.9)
    if _names_who_made_it(words) or _FIRST_PUBLISHED.match(words):
        return Guess(PassageKind.CREDIT, 0.9)
    if _is_signed_at_length(words):
        return Guess(PassageKind.CREDIT, 0.9)
    helped = words.lstrip(_DASHES_AND_BRACKETS)
    opening = opens_with(words, CREDIT_OPENINGS)
    if opening is None and helped != words:
        opening, words = opens_with(helped, CREDIT_OPENINGS), helped
    if opening is not None and _is_credited(
        words[len(opening) :], bracketed=helped != line or _is_label(words, opening)
    ):
        return Guess(PassageKind.CREDIT, 0.95)
    if len(line) <= _LONGEST_SIGN_OFF and (
        _is_sign_off(line) or _is_agencies(line) or _is_with_agencies(line)
    ):
        return Guess(PassageKind.CREDIT, 0.85)
    return _contributors(words)


def _is_signed_at_length(words: str) -> bool:
    """Tell whether a line is an agency, a slash and who did what, in brackets: NPA/(AB - editor: Ann Lee)."""
    agency, slash, made = words.partition("/")
    return bool(slash) and agency.casefold() in AGENCY_OF_CREDIT and bool(_MADE.match(made))


def _is_made_by(words: str) -> bool:
    """Tell whether brackets hold who made the copy in another language than English."""
    return first_within(words.casefold(), CREDITS_WITHIN) is not None


def _names_who_made_it(words: str) -> bool:
    """Tell whether a line is a part in the copy, a colon and names: Editor: Lena Dorn."""
    if first_within(words[:_REACH_OF_A_COLON], _COLONS) is None:
        return False
    match = _POSTED.match(words)
    if match is None or match["post"].casefold() not in CREDIT_POSTS or ends_sentence(words):
        return False
    names = words[match.end() :].split()
    return len(names) <= _LONGEST_POST and all(
        is_capital(name) or bare(name).casefold() in _ROLE_WORDS for name in names
    )


def writer(words: str) -> str | None:
    """Return who a line such as `Reporter: Lena Dorn` says wrote the copy; None for other parts in it."""
    match = _POSTED.match(words)
    wrote = match is not None and match["post"].casefold() in CREDIT_WRITERS
    return words[match.end() :].strip() if match is not None and wrote else None


def _is_label(words: str, opening: str) -> bool:
    """Tell whether a colon closes or follows a credit's opening."""
    return opening[-1] in _COLONS or words[len(opening) : len(opening) + 1] in _COLONS


def _is_credited(names: str, *, bracketed: bool) -> bool:
    """Tell whether names follow a credit's opening; a script without capitals needs brackets."""
    if any(character.isupper() or character.islower() for character in names):
        return _is_names(names)
    return bracketed and len(names) <= _LONGEST_UNCASED and not any(m in names for m in "。؟!！")


def _is_agencies(words: str) -> bool:
    """Tell whether a line is agencies between slashes or brackets, or behind a word for source."""
    initials, bracket, named = words.partition("(")
    if bracket and words[-1] == ")" and "," in named and _are_short(initials):
        houses = named.rstrip(")").casefold().split(",")
        if all(house.strip() in AGENCY_OF_CREDIT for house in houses):
            return True
    label, colon, rest = words.replace("：", ":").partition(":")
    if colon and label.casefold().strip() in CREDIT_SOURCES:
        return rest.casefold().strip(" .") in AGENCY_OF_CREDIT
    marked = words[0] in "/([（【" or words[-1] in "/)]）】" or words[:2] in {"--", "==", "— "}
    if marked and _CODED.match(words):
        return words.casefold().strip("([ ").split(maxsplit=1)[0] in AGENCY_OF_CREDIT
    names = words.casefold().strip("/()[]（）【】 .=-—").replace("/", " ").replace("-", " ").split()
    joined = " ".join(names)
    known = joined in AGENCY_OF_CREDIT or all(n in AGENCY_OF_CREDIT or len(n) == 3 for n in names)
    return marked and bool(names) and known and any(n in AGENCY_OF_CREDIT for n in (*names, joined))


def _is_with_agencies(words: str) -> bool:
    """Tell whether a line is a word for `with` and agencies, named or not: With agencies."""
    opening, *rest = words.casefold().strip(_AROUND_A_LINE).replace(",", " ").split() or [""]
    named = " ".join(word for word in rest if word not in BYLINE_JOINS)
    houses = named in AGENCY_OF_CREDIT or all(
        word in AGENCY_OF_CREDIT or word in CREDIT_HOUSES for word in named.split()
    )
    return opening in CREDIT_WITH and bool(named) and houses


def _are_short(words: str) -> bool:
    """Tell whether words are nothing, or initials that slashes divide."""
    return all(len(part) <= _LONGEST_INITIALS for part in words.strip().split("/"))


def _contributors(words: str) -> Guess | None:
    """Judge a sentence that says who helped with the story."""
    folded = words.casefold()
    phrase = first_within(folded, CONTRIBUTED)
    if phrase is None or any(mark in words for mark in '"“”«»'):
        return None
    if are_more(words, 60) or (phrase == "reported from" and not _is_names(words, share=0.5)):
        return None
    return Guess(PassageKind.CREDIT, 0.9)


def _is_names(words: str, *, share: float = 0.45) -> bool:
    """Tell whether words are names above all."""
    tokens = words.split()
    if not tokens:
        return False
    names = sum(is_capital(token) or bare(token).casefold() in _HOUSES for token in tokens)
    return names >= share * len(tokens)


def _is_roles_and_names(words: str) -> bool:
    """Tell whether every word is a name or belongs to a role: no verb, nothing of a sentence."""
    return all(
        is_capital(token)
        or not token[0].isalpha()
        or bare(token).casefold() in _ROLE_WORDS
        or bare(token).casefold() in _NEWSROOMS
        for token in words.split()
    )


def are_initials(words: str) -> bool:
    """Tell whether a line is initials divided by slashes, as desks sign."""
    return "/" in words[1:-1] and " " not in words and _is_sign_off(words)


def _is_sign_off(words: str) -> bool:
    """Tell whether a line is an agency with initials, or initials with slashes."""
    parts = words.strip("()").replace("\\", "").replace("/", " ").split()
    if not parts or len(parts) > 6 or not all(part.isalpha() and len(part) <= 5 for part in parts):
        return False
    if "/" in words.strip("/") and parts[0].islower():
        return len(parts) > 1 and all(2 <= len(part) <= 4 for part in parts)
    agency, initials = parts[0], parts[1:]
    if agency.casefold() not in AGENCY_OF_CREDIT or agency.istitle():
        return False
    if not initials:
        return agency.casefold() in _SIGNS_ALONE
    return all(len(part) <= 4 and (part.islower() or part.isupper()) for part in initials)
