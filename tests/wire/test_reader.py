"""What the reader says of a whole text: the founding pair, fields, source, date, language, layout."""

import datetime as dt
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from variorum.text import Article, PublishedFrom
from variorum.wire.fields import Fields
from variorum.wire.reader import read

_LEAD = "The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."
_THIRD = "Fishermen along the coast said that they had not been asked before the plan was made."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def words(article: Article) -> list[str]:
    """Return the words of an article's passages in order."""
    return [article.words_of(passage) for passage in article.passages]


def test_founding_wire_story_is_read(seeds: tuple[Path, Path]) -> None:
    """Read the first founding text: its passages, credit and source."""
    article = read(seeds[0].read_text(encoding="utf-8"))

    assert Counter(kinds(article)) == {
        "paragraph": 8,
        "promo": 2,
        "crosshead": 1,
        "correction": 1,
        "contact": 2,
        "copyright": 1,
    }
    assert article.dateline is not None
    assert (article.dateline.span.start, article.dateline.span.end) == (0, 14)
    assert (article.dateline.place, article.dateline.credit) == (None, "Bloomberg")
    assert (article.source, article.published, article.headline) == ("Bloomberg", None, None)
    assert article.language == "en"


def test_founding_reprint_is_read(seeds: tuple[Path, Path]) -> None:
    """Read the second founding text: the leaked date apart, and no source proved."""
    article = read(seeds[1].read_text(encoding="utf-8"))

    assert kinds(article) == ["header", *["paragraph"] * 9]
    assert (article.passages[0].words.start, article.passages[0].words.end) == (1, 16)
    assert article.dateline is not None
    assert (article.dateline.span.start, article.dateline.span.end) == (17, 35)
    assert (article.dateline.place, article.dateline.credit) == ("SEOUL", "BLOOMBERG")
    assert article.published == dt.date(2019, 4, 16)
    assert article.published_from == PublishedFrom.METADATA
    assert article.source is None


def test_fields_win_over_the_text() -> None:
    """Believe what a file's fields say before what its text shows."""
    fields = Fields(
        headline="Piers close",
        slug="HARBOUR",
        byline="Bo Ek",
        published=dt.date(2020, 1, 2),
        source="The Gazette",
        language="en-GB",
    )

    article = read(
        f"Board closes piers\n\nBy Ann Lee\n\nOSLO, May 3, 2021 (AP) — {_LEAD}", fields=fields
    )

    assert (article.headline, article.slug, article.byline) == ("Piers close", "HARBOUR", "Bo Ek")
    assert (article.published, article.published_from) == (
        dt.date(2020, 1, 2),
        PublishedFrom.FIELDS,
    )
    assert (article.source, article.language) == ("The Gazette", "en-GB")


SOURCES = [
    ("©2020 Bloomberg L.P.", "Bloomberg"),
    ("Copyright © 2020 The Associated Press. All rights reserved.", "AP"),
    ("(c) Copyright Thomson Reuters 2014. Click For Restrictions", "Reuters"),
    ("(Copyright 2021 Northline)", "Northline"),
    ("Copyright 2022, dpa (www.example.org). Alle Rechte vorbehalten", "dpa"),
    ("© 2021 The Harbour Gazette. All rights reserved.", "The Harbour Gazette"),
    ("To contact the reporter on this story: Ann Lee in Oslo at alee@bloomberg.net", "Bloomberg"),
    ("(Reporting by Ann Lee for Reuters)", "Reuters"),
    ("REUTER", "Reuters"),
    ("==Kyodo", "Kyodo"),
    ("dpa xyz abc", "dpa"),
    ("(Reporting by Ann Lee; Editing by Bo Ek)", None),
    ("", None),
]


@pytest.mark.parametrize(("tail", "source"), SOURCES)
def test_source_needs_proof_beyond_the_dateline(tail: str, source: str | None) -> None:
    """Name the issuer that desk furniture proves; a dateline's credit alone proves none."""
    article = read(f"OSLO (AP) — {_LEAD}\n\n{_SECOND}\n\n{tail}")

    assert article.source == source


DATES = [
    (" date 2021-03-04 OSLO (AP) — ", "2021-03-04", "metadata"),
    (
        "published: 2021-03-04T10:00:00+01:00\n\nOSLO (AP) — ",
        "2021-03-04 10:00:00+01:00",
        "metadata",
    ),
    ("Thursday, March 4, 2021\n\nOSLO (AP) — ", "2021-03-04", "metadata"),
    ("OSLO, March 4, 2021 (AP) — ", "2021-03-04", "dateline"),
    (" date 2021-03-05 OSLO, March 4, 2021 (AP) — ", "2021-03-05", "metadata"),
    ("OSLO, March 4 (AP) — ", "None", None),
    (" date 2021-02-30 OSLO (AP) — ", "None", None),
]


@pytest.mark.parametrize(("opening", "published", "published_from"), DATES)
def test_date_comes_from_metadata_before_dateline(
    opening: str, published: str, published_from: str | None
) -> None:
    """Date an article by leaked metadata, else by a full dateline, else not at all."""
    article = read(opening + _LEAD)

    assert (str(article.published), article.published_from) == (published, published_from)


LANGUAGES = [
    ("en", f"{_LEAD} {_SECOND}"),
    (
        "fr",
        "Le conseil du port a annoncé lundi que les deux quais seraient fermés pour des travaux dans la ville.",
    ),
    (
        "de",
        "Der Rat des Hafens hat am Montag beschlossen, dass die beiden Piers für den Umbau geschlossen werden.",
    ),
    (
        "es",
        "El consejo del puerto dijo que los dos muelles se cerrarán por obras y que la ciudad no ha sido consultada.",
    ),
    (
        "it",
        "Il consiglio del porto ha detto che i due moli sono chiusi per lavori e che la città non è stata sentita.",
    ),
    (
        "pt",
        "O conselho do porto disse que os dois cais serão fechados para obras e que a cidade não foi ouvida por ele.",
    ),
    (
        "nl",
        "De raad van de haven heeft gezegd dat de twee pieren voor het werk worden gesloten en dat de stad niet is gehoord.",
    ),
    (
        "sv",
        "Hamnens styrelse sade att de två pirarna ska stängas för arbete och att staden inte har blivit tillfrågad om det.",
    ),
    (
        "ru",
        "Совет порта заявил, что оба причала будут закрыты на ремонт и что город об этом не спросили.",
    ),
    (
        "uk",
        "Рада порту заявила, що обидва причали будуть закриті на ремонт і що місто про це не спитали.",
    ),
    (
        "ar",
        "قال مجلس الميناء إنه سيغلق الرصيفين من أجل الإصلاح وإن المدينة لم تسأل عن ذلك في هذا الشهر.",
    ),
    ("zh", "港务局星期一表示，两个码头将关闭维修，渔民们说事先没有人征求过他们的意见。"),
    ("ja", "港湾局は月曜日、二つの桟橋を修理のために閉鎖すると発表した。"),
    ("ko", "항만 당국은 월요일 두 부두를 수리하기 위해 폐쇄한다고 밝혔다."),
    ("el", "Το συμβούλιο του λιμανιού ανακοίνωσε ότι οι δύο προβλήτες θα κλείσουν για εργασίες."),
    (None, "Oslo 3, Bergen 1; Moss 2, Narvik 2"),
    (None, ""),
]


@pytest.mark.parametrize(
    ("language", "text"), LANGUAGES, ids=[f"{row[0]}-{row[1][:8]}" for row in LANGUAGES]
)
def test_language_is_told_or_left_open(language: str | None, text: str) -> None:
    """Tell the language by script or small words; say nothing where that is too little."""
    assert read(text).language == language


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    """Take every line for a paragraph in copy without blank lines."""
    article = read(f"OSLO (AP) — {_LEAD}\n{_SECOND}\n{_THIRD}")

    assert kinds(article) == ["paragraph"] * 3


_WRAPPED = """HARBOUR BOARD CLOSES BOTH PIERS
    OSLO, March 3 - The harbour board said on Monday that it
would close both piers for repairs until the spring, and that
ferries would sail from the new quay.
    Fishermen along the coast said they had not been asked before
the plan was made, and that they would take the board to court.
    Shr 41 cts vs 1.26 dlrs
    Net 913,000 vs 2,764,000
 REUTER
"""


def test_hard_wrapped_copy_with_indents_is_joined() -> None:
    """Join wrapped lines into paragraphs that begin with an indent; rows become a table."""
    article = read(_WRAPPED)

    assert kinds(article) == ["headline", "paragraph", "paragraph", "table", "end_mark"]
    assert article.source == "Reuters"


def test_hard_wrapped_copy_with_blank_lines_is_joined() -> None:
    """Join wrapped lines between blank lines into one passage."""
    text = _WRAPPED.replace("\n    ", "\n\n").replace("\n REUTER", "\n\nREUTER")

    article = read(text)

    assert kinds(article)[:3] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_kind_of_line_ending_ends_a_line(ending: str) -> None:
    """Read the same passages whatever ends the lines."""
    lines = [
        "Board closes piers",
        "",
        f"OSLO (AP) — {_LEAD}",
        "",
        _SECOND,
        "",
        "©2020 Example Ltd.",
    ]

    article = read(ending.join(lines))

    assert kinds(article) == ["headline", "paragraph", "paragraph", "copyright"]
    assert words(article)[2] == _SECOND


def test_characters_within_words_are_left_alone() -> None:
    """Keep a mark in the middle, soft hyphens, no-break spaces and emoji where they stand."""
    text = f"OSLO (AP) — {_LEAD}\xa0So it is.\n\nA\ufeffb co\xadop 😀 went on with the work."

    article = read(text)

    assert words(article)[1] == "A\ufeffb co\xadop 😀 went on with the work."


GLUED = [
    (f"{_SECOND} (Reporting by Ann Lee; Editing by Bo Ek)", ["paragraph", "credit"]),
    (f"{_SECOND} REUTER", ["paragraph", "end_mark"]),
    (
        f"{_SECOND} (This version of the story corrects the name of the mayor.)",
        ["paragraph", "correction"],
    ),
    (f"{_SECOND} (Updates with closing prices.)", ["paragraph", "advisory"]),
    (f"{_SECOND} --With assistance from Ann Lee.", ["paragraph", "credit"]),
    (f"{_SECOND} ©2020 Example Ltd.", ["paragraph", "copyright"]),
    (
        "To contact the reporter on this story: Ann Lee at a@example.orgTo contact the editors responsible for this story: Bo Ek at b@example.org",
        ["contact", "contact"],
    ),
    (
        f"{_SECOND} (Reporting by Ann Lee) (This story was refiled to correct spelling of Moss in paragraph 2)",
        ["paragraph", "credit", "correction"],
    ),
    (f"{_SECOND} The board (formed in 1901) declined to say more.", ["paragraph"]),
    (f"{_SECOND} Income (reporting by segment is new) rose in May.", ["paragraph"]),
    (f"{_SECOND} Prices (updates follow) rose in May in all the towns.", ["paragraph"]),
]


@pytest.mark.parametrize(("tail", "expected"), GLUED, ids=[row[0][-40:] for row in GLUED])
def test_furniture_glued_to_a_paragraph_is_set_apart(tail: str, expected: list[str]) -> None:
    """Cut glued notes, credits and marks off, and nothing that belongs to a sentence."""
    article = read(f"OSLO (AP) — {_LEAD}\n\n{tail}")

    assert kinds(article)[1:] == expected


def test_note_glued_to_the_head_is_set_apart() -> None:
    """Cut a note off that stands before the dateline in one block."""
    article = read(f"(Corrects name of mayor in paragraph 2) OSLO (Reuters) - {_LEAD}")

    assert kinds(article) == ["correction", "paragraph"]
    assert article.dateline is not None
    assert article.dateline.place == "OSLO"


def test_note_that_a_break_cut_in_two_is_one() -> None:
    """Join a bracketed note with the rest that closes its bracket."""
    article = read(f"OSLO (AP) — {_LEAD}\n\n(Reporting by Ann Lee; editing by Bo Ek and Di\n\nMoe)")

    assert kinds(article) == ["paragraph", "credit"]


def test_headline_that_is_printed_twice_is_a_headline_twice() -> None:
    """Take the second print of a headline for no promo."""
    article = read(
        f"Board closes piers for repairs\n\nBy Ann Lee\n\nBoard closes piers for repairs\n\nOSLO (AP) — {_LEAD}"
    )

    assert kinds(article) == ["headline", "byline", "headline", "paragraph"]


def test_list_after_a_colon_stays_in_the_story() -> None:
    """Keep short lines that a sentence announced."""
    lines = "Sheltered Harbours of the Western Coast and Fjords\n\nSecond item\n\nThird item"

    article = read(f"OSLO (AP) — {_LEAD}\n\nThe piers are:\n\n{lines}\n\n{_SECOND}")

    assert set(kinds(article)) == {"paragraph"}


def test_crosshead_glued_into_a_paragraph_is_set_apart() -> None:
    """Cut a paragraph where a label in capitals runs on between two sentences."""
    article = read(
        f"OSLO (Reuters) - {_LEAD}\n\n{_SECOND} COASTAL TENSIONS {_THIRD} WHO PAYS? {_LEAD}"
    )

    assert words(article)[1:] == [_SECOND, "COASTAL TENSIONS", f"{_THIRD} WHO PAYS? {_LEAD}"]
    assert kinds(article) == ["paragraph", "paragraph", "crosshead", "paragraph"]


CAPITALS = [
    f"{_SECOND} IBM CEO Ann Lee said so.",
    f"{_SECOND} A JP Morgan analyst said so.",
    f"{_SECOND} NEW YORK, May 3 was the day.",
    f"{_SECOND} “NO MORE FERRIES” read a sign at the gate.",
]


@pytest.mark.parametrize("paragraph", CAPITALS)
def test_capitals_within_a_sentence_are_no_crosshead(paragraph: str) -> None:
    """Leave names and signs in capitals in their paragraph."""
    assert kinds(read(f"OSLO (Reuters) - {_LEAD}\n\n{paragraph}")) == ["paragraph", "paragraph"]


def test_hard_wrapped_copy_whose_paragraphs_ran_together_is_joined() -> None:
    """Where the breaks between paragraphs were lost, some lines are far wider than the rest."""
    lines = textwrap.wrap(
        "The harbour board of Quayle voted on Monday to close both of its timber piers after engineers"
        " found rot in the piles that carry them, and said that ferries would sail from the new quay"
        " until the repairs are done, which may take until the end of the coming winter. ",
        62,
    )
    glued = f"{lines[-1]}  {lines[0]}"
    text = "\n".join([*lines[:-1], glued, *lines[1:-1], glued, *lines[1:-1], glued, *lines[1:]])

    assert kinds(read(f"Harbour board closes both piers\n\n{text}")) == ["headline", "paragraph"]
