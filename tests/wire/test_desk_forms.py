"""Lines of telex, releases and desks that stand above and below stories, and copy broken in lines."""

import pytest

from variorum.text import Article
from variorum.wire.reader import read

_HEADLINE = "Harbour board closes piers"
_LEAD = "OSLO (AP) — The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


ABOVE = [
    ("ZCZC OSL0417", "header"),
    ("BC-NORWAY-HARBOUR 03-12", "slugline"),
    ("BC-NORWAY-HARBOUR 03-12 0312", "slugline"),
    ("(PAPIER GENERAL)", "slugline"),
    ("(AVANT-PAPIER)", "slugline"),
    ("FOR IMMEDIATE RELEASE", "advisory"),
    ("Image 1of/9", "clutter"),
    ("In this March 3, 2018 photo a ferry leaves the old pier.", "caption"),
    ("FILE- This March 3, 2018, file photo shows the old pier in Oslo.", "caption"),
    ("The pier at dawn, before it was closed. (Ann Lee / AP)", "caption"),
]


@pytest.mark.parametrize(("line", "kind"), ABOVE)
def test_line_above_a_headline_is_not_taken_for_it(line: str, kind: str) -> None:
    """Find the headline under what telex, desk or page set above it."""
    article = read(f"{line}\n\n{_HEADLINE}\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article) == [kind, "headline", "paragraph", "paragraph"]
    assert article.headline == _HEADLINE


def test_writers_title_under_a_byline_is_no_headline() -> None:
    """Keep the line under a byline with it where copy has no headline (P58)."""
    article = read(f"By ANN LEE=\nAssociated Press Writer=\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article) == ["byline", "byline", "paragraph", "paragraph"]
    assert article.headline is None


BELOW = [
    ("NNNN", "header"),
    ("— With files from The Associated Press", "credit"),
    ("– With assistance from Ann Lee and Bo Ek", "credit"),
    ("This report by The Harbour Press was first published March 12, 2019.", "credit"),
    ("This story was first published on March 12, 2019.", "credit"),
]


@pytest.mark.parametrize(("line", "kind"), BELOW)
def test_line_below_a_story_is_set_apart(line: str, kind: str) -> None:
    """Tell how agencies close copy from the story."""
    article = read(f"{_LEAD}\n\n{_SECOND}\n\n{line}")

    assert kinds(article) == ["paragraph", "paragraph", kind]


GLUED = [("PTI ABC DEF", "credit"), ("IANS xyz".upper(), "credit"), ("Enditem", "end_mark")]


@pytest.mark.parametrize(("mark", "kind"), GLUED)
def test_sign_off_glued_to_the_last_sentence_is_set_free(mark: str, kind: str) -> None:
    """Cut initials and end marks off the sentence that they run on from."""
    article = read(f"{_LEAD}\n\n{_SECOND} {mark}")

    assert kinds(article) == ["paragraph", "paragraph", kind]
    assert article.words_of(article.passages[-1]) == mark


KEPT_ENDS = [
    "The ferry line was sold to a firm from the U.S. AP said no.",
    "The two boats were built in the U.K. AFP MEANT IT.",
    "The captain was told by his union. PTI leaders agreed.",
]


@pytest.mark.parametrize("sentence", KEPT_ENDS)
def test_agency_in_a_last_sentence_is_no_sign_off(sentence: str) -> None:
    """Leave an agency that a sentence goes on from in the story."""
    article = read(f"{_LEAD}\n\n{sentence}")

    assert kinds(article) == ["paragraph", "paragraph"]


COLONS = [
    "NEW DELHI: Five workers ended a strike at the harbour.",
    "DUBAI: Two piers of the harbour were closed.",
]


@pytest.mark.parametrize("sentence", COLONS)
def test_known_place_before_a_colon_is_a_dateline(sentence: str) -> None:
    """Read a dateline set with a colon."""
    article = read(f"{_HEADLINE}\n\n{sentence}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == sentence.partition(":")[0]
    assert article.dateline.credit is None


NO_COLONS = ["LEE: I never saw the pier, and nobody told me.", "NOTE: Two piers were closed again."]


@pytest.mark.parametrize("sentence", NO_COLONS)
def test_other_word_before_a_colon_is_no_dateline(sentence: str) -> None:
    """Take a speaker or a label before a colon for no place."""
    assert read(f"{_HEADLINE}\n\n{sentence}\n\n{_SECOND}").dateline is None


def test_lone_paragraph_of_two_lines_is_one() -> None:
    """Join a line that breaks off in a sentence with the line that goes on with it."""
    article = read(
        "Harbour board closes piers\n\nOslo (dpa) - The harbour board said that it would close both"
        " piers,\nand that ferries would sail from the new quay.\n\nFishermen were angry."
    )

    assert kinds(article) == ["headline", "paragraph", "paragraph"]


def test_note_that_breaks_in_its_bracket_is_one() -> None:
    """Join the lines of a correction though the story under it is not wrapped."""
    article = read(
        f"(Corrects paragraph 3 to show that the harbour board is based\nin Bergen, not in Oslo)\n"
        f"{_LEAD}\n{_SECOND}"
    )

    assert kinds(article) == ["correction", "paragraph", "paragraph"]


APART = [
    ("Fishermen say the harbour board has never asked anyone about it", "By Ann Lee"),
    ("The board met on Friday about the second pier in the inner basin", "It decided nothing."),
    ("The board will meet once more on Friday about the inner basin.", "iPhones were banned."),
]


@pytest.mark.parametrize(("line", "after"), APART)
def test_line_that_opens_anew_is_not_joined(line: str, after: str) -> None:
    """Leave lines apart where the second opens with a capital or the first is closed."""
    article = read(f"{_LEAD}\n\n{line}\n{after}\n\n{_SECOND}")

    assert len(article.passages) == 4


FIGURES = ["Revs 31.6 mln vs 28.7 mln", "Sales 737,102", "Record May 17"]


@pytest.mark.parametrize("line", FIGURES)
def test_line_of_results_is_no_crosshead(line: str) -> None:
    """Keep a line that holds figures above all out of the crossheads."""
    article = read(f"{_LEAD}\n\n{line}\n\n{_SECOND}")

    assert kinds(article)[1] in {"paragraph", "table"}


@pytest.mark.parametrize("line", ["Looking to 2030", "CONFIDENT FOR 2030"])
def test_crosshead_may_name_a_year(line: str) -> None:
    """Take a year for no figure."""
    assert kinds(read(f"{_LEAD}\n\n{line}\n\n{_SECOND}"))[1] == "crosshead"


def test_label_with_by_is_no_byline() -> None:
    """Take words after `by the` for a name only where they name an agency or its people."""
    article = read(f"{_LEAD}\n\nBY THE NUMBERS\n\n{_SECOND}")

    assert kinds(article) == ["paragraph", "crosshead", "paragraph"]
