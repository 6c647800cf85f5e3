"""Search everything by keyboard alone: type, go down, open at the words."""

from PySide6.QtWidgets import QApplication

from variorum.app.searching import Answer
from variorum.library.search.search import FoundIn
from variorum.window.concordance.model import Column
from variorum.window.search.model import LINE_ROLE
from variorum.window.search.searcher import Searcher

from .hands import PATIENCE_MS, Reader
from .story import REPRINT, WIRE, bring_pair, highlight

OTHER = """OSTRAVA (Northline) -- The wheat quota was raised after a record harvest.

Farmers had asked for more <b>ferry</b> capacity on the rivers, the ministry told reporters.
"""


def search(reader: Reader, words: str) -> Searcher:
    """Press Ctrl+K and type."""
    reader.press("Ctrl+K")
    searcher = reader.window.hands.searcher
    assert QApplication.focusWidget() is searcher.field
    reader.write(words)
    reader.settle()
    return searcher


def test_a_hit_opens_at_its_words(reader: Reader) -> None:
    """Ctrl+K, words, down, Enter: the story stands there, the words are selected."""
    window = bring_pair(reader)
    reader.drop(text=OTHER)
    other = window.reading.story

    searcher = search(reader, "councils autu")
    assert searcher.panel.isVisible()
    reader.press("Down")
    assert QApplication.focusWidget() is searcher.panel.view
    reader.press("Return")

    assert window.reading.story != other
    assert not searcher.panel.isVisible()
    assert reader.selected_words() in {"councils", "autumn"}
    assert QApplication.focusWidget() in window.desk.panes


def test_a_version_that_is_not_the_base_is_turned_to(reader: Reader) -> None:
    """Words that only one version has are shown in that version's pane."""
    window = bring_pair(reader)
    reader.drop(text=OTHER)

    search(reader, '"six per cent"')
    reader.press("Return")

    selected = window.desk.selection()
    assert selected is not None
    version = window.reading.version
    assert version is not None
    assert selected[0] == version.id
    assert reader.selected_words() == "six per cent"


def test_versions_of_one_origin_are_told_apart(reader: Reader) -> None:
    """Results and concordance name a version as the desk does: by more than where it came from."""
    window = reader.open()
    reader.drop(text=OTHER)
    reader.drop(text=OTHER.replace("a record harvest", "two record harvests"))
    searcher = search(reader, "wheat quota")
    lines = [searcher.panel.model.index(row).data(LINE_ROLE) for row in (1, 2)]
    reader.press("Ctrl+Alt+C")
    reader.settle()
    model = window.hands.concordance.page.model

    assert sorted(line.version for line in lines) == ["Pasted text", "Pasted text (2)"]
    named = {model.index(row, Column.SOURCE).data() for row in range(model.rowCount())}
    assert named == {"Pasted text", "Pasted text (2)"}


def test_enter_is_never_too_fast(reader: Reader) -> None:
    """Pressed before the answer has come, Enter opens the first hit when it comes."""
    window = bring_pair(reader)
    reader.drop(text=OTHER)
    reader.press("Ctrl+K")
    reader.write("harbour office")

    reader.press("Return")

    assert reader.selected_words() in {"harbour", "office", "harbour office"}
    assert not window.hands.searcher.panel.isVisible()


def test_esc_gives_the_field_back_and_then_the_keys(reader: Reader) -> None:
    """From the results to the field, from the field to where one came from."""
    window = bring_pair(reader)
    window.desk.panes[0].setFocus()
    searcher = search(reader, "ferry")
    reader.press("Down")

    reader.press("Escape")
    assert QApplication.focusWidget() is searcher.field
    reader.press("Escape")

    assert not searcher.panel.isVisible()
    assert QApplication.focusWidget() is window.desk.panes[0]


def test_typing_on_in_the_results_narrows_them(reader: Reader) -> None:
    """Letters go to the field, whatever they do elsewhere in the window."""
    window = bring_pair(reader)
    shown = window.strip.shown()
    searcher = search(reader, "ferry compan")
    reader.press("Down")

    reader.press("S")

    assert searcher.field.text().casefold() == "ferry compans"
    assert window.strip.shown() == shown


def test_notes_and_codes_are_found(reader: Reader) -> None:
    """A note leads to the words it stands on."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    reader.press("N")
    reader.write("Ask the treasurer")
    reader.press("Ctrl+Return")

    searcher = search(reader, "treasur")
    hit = searcher.panel.current()
    assert hit is not None
    assert hit.kind is FoundIn.NOTE
    reader.press("Return")

    assert reader.selected_words() == "four per cent"
    assert window.reading.base is not None


def test_an_empty_result_says_why(reader: Reader) -> None:
    """Which words stand nowhere, or that they stand nowhere together."""
    bring_pair(reader)
    reader.drop(text=OTHER)

    said = search(reader, "ferry zebra").panel.said
    assert "“zebra”" in said
    assert "“ferry”" not in said
    assert "nowhere together" in search(reader, "wheat autumn").panel.said
    assert "Type a word" in search(reader, "-").panel.said


def test_only_the_last_answer_counts(reader: Reader) -> None:
    """What was typed before is never shown over what was typed last."""
    window = bring_pair(reader)
    answers = list[Answer]()
    window.workspace.searching.answered.connect(answers.append)

    for query in ("f", "fe", "fer", "ferry"):
        window.workspace.searching.ask(query)
    reader.qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    reader.settle()

    assert [answer.query for answer in answers] == ["ferry"]


def test_any_input_is_safe(reader: Reader) -> None:
    """Quotation marks, stars, brackets and markup are answered like words."""
    window = bring_pair(reader)
    before = window.messages.text
    for query in ('"', "* OR NEAR(", "<b>x</b>", "'; DROP TABLE", "\N{GRINNING FACE}", "a" * 5000):
        window.hands.searcher.field.setText(query)
        window.workspace.searching.ask(query)
        reader.settle()

    assert window.messages.text == before


def test_the_filter_line_says_which_words_are_to_blame(reader: Reader) -> None:
    """When nothing is left, the list says why and what to try."""
    window = bring_pair(reader)
    reader.press("Ctrl+L")
    reader.write("ferry zebra")
    reader.press("Return")

    assert "“zebra”" in window.stories.nothing_said
    assert "“ferry”" not in window.stories.nothing_said


def test_the_filter_line_says_what_it_does_not_understand(reader: Reader) -> None:
    """A word that a field does not know is named with those that it knows, as in the search."""
    window = bring_pair(reader)
    reader.press("Ctrl+L")
    reader.write("class:meaning")
    reader.press("Return")

    assert "class:meaning" in window.stories.nothing_said
    assert "substance" in window.stories.nothing_said


def test_texts_of_the_pair_differ() -> None:
    """The tests above rest on it."""
    assert "six" in REPRINT
    assert "four" in WIRE


def test_one_searches_within_what_was_found(reader: Reader) -> None:
    """Ctrl+Alt+K keeps the query as the ground of the next; Esc in the empty field leaves it."""
    bring_pair(reader)
    reader.drop(text=OTHER)
    searcher = search(reader, "councils")

    reader.press("Ctrl+Alt+K")
    assert searcher.field.placeholderText() == "Search within “councils”"
    reader.write("ferry")
    reader.settle()
    within = searcher.panel.said
    reader.press("Ctrl+A")
    reader.press("Backspace")
    reader.press("Esc")
    reader.write("ferry")
    reader.settle()

    assert within == "2 hits in 1 story within “councils”"
    assert searcher.panel.said == "3 hits in 2 stories"


def test_the_list_shows_what_was_found(reader: Reader) -> None:
    """Ctrl+Alt+L filters the list by the query."""
    window = bring_pair(reader)
    reader.drop(text=OTHER)
    search(reader, "wheat OR barley")

    reader.press("Ctrl+Alt+L")

    assert window.stories.filter.text() == "wheat OR barley"
    assert window.workspace.stories.rowCount() == 1


def test_a_query_that_is_not_understood_says_how_to_write_it(reader: Reader) -> None:
    """The line says which fields and dates there are."""
    bring_pair(reader)

    searcher = search(reader, "ferry date:soon")

    assert searcher.panel.said.startswith("date:soon is no date; write date:2019")
    assert searcher.panel.current() is None
