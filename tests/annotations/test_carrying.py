"""Laws and examples of carrying: a mark lands on its own words or it is dropped."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.carrying import carry
from variorum.annotations.values import Carried, CarriedStatus
from variorum.collation.collate import collate
from variorum.formats.registry import read_bytes
from variorum.text import Article, Span
from variorum.wire.reader import read

SENTENCES = (
    "The harbour board of Port Merrow closed two ferry terminals on Monday.",
    "Edda Moll told reporters that the pilots’ strike would not end before Thursday.",
    "“We have asked for rest, not riches,” Moll said.",
    "About 41 ships lay at anchor off Saltholm, the Chamber of Trade said.",
    "Officials in the U.S. didn’t say when the grain deliveries would resume.",
    "A nine-day stoppage in 2009 emptied the shelves of the outer islands.",
    "Two freighters loaded with wheat were diverted overnight to Lund.",
    "The authority has offered a rise of 4.5 percent over two years.",
    "Each day of closure costs the port three million marks.",
    "Talks with Premier Lucas Hale are due to resume in Geneva.",
)
"""Each is unlike the others, so that no reader would doubt where its words went."""

QUIET = (
    ("didn’t", "did not"),
    ("U.S.", "United States"),
    (" percent", "%"),
    ("’", "'"),
    ("“", '"'),
    ("”", '"'),
)


def restyled(text: str) -> str:
    """Return a text in another house's style."""
    for ours, theirs in QUIET:
        text = text.replace(ours, theirs)
    return text


texts = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=5,
    unique=True,
).map("\n\n".join)
unlike = st.lists(st.sampled_from(SENTENCES), min_size=2, unique=True)


def words_of(text: str) -> list[Span]:
    """Return the words of a text."""
    return [Span(*match.span()) for match in re.finditer(r"\w+", text)]


def spans_of(text: str) -> st.SearchStrategy[Span]:
    """Return spans that begin and end with words."""
    words = words_of(text)
    return st.tuples(st.sampled_from(words), st.sampled_from(words)).map(
        lambda ends: Span(min(ends).start, max(ends).end)
    )


def carried(base: Article, version: Article, span: Span) -> Carried:
    """Carry one span from one article to the other."""
    return carry(collate(base, version), [span], base=base, version=version)[0]


def carried_words(base: str, version: str, words: str) -> tuple[CarriedStatus, str | None]:
    """Carry words that stand once in the base; return what they became."""
    one, other = read(base), read(version)
    start = base.index(words)
    result = carried(one, other, Span(start, start + len(words)))
    return result.status, result.span.of(version) if result.span else None


@settings(max_examples=40)
@given(st.data())
def test_carrying_to_the_same_text_changes_nothing(data: st.DataObject) -> None:
    """Every span of words of a text is carried to itself."""
    article = read(data.draw(texts))
    span = data.draw(spans_of(article.text))

    assert carried(article, article, span) == Carried(CarriedStatus.CARRIED, span)


@settings(max_examples=40)
@given(st.data())
def test_carried_words_are_the_same_but_for_quiet_variants(data: st.DataObject) -> None:
    """What is called carried has the words of the base, in another style at most."""
    kept = data.draw(unlike)
    base = read(" ".join(kept))
    cut = data.draw(st.sets(st.sampled_from(kept), max_size=len(kept) - 1))
    version = read(restyled(" ".join(each for each in kept if each not in cut)))
    span = data.draw(spans_of(base.text))

    result = carried(base, version, span)

    if result.status is CarriedStatus.CARRIED:
        assert result.span is not None
        assert result.span.of(version.text) == restyled(span.of(base.text))


@settings(max_examples=40)
@given(st.data())
def test_ends_on_words_stay_ends_on_words(data: st.DataObject) -> None:
    """No mark begins or ends inside a word of the version."""
    kept = data.draw(unlike)
    base, version = read(" ".join(kept)), read(" ".join(data.draw(st.permutations(kept))))
    span = data.draw(spans_of(base.text))

    result = carried(base, version, span)

    if result.span is not None:
        text = version.text
        for edge in (result.span.start, result.span.end):
            assert not re.match(r"\w\w", text[max(0, edge - 1) : edge + 1] if edge else "")


@settings(max_examples=40)
@given(unlike)
def test_words_of_a_sentence_that_was_cut_are_dropped(kept: list[str]) -> None:
    """Nothing is found for what is not there, however often its words stand elsewhere."""
    base, version = read("\n\n".join(kept)), read("\n\n".join(kept[1:]))

    result = carried(base, version, Span(0, len(kept[0])))

    assert result == Carried(CarriedStatus.DROPPED, None)


@settings(max_examples=40)
@given(unlike)
def test_moved_words_are_found_where_they_went(kept: list[str]) -> None:
    """A sentence that stands elsewhere in the version takes its marks along."""
    base, version = read("\n\n".join(kept)), read("\n\n".join([*kept[1:], kept[0]]))
    place = Span(0, len(kept[0]))

    result = carried(base, version, place)

    assert result.status is CarriedStatus.CARRIED
    assert result.span is not None
    assert result.span.of(version.text) == kept[0]


def test_an_honorific_before_a_name_is_none_of_the_mark() -> None:
    """A marked name stays the name alone."""
    base = "Premier Lucas Hale arrived on Monday. Later that day Hale met the pilots."
    version = "Premier Lucas Hale arrived on Monday. Later that day Mr Hale met the pilots."

    assert carried_words(base, version, "Hale met") == (CarriedStatus.CARRIED, "Hale met")
    assert carried_words(base, version, "day Hale") == (CarriedStatus.CARRIED, "day Mr Hale")


def test_a_changed_figure_is_said_to_be_changed() -> None:
    """A mark on a figure goes to the figure that took its place."""
    base = "The strike left 12 ships at anchor off Saltholm on Monday, the port said."
    version = "The strike left 21 ships at anchor off Saltholm on Monday, the port said."

    assert carried_words(base, version, "12") == (CarriedStatus.CHANGED, "21")
    assert carried_words(base, version, "12 ships at anchor") == (
        CarriedStatus.CHANGED,
        "21 ships at anchor",
    )


def test_what_is_left_of_a_mark_is_kept_when_it_is_the_greater_part() -> None:
    """A mark over two sentences of which the shorter was cut keeps the longer."""
    first, second, third = SENTENCES[0], SENTENCES[1], SENTENCES[2]
    base, version = f"{first}\n\n{second}\n\n{third}", f"{first}\n\n{second}"

    assert carried_words(base, version, f"{second}\n\n{third}") == (CarriedStatus.CHANGED, second)


def test_a_mark_is_dropped_when_most_of_it_was_cut() -> None:
    """A few words that were left do not stand for the whole."""
    base = "\n\n".join(SENTENCES[:6])
    version = "\n\n".join(SENTENCES[:2])

    assert carried_words(base, version, "\n\n".join(SENTENCES[1:6])) == (
        CarriedStatus.DROPPED,
        None,
    )


def test_a_mark_crosses_a_split_passage() -> None:
    """White space is no word: a passage that was parted in two carries its marks."""
    base = f"{SENTENCES[0]} {SENTENCES[3]}\n\n{SENTENCES[5]}"
    version = f"{SENTENCES[0]}\n\n{SENTENCES[3]}\n\n{SENTENCES[5]}"

    assert carried_words(base, version, "on Monday. About 41 ships") == (
        CarriedStatus.CARRIED,
        "on Monday.\n\nAbout 41 ships",
    )


def test_part_of_a_contraction_takes_the_whole_and_says_so() -> None:
    """Words that were pulled together are not cut in two."""
    base = "The ministry didn’t say when the ferries to the outer islands would sail again."
    version = "The ministry did not say when the ferries to the outer islands would sail again."

    assert carried_words(base, version, "didn’t say") == (CarriedStatus.CARRIED, "did not say")


def test_words_that_say_something_else_are_none_of_the_mark() -> None:
    """Where another claim took the place of the marked one, the mark is dropped."""
    base = "The mayor praised the courage of sailors before the ferries to Lund sailed again."
    version = "The mayor handed a silver medal to a cook before the ferries to Lund sailed again."

    assert carried_words(base, version, "praised the courage of sailors")[0] is (
        CarriedStatus.DROPPED
    )


def test_white_space_at_the_ends_stays() -> None:
    """A mark that took a space along keeps it where the version has it."""
    base = read(SENTENCES[0])

    assert carried(base, base, Span(3, 12)) == Carried(CarriedStatus.CARRIED, Span(3, 12))


def test_a_mark_on_white_space_is_dropped() -> None:
    """Where no word is marked, no word is found."""
    base = read(SENTENCES[0])

    assert carried(base, base, Span(3, 4)).status is CarriedStatus.DROPPED


def test_furniture_is_carried_to_its_like_only() -> None:
    """A name in the contact line goes to the contact line, never into the story."""
    story = f"PORT MERROW (Meridian) - {SENTENCES[0]}\n\n{SENTENCES[1]}"
    contact = "To contact the reporter on this story: Edda Moll in Port Merrow at em@example.com"
    base, version = f"{story}\n\n{contact}", f"{story}\n\n{SENTENCES[3]}\n\n{contact}"
    article = read(base)
    start = base.rindex("Edda Moll")

    there = carried(article, read(version), Span(start, start + 9)).span
    nowhere = carried(article, read(story), Span(start, start + 9))

    assert there == Span(version.rindex("Edda Moll"), version.rindex("Edda Moll") + 9)
    assert nowhere.status is CarriedStatus.DROPPED


def test_the_founding_pair_s_marks(seeds: tuple[Path, Path]) -> None:
    """All 35 marks land where a careful reader put them."""
    base, version = (
        read_bytes(file.read_bytes(), name=file.name, origin="")[0].article for file in seeds
    )
    lines = (seeds[0].parent / "marks.jsonl").read_text(encoding="utf-8").splitlines()
    marks = [json.loads(line) for line in lines]
    spans = [Span(mark["start"], mark["end"]) for mark in marks]

    results = carry(collate(base, version), spans, base=base, version=version)

    places = [[r.span.start, r.span.end] if r.span else None for r in results]
    assert [mark["version"] for mark in marks] == places
    assert len(places) == 35


def test_few_words_left_of_a_sentence_do_not_carry_a_changed_mark() -> None:
    """Where most of a sentence was written anew, only a mark that is there word for word goes."""
    lead = (
        "Ferries of Osk stand still\n\nOSK, May 3 - The ferries of Osk stood still on Monday.\n\n"
    )
    base = "Orla Moll of Osk says the ferry strike will go on for weeks, with 4,812 seats lost."
    version = "Orla Moll of Osk flew to Vik after a meeting with pilots, who sold 4,812 seats."
    end = "\n\nThe harbour opened in 1904."
    texts = lead + base + end, lead + version + end

    kept = (CarriedStatus.CARRIED, "Orla Moll of Osk")
    assert carried_words(*texts, "Orla Moll of Osk") == kept
    assert carried_words(*texts, "says the ferry strike")[0] is CarriedStatus.DROPPED


def test_a_clause_that_was_put_in_for_a_word_is_not_the_mark_s() -> None:
    """A mark does not swell to several times its words."""
    base = "The harbour board closed the terminals early, and two ferries to Lund had to turn back."
    version = (
        "The harbour board closed the terminals after an evening of talks with the pilots that"
        " led nowhere, and two ferries to Lund had to turn back."
    )

    status, words = carried_words(base, version, "terminals early")

    assert status is CarriedStatus.DROPPED or (words is not None and len(words) < 40)


@pytest.mark.parametrize(
    ("base", "version", "words"),
    [
        (
            "The harbour board closed two terminals because the strike grew worse on Monday.",
            "The harbour board closed its terminals as a strike over a strike grew on Monday.",
            "strike",
        ),
        (
            "Two ships of Lund lay off the coast near Vik as the pilots met on Monday.",
            "Two ships, both Lund ones, of some age, lay off a coast, one of many, as pilots met.",
            "of",
        ),
    ],
)
def test_of_two_like_words_neither_is_guessed(base: str, version: str, words: str) -> None:
    """Where the same word stands twice and nothing beside it says which is meant, it is dropped."""
    assert carried_words(base, version, words) == (CarriedStatus.DROPPED, None)
