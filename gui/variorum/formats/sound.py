"""Make text that a database and a widget can hold, changing as little as can be."""

from variorum.text import Problem, ProblemKind


def sound(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a text as it can be kept, with what had to be replaced."""
    text, surrogates = without_surrogates(text)
    text, nuls = without_nuls(text)
    return text, (*surrogates, *nuls)


def without_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a text with each lone surrogate, which is no character, as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        pass
    else:
        return text, ()
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # Those that were there before are no problem.
    replaced = whole.count("\ufffd") - text.count("\ufffd")
    found = (Problem(ProblemKind.CHARACTERS_REPLACED, str(replaced)),) if replaced else ()
    return whole, found


def without_nuls(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a text with each NUL, at which databases and widgets stop, as U+2400."""
    nuls = text.count("\0")
    if not nuls:
        return text, ()
    return text.replace("\0", "\u2400"), (Problem(ProblemKind.NUL_REPLACED, str(nuls)),)
