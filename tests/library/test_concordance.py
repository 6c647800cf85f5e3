"""A concordance holds every place of a word, and nothing else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.library.library import Library
from variorum.library.search.concordance import LineOrder, concordance, in_order
from variorum.library.search.matching import plain_words

from .making import bring_in, read

SENTENCES = (
    "The harbour is shut.",
    "Masters of harbour tugs protest\nin the Harbour of Halvern.",
    "No ship left harbour, no ship came.",
    "Nobody saw the ferry.",
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(chosen=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_every_place_has_its_line(library: Library, chosen: list[str]) -> None:
    """There is a line for each time the word stands in a text, and each says where."""
    before = len(concordance(library.reader, "harbour").lines)
    added = bring_in(library, *(read(text) for text in chosen))
    texts = {one.article: text for one, text in zip(added, chosen, strict=True)}

    lines = concordance(library.reader, "harbour").lines

    assert len(lines) - before == sum(plain_words(text).count("harbour") for text in chosen)
    for line in lines:
        text = texts.get(line.article)
        if text is not None:
            assert line.span.of(text).casefold() == "harbour"
            assert " ".join(text.split()).count(f"{line.left}{line.word}{line.right}".strip()) == 1


def test_lines_are_sorted_by_the_words_around(library: Library) -> None:
    """By what follows from the word on, by what goes before from the word back."""
    bring_in(library, *(read(text) for text in SENTENCES))
    lines = concordance(library.reader, "harbour").lines

    by_right = [line.right.split()[0] for line in in_order(lines, LineOrder.RIGHT)]
    by_left = [line.left.split()[-1] for line in in_order(lines, LineOrder.LEFT)]

    assert by_right == ["is", ",", "of", "tugs"]
    assert by_left == ["left", "of", "The", "the"]


def test_fields_say_where_to_look(library: Library) -> None:
    """A field narrows the versions; phrases are one line."""
    bring_in(
        library,
        read(SENTENCES[0], source="Island Post"),
        read(SENTENCES[1], source="Northline"),
    )

    (line,) = concordance(library.reader, 'harbour source:"island post"').lines
    (phrase,) = concordance(library.reader, '"harbour tugs"').lines

    assert (line.source, line.left, line.word, line.right) == (
        "Island Post",
        "The ",
        "harbour",
        " is shut.",
    )
    assert phrase.word == "harbour tugs"
    assert concordance(library.reader, "source:northline").lines == ()


def test_a_concordance_ends_somewhere(library: Library) -> None:
    """Of more lines than wanted the first are shown, and it is said that there are more."""
    bring_in(library, read("ship " * 50))

    found = concordance(library.reader, "ship", most=20)

    assert (len(found.lines), found.is_cut, found.texts) == (20, True, 1)
