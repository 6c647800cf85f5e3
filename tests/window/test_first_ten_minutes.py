"""The manual's first ten minutes, walked through: what it says one will see is seen."""

import pytest

from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.chips import Chip
from variorum.window.manual.pages import page

from .hands import PATIENCE_MS, Reader

PILOTS = "Harbor pilots walk out at Port Merrow as pay talks stall"


@pytest.fixture
def samples(reader: Reader) -> Reader:
    """Return a reader who has opened the sample stories and turned to that of the pilots."""
    window = reader.open()
    with reader.qtbot.waitSignal(window.hands.importing.finished, timeout=PATIENCE_MS):
        window.hands.turning.import_samples()
    reader.settle()
    return reader


def turn_to(reader: Reader, source: str) -> ArticleId:
    """Put the version of a source beside the base; return it."""
    window = reader.window
    found = next(v for v in window.reading.versions if v.source == source and not v.is_base)
    window.reading.choose_version(found.article)
    reader.settle()
    return found.article


def select(reader: Reader, article: ArticleId, words: str) -> None:
    """Select words where they stand in the body."""
    text = reader.window.reading.article_of(article).text
    start = text.index(words, text.index("PORT MERROW"))
    reader.select(article, Span(start, start + len(words)))


def test_the_story_with_many_versions_is_shown(samples: Reader) -> None:
    """Seven stories of nineteen articles; the one of the pilots is open, its agency the base."""
    window = samples.window
    told = page("first-ten-minutes.md")
    base = window.reading.base

    assert told is not None
    assert "seven stories, nineteen articles" in told.markdown
    assert window.workspace.stories.totals() == (7, 19)
    assert base is not None
    assert (base.row.title, base.row.source) == (PILOTS, "Northline")
    assert len(window.reading.versions) == 4


def test_the_changes_are_those_that_the_page_names(samples: Reader) -> None:
    """14 became 41 as substance, Harbor became Harbour as spelling, and a date was put in."""
    turn_to(samples, "Channel Post")
    reading = samples.window.reading
    base, version, collation = reading.base, reading.version, reading.collation
    assert base is not None
    assert version is not None
    assert collation is not None
    found = {
        (
            str(variant.variant_class),
            variant.base.of(base.article.text),
            variant.version.of(version.article.text),
        )
        for variant in collation.variants
    }

    assert ("substance", "14", "41") in found
    assert ("spelling", "Harbor", "Harbour") in found
    assert "(April 12)" in {added for _, cut, added in found if not cut}


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_figures_stand_in_one_row(samples: Reader, width: int) -> None:
    """What has no room is folded into one sign; substance with its cuts never is."""
    window = samples.window
    window.resize(width, 700)
    turn_to(samples, "The Beacon")
    samples.settle()

    shown = [chip for chip in window.strip.findChildren(Chip) if chip.isVisible()]

    assert len({chip.mapTo(window.strip, chip.rect().center()).y() for chip in shown}) == 1
    assert any("substance" in chip.said() and "cut" in chip.said() for chip in shown)


def test_a_quotation_lacks_a_word(samples: Reader) -> None:
    """In The Beacon not every quotation is verbatim: `have` is missing from one."""
    turn_to(samples, "The Beacon")
    reading = samples.window.reading
    assert reading.base is not None
    assert reading.collation is not None
    cut = [v.base.of(reading.base.article.text) for v in reading.collation.variants]

    assert "have" in cut
    assert any(q.verdict != "verbatim" for q in reading.collation.quotations if q.base)


def test_marks_notes_and_codes_come_by_their_keys(samples: Reader) -> None:
    """H highlights, N opens a note, a new code has the key 1, Ctrl+Z takes back what C carried."""
    window = samples.window
    version = turn_to(samples, "Channel Post")
    base = window.reading.base
    assert base is not None

    select(samples, base.id, "14 ships")
    samples.press("H")
    select(samples, version, "41 ships")
    samples.press("N")
    samples.write("A slip of the keys?")
    samples.press("Esc")
    assert {card.mark.quotation: card.mark.text for card in window.notes.cards} == {
        "14 ships": "",
        "41 ships": "A slip of the keys?",
    }

    samples.answers.line = "figure"
    samples.press("Ctrl+Shift+K")
    select(samples, base.id, "212")
    samples.press("1")
    assert [row.highlights for row in window.codes.rows] == [1]

    samples.press("C")
    assert "carried" in window.messages.text
    carried = len(window.marks.highlights)
    samples.press("Ctrl+Z")
    assert len(window.marks.highlights) < carried
