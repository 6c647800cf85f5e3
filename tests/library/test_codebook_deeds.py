"""Deeds on the codebook: a tree whose codes are moved, merged, split and retired."""

from dataclasses import replace

import pytest

from variorum.annotations.values import Code, CodeProperties
from variorum.errors import UsageError
from variorum.ids import CodeId, HighlightId
from variorum.library import annotations, articles, codebook
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries.marks import codes, highlights
from variorum.library.queries.rows import CodeRow
from variorum.text import Span

from .making import annotator, bring_in, read

TEXT = "One two three four five six seven eight nine ten."


def made(library: Library, name: str, parent: CodeId | None = None) -> CodeId:
    """Add a code."""
    return library.run(
        Command.ADD_CODE,
        lambda db: codebook.add_code(db, name=name, colour="blue", parent=parent),
    ).value


def rows(library: Library) -> dict[str, CodeRow]:
    """Return the codes by name."""
    return {row.code.name: row for row in codes(library.reader)}


def code(library: Library, name: str) -> Code:
    """Return a code by its name."""
    return rows(library)[name].code


def tree(library: Library) -> list[tuple[str, str | None]]:
    """Return the codes in their order, with what each stands below."""
    found = codes(library.reader)
    names = {row.code.id: row.code.name for row in found}
    return [(row.code.name, names.get(row.code.parent or CodeId(0))) for row in found]


def marked(library: Library, *coded: tuple[CodeId, ...]) -> list[HighlightId]:
    """Highlight as many words, each with its codes."""
    (added,) = bring_in(library, read(TEXT))
    me = annotator(library)
    return [
        library.run(
            Command.HIGHLIGHT,
            lambda db, n=n, own=own: annotations.add_highlight(
                db, article=added.article, span=Span(n, n + 2), annotator=me, codes=own
            ),
        ).value
        for n, own in enumerate(coded)
    ]


def coded(library: Library) -> list[tuple[str, ...]]:
    """Return the names of each highlight's codes."""
    names = {row.code.id: row.code.name for row in codes(library.reader)}
    articles = [row[0] for row in library.reader.rows("SELECT id FROM articles")]
    found = highlights(library.reader, articles)
    return [tuple(names[code] for code in mark.codes) for mark in found]


def test_new_codes_get_signs_and_keys_of_their_own(library: Library) -> None:
    """The first nine have the number keys, and no two the same letters."""
    for number in range(11):
        made(library, f"Figure {number}")

    found = [row.code for row in codes(library.reader)]
    assert [each.key for each in found] == [*range(1, 10), None, None]
    assert len({each.sign for each in found}) == 11


def test_a_key_is_one_code_s_alone(library: Library) -> None:
    """The reader gives a key to another code; the one that had it has none."""
    first, second = made(library, "A"), made(library, "B")
    wanted = replace(CodeProperties.of(code(library, "B")), key=1)

    library.run(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=second, to=wanted))

    assert {row.code.id: row.code.key for row in codes(library.reader)} == {first: None, second: 1}


def test_all_that_is_said_of_a_code_is_kept(library: Library) -> None:
    """Description, examples, memo and sign come back as they were written."""
    number = made(library, "A")
    wanted = CodeProperties("Claim", "red", "Q", "what is said", "“we won”", "ask Edda", 7)

    library.run(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=number, to=wanted))

    assert CodeProperties.of(code(library, "Claim")) == wanted


def test_letters_are_one_code_s_alone(library: Library) -> None:
    """Letters that another code has give way to free ones."""
    made(library, "Claim")
    other = made(library, "Doubt")
    wanted = replace(CodeProperties.of(code(library, "Doubt")), sign="c")

    library.run(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=other, to=wanted))

    assert [row.code.sign for row in codes(library.reader)] == ["C", "D"]


def test_a_heading_has_no_key(library: Library) -> None:
    """What no highlight may have needs none."""
    number = made(library, "A")
    heading = replace(CodeProperties.of(code(library, "A")), codable=False)

    library.run(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=number, to=heading))

    assert code(library, "A").key is None
    assert not code(library, "A").is_offered


def test_a_code_is_moved_before_another_and_below_it(library: Library) -> None:
    """It takes its place among its new siblings, and what is below it comes along."""
    a, b, c = made(library, "A"), made(library, "B"), made(library, "C")
    made(library, "A1", a)

    library.run(
        Command.ORDER_CODES, lambda db: codebook.move_code(db, code=c, parent=None, before=b)
    )
    library.run(Command.ORDER_CODES, lambda db: codebook.move_code(db, code=a, parent=b))

    assert tree(library) == [("C", None), ("B", None), ("A1", "A"), ("A", "B")]
    with pytest.raises(UsageError):
        library.run(Command.ORDER_CODES, lambda db: codebook.move_code(db, code=b, parent=a))


def test_codes_are_sorted_by_name_where_they_stand(library: Library) -> None:
    """Siblings change places; no code changes what it stands below."""
    b, a = made(library, "b"), made(library, "A")
    made(library, "z", b)
    made(library, "Y", b)
    made(library, "x", a)

    library.run(Command.ORDER_CODES, codebook.sort_codes)

    assert [name for name, _ in tree(library)] == ["A", "x", "b", "Y", "z"]


def test_counts_say_those_below_too(library: Library) -> None:
    """A highlight with two codes below the same one counts once for it."""
    top = made(library, "Top")
    one, two = made(library, "One", top), made(library, "Two", top)
    marked(library, (one, two), (one,), (top,))

    counts = {name: (row.highlights, row.with_below) for name, row in rows(library).items()}

    assert counts == {"Top": (1, 3), "One": (2, 2), "Two": (1, 1)}


def test_merged_codes_have_the_marks_and_words_of_all(library: Library) -> None:
    """What stood below the others stands below the one that is left; one undo brings all back."""
    a, b = made(library, "A"), made(library, "B")
    made(library, "A1", a)
    marked(library, (a,), (b,), (a, b))
    for name, number in (("A", a), ("B", b)):
        words = replace(CodeProperties.of(code(library, name)), memo=f"of {name}")
        library.run(
            Command.EDIT_CODE,
            lambda db, number=number, words=words: codebook.edit_code(db, code=number, to=words),
        )
    before = codes(library.reader), coded(library)

    library.run(Command.MERGE_CODES, lambda db: codebook.merge_codes(db, codes=[a], into=b))

    assert tree(library) == [("B", None), ("A1", "B")]
    assert coded(library) == [("B",), ("B",), ("B",)]
    assert code(library, "B").memo == "of B\n\nof A"
    library.undo().result()
    assert (codes(library.reader), coded(library)) == before


def test_a_code_is_merged_into_one_far_below_it(library: Library) -> None:
    """The tree stays a tree."""
    a = made(library, "A")
    b = made(library, "B", a)
    c = made(library, "C", b)

    library.run(Command.MERGE_CODES, lambda db: codebook.merge_codes(db, codes=[a], into=c))

    assert tree(library) == [("B", "C"), ("C", None)]


def test_a_split_code_leaves_chosen_marks_to_a_new_one(library: Library) -> None:
    """The new code stands right after it; a highlight without the code is left alone."""
    a, b = made(library, "A"), made(library, "B")
    first, second, third = marked(library, (a,), (a, b), (b,))

    library.run(
        Command.SPLIT_CODE,
        lambda db: codebook.split_code(
            db, code=a, to=CodeProperties("A2", "red"), highlights=[second, third]
        ),
    )

    assert [name for name, _ in tree(library)] == ["A", "A2", "B"]
    assert coded(library) == [("A",), ("A2", "B"), ("B",)]
    assert first


def test_a_retired_code_stays_on_its_marks(library: Library) -> None:
    """It is offered no more and its key is free; brought back, it is offered again."""
    a = made(library, "A")
    marked(library, (a,))

    library.run(Command.RETIRE_CODE, lambda db: codebook.retire_code(db, code=a, retired=True))

    retired = rows(library)["A"]
    assert (retired.highlights, retired.code.is_offered, retired.code.key) == (1, False, None)
    made(library, "B")
    assert code(library, "B").key == 1
    library.run(Command.OFFER_CODE, lambda db: codebook.retire_code(db, code=a, retired=False))
    assert code(library, "A").is_offered


def test_marks_on_what_lies_in_the_bin_do_not_count(library: Library) -> None:
    """They count again once the article is taken out of it."""
    top = made(library, "Top")
    low = made(library, "Low", top)
    marked(library, (low,), (low,))
    (home,) = (row[0] for row in library.reader.rows("SELECT id FROM articles"))

    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=[home]))
    assert [(row.highlights, row.with_below) for row in codes(library.reader)] == [(0, 0), (0, 0)]

    library.undo().result()
    assert [(row.highlights, row.with_below) for row in codes(library.reader)] == [(0, 2), (2, 2)]
