"""Which words of bylines and credits are drawn as changed."""

from variorum.collation.collate import collate
from variorum.text import Article
from variorum.window.desk.furniture import changed_words
from variorum.window.desk.ribbons import Tone, ribbons_of
from variorum.wire.reader import read

_STORY = """HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June.

The councils of the islands meet again in the autumn to talk about the northern piers.

(Reporting by Clara Stene{and_another} in Halvern; Editing by Jon Abel)
"""


def _article(and_another: str = "") -> Article:
    return read(_STORY.format(and_another=and_another))


def test_a_second_name_in_the_credits_is_what_was_changed() -> None:
    """Those words are drawn and no others; the other side has none of its own."""
    base, version = _article(), _article(" and Ivo Lang")

    ours, theirs = changed_words(base, version, collate(base, version))

    assert [span.of(base.text) for span in ours] == []
    assert [span.of(version.text) for span in theirs] == ["and Ivo Lang"]


def test_equal_furniture_is_not_drawn() -> None:
    """The same credits are no change."""
    base = _article()

    assert changed_words(base, base, collate(base, base)) == ((), ())


def test_a_ribbon_tells_of_changed_credits() -> None:
    """The ribbon between changed credits has the tone of what was edited."""
    base, version = _article(), _article(" and Ivo Lang")
    *_, last = ribbons_of(base, version, collate(base, version))

    assert last.tone is Tone.FORKED
    assert last.right.of(version.text).startswith("(Reporting by")
