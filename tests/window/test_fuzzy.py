"""A few letters find an action, the likeliest first."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.window.fuzzy import rank

NAMES = (
    "File: Import files…",
    "View: Show style",
    "View: Show substance",
    "Story: Source, date and headline…",
    "Edit: Search everything",
    "Annotate: Énoncé",
)


def best(typed: str) -> str:
    """Return the likeliest name."""
    return NAMES[rank(typed, NAMES)[0]]


def test_letters_that_stand_together_count_most() -> None:
    """Parts of words, beginnings of words, and accents left out."""
    assert best("sub") == "View: Show substance"
    assert best("ssty") == "View: Show style"
    assert best("impf") == "File: Import files…"
    assert best("enonce") == "Annotate: Énoncé"
    assert best("SEARCH ev") == "Edit: Search everything"


def test_words_that_go_on_come_before_one_word() -> None:
    """Who types the words of a name means that name, not another that holds their letters."""
    names = ("File: Restore from a backup…", "File: Back up now")

    assert rank("back up", names) == [1, 0]


def test_no_letters_leave_everything_in_its_order() -> None:
    """An empty field lists all actions as the menus have them."""
    assert rank("  ", NAMES) == list(range(len(NAMES)))


@given(
    typed=st.text("abcdeshow :", max_size=8), names=st.lists(st.text("abcdeshow :", max_size=12))
)
def test_exactly_the_names_that_have_the_letters_are_found(typed: str, names: list[str]) -> None:
    """Each name in which the letters stand in their order, once."""

    def has(name: str) -> bool:
        rest = iter(name)
        return all(letter in rest for letter in typed if not letter.isspace())

    assert sorted(rank(typed, names)) == [n for n, name in enumerate(names) if has(name)]
