"""Tables for spreadsheets, and Markdown."""

import csv
import datetime as dt
import io
from html import unescape

import markdown as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.exchange.comparison import Edition, Mark, StorySheet
from variorum.exchange.csv_tables import marks_table, variants_table
from variorum.exchange.markdown import markdown
from variorum.text import Span
from variorum.wire.reader import read


def table(lines: list[str]) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_each_mark_is_a_row_with_its_words(sheet: StorySheet) -> None:
    """Words, place, codes and notes stand in their columns."""
    rows = table(list(marks_table([sheet])))

    assert len(rows) == 2
    assert rows[1]["words"] == "<b>Pilots’ Guild</b>"
    article = sheet.base.article.text
    assert article[int(rows[1]["start"]) : int(rows[1]["end"])] == rows[1]["words"]
    assert rows[0]["notes"] == "What does it mean?\n\nAsk *her*."


def test_no_cell_is_a_formula(sheet: StorySheet) -> None:
    """A cell that would compute gets an apostrophe before it."""
    first = table(list(marks_table([sheet])))[0]

    assert first["words"] == "'=2+3 was written"
    assert first["annotator"] == "'-me"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\0", " =", "\n=", "＝"])
def test_every_sign_that_begins_a_formula_is_defused(sign: str) -> None:
    """Neither white space nor wide forms hide a formula."""
    text = f"{sign}1+1 is what the banner said."
    edition = Edition(read("Story."), f"{sign}1+1")
    mark = Mark(Span(0, 5), (), annotator=text, made=_moment())

    (row,) = table(
        list(marks_table([StorySheet("t", Edition(edition.article, edition.name, (mark,)))]))
    )

    assert row["source"].startswith("'")


def test_each_variant_is_a_row_with_both_ends(sheet: StorySheet) -> None:
    """Class, rule, words and the note on it stand beside each other."""
    rows = table(list(variants_table([sheet])))

    (figure,) = [row for row in rows if row["class"] == "substance"]
    assert (figure["base_words"], figure["version_words"]) == ("14", "17")
    assert figure["rule"] == "figure"
    assert figure["notes"] == "Who counted <them>?"


def test_markdown_holds_quotations_and_notes(sheet: StorySheet) -> None:
    """A reader of the plain file finds everything."""
    text = "".join(markdown([sheet]))

    for expected in (
        "# Pilots",
        "> &#61;2+3 was written",
        "Ask *her*.",
        "On the story.",
        "Northline",
    ):
        assert expected in text


def test_words_of_a_story_are_no_markdown(sheet: StorySheet) -> None:
    """Rendered, the quotation stands as it was printed."""
    html = reference.markdown("".join(markdown([sheet])))

    assert "<b>" not in html
    assert "<b>Pilots’ Guild</b>" in unescape(html)


@given(st.text(alphabet="#*_`>-+=.1)[]<>|~\\ a\n", min_size=1, max_size=40))
def test_any_quotation_stays_in_its_quotation(words: str) -> None:
    """Nothing a story holds ends the block it is quoted in."""
    article = read(f"x{words}")
    edition = Edition(article, "n", (Mark(Span(1, len(words) + 1), (), "", _moment()),))

    lines = "".join(markdown([StorySheet("t", edition)])).split("## n\n\n", 1)[1].split("\n")

    quoted = [line for line in lines if line]
    assert all(line.startswith(">") for line in quoted)


def _moment() -> dt.datetime:
    return dt.datetime(2021, 4, 13, tzinfo=dt.UTC)
