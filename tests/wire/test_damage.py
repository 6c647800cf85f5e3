"""Copy as it arrives: damaged, glued, wrapped; and spans that never leave their paragraph."""

import textwrap

import pytest

from variorum.wire.reader import read

_LEAD = "The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."


def kinds(text: str) -> list[str]:
    """Return the kinds of a text's passages in order."""
    return [passage.kind.value for passage in read(text).passages]


SENTENCES = [
    ("P90 story code", "For the earlier story click on [ID:nN16195000] or see <ID:nL08812000>."),
    (
        "P90 company code",
        "Shares of Harbour Co ( HARB.N ) fell, and those of Pier ( 6500.T ) rose.",
    ),
    ("P92 unit", "The board owns 2,000 acres (809 hectares) of marsh on the coast."),
    (
        "P92 money",
        "The quay may cost 310 million crowns (27.1 million euros, $29 million), he said.",
    ),
    ("P93 French gloss", '"Les +quais+ (zone de chargement, NDLR) resteront vides", a-t-il dit.'),
    ("P93 square", '"It went better than [the board] could have hoped for," the mayor said.'),
    (
        "two encodings",
        "M\u00fcller and Mueller of the board agreed on \u00c2\u00a34 million for the pier.",
    ),
    (
        "escaped twice",
        "The board&amp;apos;s plan is &amp;quot;dead&amp;quot;, fishermen said on Monday.",
    ),
    ("question mark", "The EU?s plan for the pier was dropped, said the board?s chairman."),
    (
        "hard spaces",
        "Captain\u00a0Ann\u00a0Moe told the board on Monday that she would not sail.",
    ),
    (
        "ASCII quotation",
        "``Nobody has asked us yet,'' the mayor said of the move to the new quay.",
    ),
    ("ASCII dash", "Both piers _ the old one and the new _ will be closed for repairs in June."),
    ("brace for a half", "The piers are 4{ miles apart, and the ferry takes an hour and a half."),
    (
        "replacement",
        "The caf\ufffd on the pier will move to the new quay, its owner said on Monday.",
    ),
]


@pytest.mark.parametrize("sentence", [row[1] for row in SENTENCES], ids=[r[0] for r in SENTENCES])
def test_a_sentence_with_codes_or_damage_stays_one_paragraph(sentence: str) -> None:
    """Codes, conversions, glosses and broken characters are spans of their paragraph (P90-P93)."""
    assert kinds(f"{_LEAD}\n\n{sentence}\n\n{_SECOND}") == ["paragraph"] * 3


def test_hard_spaces_do_not_hide_a_dateline_or_a_byline() -> None:
    """White space of any kind stands between the words of a name and a place."""
    article = read(
        f"Board closes piers\n\nBy\u00a0Ann\u00a0Lee\n\nNEW\u00a0YORK\u00a0(AP) \u2014 {_LEAD}"
    )

    assert article.byline == "By Ann Lee"
    assert article.dateline is not None
    assert article.dateline.credit == "AP"


def test_a_byline_glued_to_the_dateline_is_read() -> None:
    """A lost break leaves byline, place and date on one line (P61)."""
    article = read(f"By Ann Lee NEW YORK  Nov 3 (Reuters) - {_LEAD}\n\n{_SECOND}")

    assert article.byline == "By Ann Lee"
    assert article.dateline is not None
    assert article.dateline.place == "NEW YORK"


def test_contact_lines_on_one_line_are_set_free() -> None:
    """Lost breaks leave all contacts behind the last sentence (P98)."""
    tail = (
        "To contact the reporter on this story: Ann Lee in Oslo at alee@example.org"
        " To contact the editors responsible for this story: Bo Ek at bek@example.org"
    )

    assert kinds(f"{_LEAD}\n\n{_SECOND} {tail}") == ["paragraph", "paragraph", "contact", "contact"]


def test_lines_that_hold_only_a_space_part_paragraphs() -> None:
    """White space alone on a line is a blank line."""
    assert kinds(f"{_LEAD}\n \n{_SECOND}\n\t\n{_LEAD}") == ["paragraph"] * 3


@pytest.mark.parametrize("line", ["gr/bp", "daa/mt/msr"])
def test_initials_below_the_story_are_a_credit(line: str) -> None:
    """Desks sign with initials where others print a byline (P65)."""
    assert kinds(f"{_LEAD}\n\n{_SECOND}\n\n{line}") == ["paragraph", "paragraph", "credit"]


def test_a_crosshead_that_lost_its_break_is_set_free() -> None:
    """Capitals between two sentences are a crosshead (P87)."""
    glued = f"{_LEAD} HARBOUR TENSIONS {_SECOND}"

    assert kinds(f"OSLO (AP) - {_LEAD}\n\n{glued}")[1:] == ["paragraph", "crosshead", "paragraph"]


@pytest.mark.parametrize("indent", [1, 2, 3, 5])
@pytest.mark.parametrize("width", [58, 69, 80])
def test_hard_wrapped_copy_is_cut_at_its_indents(indent: int, width: int) -> None:
    """Lines of any width join, and an indent opens a paragraph."""
    paragraphs = [
        f"OSLO, May 3 (Reuters) - {_LEAD} The repairs were decided upon in a vote last night.",
        f"{_SECOND} No vote was taken on the second quay, which the town owns.",
        f"{_SECOND} Nobody asked the fishermen, who have been there since 1971.",
    ]
    lines = [textwrap.fill(p, width, initial_indent=" " * indent) for p in paragraphs]

    article = read("Board closes piers\n" + "\n".join(lines) + "\n")

    assert [p.kind.value for p in article.passages] == ["headline", *["paragraph"] * 3]
    assert [" ".join(article.words_of(p).split()) for p in article.passages][1:] == paragraphs
