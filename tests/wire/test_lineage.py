"""What copy says of its descent: an update, a correction and a withdrawal are different things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text import LineageKind
from variorum.wire.fields import Fields
from variorum.wire.reader import read

_STORY = (
    "\n\nPORT ELVA, May 3 (Reuters) - The harbour board said on Monday that it would close two"
    " piers for repairs this year.\n\nWork begins in June."
)
_PLAIN = "Harbour board to close two piers"


def _marks(text: str) -> list[tuple[str, int | None]]:
    return [(mark.kind.value, mark.number) for mark in read(text).lineage]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("UPDATE 2-Harbour board to close two piers", [("update", 2)]),
        ("CORRECTED-UPDATE 1-Harbour board to close", [("correction", None), ("update", 1)]),
        ("(CORRECTED) - HARBOUR BOARD CLOSES PIERS", [("correction", None)]),
        ("WRAPUP 3-Harbour board closes piers", [("wrap", 3)]),
        ("ADVISORY-Harbour board story withdrawn", [("advisory", None)]),
        ("RPT-Harbour board to close two piers", [("repeat", None)]),
        ("REFILE-Harbour board to close two piers", [("refile", None)]),
        ("(LEAD) Harbour board set to close piers", [("lead", None)]),
        ("(2nd LD) Harbour board set to close piers", [("lead", 2)]),
        ("Clarification: Harbour Piers story", [("correction", None)]),
        ("Berichtigung: Hafenamt schließt zwei Piers", [("correction", None)]),
        ("(Ampliación) El puerto cierra dos muelles", [("update", None)]),
        ("1. Zusammenfassung: Hafen schließt Piers", [("wrap", 1)]),
        ("Havenbestuur sluit twee pieren (2)", [("update", 2)]),
        ("BREAKING: Harbour board to close two piers", [("alert", None)]),
        ("BC-EU--Harbour Piers, 1st Ld-Writethru,127<", [("writethru", 1)]),
        (
            "BC-EU--Harbour Piers-ABRIDGED, 3rdLd-Writethru,82<",
            [("writethru", 3), ("abridged", None)],
        ),
        ("BC-EU--APNewsAlert,17<", [("alert", None)]),
        ("PORT-PIERS/ (UPDATE 1, PIX, CORRECTED)", [("update", 1), ("correction", None)]),
        ("1ST LEAD", [("lead", 1)]),
        ("2ND LEAD\n\n3RD NET", [("lead", 2), ("writethru", 3)]),
        ("KILL KILL KILL", [("withdrawal", None)]),
        ("HOLD HOLD HOLD", [("hold", None)]),
        ("STORY WITHDRAWN", [("withdrawal", None)]),
    ],
)
def test_tags_and_versions_are_read(head: str, expected: list[tuple[str, int | None]]) -> None:
    """A tag of the headline, a version in the slug and a notice each give a mark."""
    assert _marks(head + _STORY) == expected


@pytest.mark.parametrize(
    "headline",
    [
        _PLAIN,
        "LEAD-ZINC MINERS STRIKE AT PORT ELVA",
        "FLASH-FLOODS CLOSE PIERS",
        "Lead: the metal in the pipes of Port Elva",
        "Wal-Mart opens a store on the pier",
        "Repeat offenders may use the pier again",
        "Killing of the pier master shocks Port Elva",
        "REPUBLIC <RPT> TO SELL PIER",
        "Hold music drives callers of Port Elva away",
    ],
)
def test_words_that_look_like_tags_are_none(headline: str) -> None:
    """A compound, a metal, a company's code: no mark of descent."""
    assert _marks(headline + _STORY) == []


@pytest.mark.parametrize(
    ("note", "kinds", "soft"),
    [
        ("(Corrects name of pier in paragraph 2)", ["correction"], False),
        (
            "(Changes source of date to the harbour master in first paragraph.)",
            ["correction"],
            True,
        ),
        ("Eds: Restores reference in 3rd paragraph to dredging.", ["correction"], True),
        ("(Adds comments, detail)", ["update"], False),
        ("(Recasts, adds background)", ["update"], False),
        ("(Repeats without changes)", ["repeat"], False),
        ("(Refiles to add graphic)", ["refile"], False),
        ("(Refiles to correct spelling in paragraph six)", ["refile", "correction"], False),
        ("(This version of the story corrects the number of piers.)", ["correction"], False),
    ],
)
def test_notes_are_read_by_what_they_mend(note: str, kinds: list[str], *, soft: bool) -> None:
    """A note that mends a fact is a correction whatever its verb; one that adds is an update."""
    lineage = read(f"{_PLAIN}\n\n{note}{_STORY}").lineage

    assert [mark.kind.value for mark in lineage] == kinds
    assert lineage[-1].soft is soft


def test_a_mark_says_where_it_stands() -> None:
    """The span of a mark holds its own words in the text."""
    text = "UPDATE 2-" + _PLAIN + _STORY

    (mark,) = read(text).lineage

    assert mark.span is not None
    assert mark.span.of(text) == "UPDATE 2-"


def test_the_headline_of_a_file_bears_marks_without_a_place() -> None:
    """A tag that only the file's own headline shows stands nowhere in the text."""
    fields = Fields(headline="UPDATE 4-" + _PLAIN)

    (mark,) = read(_STORY.strip(), fields=fields).lineage

    assert (mark.kind, mark.number, mark.span) == (LineageKind.UPDATE, 4, None)


@given(st.text(max_size=200), st.text(max_size=60))
def test_a_kind_is_marked_once_and_within_the_text(text: str, headline: str) -> None:
    """Whatever a text holds, each kind has one mark at most, and its span lies in the text."""
    lineage = read(text, fields=Fields(headline=headline or None)).lineage

    assert len({mark.kind for mark in lineage}) == len(lineage)
    assert all(mark.span is None or mark.span.end <= len(text) for mark in lineage)
