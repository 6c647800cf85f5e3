"""English for what can be wrong with a library.

Apart from `wording`, because who reads two files has no need of SQLite.
"""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.exchange.wording import Translate, in_english
from variorum.library.safety.proofs import Flaw

_FLAWS: Mapping[Flaw, str] = {
    Flaw.PAGES: QT_TRANSLATE_NOOP("wording", "The file itself is damaged."),
    Flaw.KEYS: QT_TRANSLATE_NOOP("wording", "Something refers to what is not there."),
    Flaw.INDEX: QT_TRANSLATE_NOOP("wording", "An index for searching does not fit its texts."),
    Flaw.TEXT: QT_TRANSLATE_NOOP("wording", "An article's text is not the one imported."),
    Flaw.RECEIVED: QT_TRANSLATE_NOOP("wording", "An article's bytes are not those received."),
    Flaw.NOTE: QT_TRANSLATE_NOOP("wording", "A note is not as it was written."),
    Flaw.QUOTATION: QT_TRANSLATE_NOOP("wording", "A highlight does not stand on its words."),
    Flaw.STORY: QT_TRANSLATE_NOOP("wording", "The list of stories is not up to date."),
}


def flaw_line(flaw: Flaw, *, translate: Translate = in_english) -> str:
    """Say in one sentence what is wrong."""
    return translate(_FLAWS[flaw])
