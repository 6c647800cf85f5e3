"""Tables as programs write them that keep other rules than those of CSV, and what stands above rows' texts."""

import io

import pytest

from variorum.formats import registry
from variorum.formats.corpora.rows import GUESSED
from variorum.text import Imported, PassageKind

STORY = "The iron pier may close by autumn, the council said on Monday."
OTHER = "Eggs were cheap on Tuesday, a grocer in the old market said."


def articles_of(table: str) -> list[Imported]:
    """Read a table that is recognised as one, of which no row is left out."""
    data = table.encode()
    kind = registry.recognised(data, "table")
    assert kind.name == "csv"
    rows = registry.read_rows(io.BytesIO(data), kind=kind, columns=GUESSED, name="t", origin="/t")
    found = list(rows)
    assert all(isinstance(row, Imported) for row in found)
    return [row for row in found if isinstance(row, Imported)]


def headlines(table: str) -> list[str | None]:
    """Return the headlines of a table's articles."""
    return [each.article.headline for each in articles_of(table)]


def test_quotation_marks_behind_a_backslash_are_marks() -> None:
    """Some programs do not double them."""
    table = f'title,text\n"The \\"old\\" pier","{STORY}"\n"Eggs","A \\\\ and \\"{OTHER}\\" B"\n'

    assert headlines(table) == ['The "old" pier', "Eggs"]
    assert f'A \\ and "{OTHER}" B' in articles_of(table)[1].article.text


def test_a_backslash_in_a_sound_table_stays() -> None:
    """It says nothing there, before a doubled mark or at a cell's end."""
    table = f'title,text\n"A path C:\\","{STORY}"\n"He said \\""so\\""","{OTHER}"\n'

    assert headlines(table) == ["A path C:\\", 'He said \\"so\\"']


@pytest.mark.parametrize(
    "above", ["Export of two stories\n\n", "sep=,\nCreated: 2020-01-01\n", "Search;pier\nHits;2\n"]
)
def test_lines_above_a_table_are_passed_over(above: str) -> None:
    """The line that names the columns is known by their names."""
    table = f'{above}Title,Date,Text\nPier,2018-06-04,"{STORY}"\nEggs,2018-06-05,"{OTHER}"\n'

    assert headlines(table) == ["Pier", "Eggs"]


def test_copy_above_a_table_of_figures_is_no_corpus() -> None:
    """Its columns are not named as those of texts are."""
    copy = (
        "Prices at the exchange\n\nGrain,Date,Price\nBarley,2018-06-04,141\nOats,2018-06-04,122\n"
    )

    assert registry.recognised(copy.encode(), "copy").name == "plain"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Eggs", OTHER),
        ("Pier may close", STORY),
        ("The iron pier", STORY),
        ("Eggs", "Eggs, once dear, were cheap on Tuesday."),
    ],
)
def test_a_headline_within_a_sentence_is_set_above_it(headline: str, text: str) -> None:
    """The sentence only speaks of the same."""
    (found,) = articles_of(f'title,text\n{headline},"{text}"\n')

    assert found.article.text == f"{headline}\n\n{text}"
    assert found.article.passages[0].kind is PassageKind.HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        f"Pier may close\n{STORY}",
        f"PIER MAY CLOSE: {STORY}",
        f"Pier may close {STORY}",
        f"Pier may close{STORY}",
        f"Island Post\nPier may close\n{STORY}",
    ],
)
def test_a_headline_that_the_text_prints_stands_once(text: str) -> None:
    """On a line of its own, or with the story behind it."""
    (found,) = articles_of(f'title,text\nPier may close,"{text}"\n')

    assert found.article.text == text
