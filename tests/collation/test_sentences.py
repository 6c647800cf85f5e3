"""Where sentences end in wire copy."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.reading.sentences import sentences
from variorum.collation.reading.tokens import TOKEN, tokenise
from variorum.text import Article, Dateline, Passage, PassageKind, Span

from .collation_helpers import article, squeezed


@pytest.mark.parametrize(
    "copy",
    [
        "The U.S. Senate met in Mapleton. | It voted 5-4.",
        "He lives in the U.S. | The house is big.",
        "It opens at 5 p.m. Tuesday in Oakford.",
        "It closed at 5 p.m. | Visitors left.",
        "Shares of Yahoo! Inc. rose 2 percent. | Traders cheered.",
        "Sen. Mara Quill, R-Ariz., said so. | She left.",
        "In Brown v. Board the court ruled. | It was 1954.",
        "On Jan. 5 he left. | On Feb. 6 he returned.",
        '"Why now?" Quill asked. | Nobody knew.',
        '"We will go." | The crowd cheered.',
        "Gen. Ian Rood and Lt. Col. Bea Fox spoke. | Both left.",
        "George W. Stone ran. | He lost.",
        "He moved to Washington, D.C. | There he met Dr. Voss.",
        '"It is over," he said. | "We lost."',
        "He waited ... and left. | Then it rained.",
        "He told the U.S. Was ready to act.",
        "U.S. Officials gave notice of it.",
        "It sold the unit to Lund Corp. | Varde said so.",
        "Lund Corp. Varde models sold well.",
        "Lund Corp. Chairman Jan Moor said it would sell.",
        "A poll by I/B/E/S. | Varde plans a new port.",
        "It pulled the issue. <ID:N0572645> | Chinese firms left.",
        "It pulled the issue.<ID:N0572645> | Chinese firms left.",
        "NEW TALKS, OLD DEBTS | On a call it said so.",
        "NATO and EU envoys met.",
        "NEW PORTS GROW | Ann Quill said so.",
        "It made a bid for Lund Motor Co. ( LMC.L ) in May.",
        "It was quiet ... | It was over.",
        "The company, Wm. Green & Co., is old. | It is from 1820.",
        "The bill passed, he said. | (The vote was 5-4.) | It is law.",
        "会议周二举行。代表们讨论了贸易。".replace("。代", "。 | 代"),
        "وصل الوزير. | ثم غادر.",
    ],
)
def test_sentences_end_where_readers_end_them(copy: str) -> None:
    """Abbreviations, initials, quoted questions and brackets end none by themselves."""
    parts = copy.split(" | ")
    text = ("" if "。" in copy else " ").join(parts)

    assert [s.span.of(text) for s in sentences(article(text))] == parts


def test_the_dateline_stands_in_no_sentence() -> None:
    """The first sentence begins after the dash."""
    text = "QUAYLE (Tern) - The pier fell. It was old."
    whole = Span(0, len(text))
    story = Article(
        text,
        (Passage(PassageKind.PARAGRAPH, whole, whole),),
        dateline=Dateline(Span(0, 15), "QUAYLE", "Tern"),
    )

    assert [s.span.of(text) for s in sentences(story)] == ["The pier fell.", "It was old."]


@pytest.mark.parametrize("kind", [PassageKind.HEADLINE, PassageKind.CROSSHEAD, PassageKind.TABLE])
def test_some_passages_are_one_unit(kind: PassageKind) -> None:
    """A headline, a crosshead and a table are not cut."""
    assert len(sentences(article((kind, "Pier falls. Crews safe. Who pays?")))) == 1


def test_furniture_has_no_sentences() -> None:
    """What is not the story is not cut into sentences."""
    assert sentences(article((PassageKind.CONTACT, "Write to the desk. Or call."))) == ()


_PIECES = st.sampled_from(["per", " ", "cent", "Per", "\n", "-5", "(–5", "don't", "U.S.", "km/h", "$", "5-10", "%", "'", '"', "–", "a.m.", "``", "--", "中文", "é", "port", "\u200b", "\u00a0"])  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map("".join), st.integers(0, 4))
def test_cutting_word_by_word_cuts_as_the_whole_is_cut(text: str, start: int) -> None:
    """What is kept of a word seen before is what the text around it would give."""
    start = min(start, len(text))
    whole = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, start)]

    assert tokenise(text, start, len(text)) == whole


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_every_character_stands_in_one_token(text: str) -> None:
    """Words and marks together are the text without its white space."""
    tokens = tokenise(text, 0, len(text))

    assert "".join(squeezed(token.surface) for token in tokens) == squeezed(text)
    assert all(token.surface == text[token.start : token.end] for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
