"""Stories are asked for by the class of their differences, once they were compared."""

from variorum.app.comparing import compare_all
from variorum.library.differing import uncompared
from variorum.library.library import Library
from variorum.library.queries.stories import stories
from variorum.progress import no_tick

from .making import bring_in, read

BASE = "The ferry left Halvern with 12 sailors at night.\n\nNobody saw the harbour."
FACT = BASE.replace("12", "21")
SPELLING = BASE.replace("harbour", "harbor")


def titles(library: Library, typed: str) -> list[str]:
    """Return the stories that a filter shows."""
    return [row.title for row in stories(library.reader, filter_text=typed)]


def test_a_class_finds_what_was_compared(library: Library) -> None:
    """Before the comparison nothing is known; after it each class finds its stories."""
    bring_in(library, read(BASE, headline="Fact"), read(FACT), together=True)
    bring_in(library, read(BASE, headline="Spelling"), read(SPELLING), together=True)
    bring_in(library, read(BASE, headline="Alone"))
    assert titles(library, "class:substance") == []

    assert compare_all(library)(no_tick) == 2

    assert titles(library, "class:substance") == ["Fact"]
    assert titles(library, "class:spelling") == ["Spelling"]
    assert titles(library, "class:wording") == []
    assert sorted(titles(library, "-class:substance")) == ["Alone", "Spelling"]
    assert uncompared(library.reader) == []
    assert compare_all(library)(no_tick) == 0
