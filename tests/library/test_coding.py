"""Words are found in many articles and get a code, as one step of undo."""

import pytest

from variorum.annotations.seeking import Seeker, Sought
from variorum.ids import CodeId
from variorum.library import annotations, codebook
from variorum.library.coding import articles_of, code_places, find_places
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries.marks import codes, highlights
from variorum.progress import Cancelled, Tick

from .making import annotator, bring_in, read

TEXT = "A \N{GRINNING FACE} ferry left; the ferry came back."


def code_of(library: Library) -> CodeId:
    """Return a new code."""
    return library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Boat", colour="blue")
    ).value


def test_places_are_found_with_what_stands_around_them(library: Library) -> None:
    """In the order of the articles; emoji shift nothing; a story can be asked alone."""
    (one,) = bring_in(library, read(TEXT, headline="Boats", source="Northline"))
    bring_in(library, read("No boat.\nThe FERRY"))
    code, seeker, db = code_of(library), Seeker(Sought("ferry")), library.reader

    found = find_places(db, seeker, articles_of(db, None), code=code)
    alone = find_places(db, seeker, articles_of(db, [one.story]), code=code)

    assert [place.words for place in found.places] == ["ferry", "ferry", "FERRY"]
    assert (found.articles, alone.articles, found.more) == (2, 1, False)
    first = found.places[0]
    assert (first.before + first.words + first.after, first.title) == (TEXT, "Boats")
    assert first.span.of(TEXT) == "ferry"


def test_places_get_the_code_in_one_step(library: Library) -> None:
    """A highlight of the same words gets it and no second one; one undo takes all back."""
    (one,) = bring_in(library, read(TEXT))
    code, me, db = code_of(library), annotator(library), library.reader
    spans = [place.span for place in find_places(
        db, Seeker(Sought("ferry")), [one.article], code=code).places]  # fmt: skip
    library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(db, article=one.article, span=spans[0], annotator=me),
    )

    library.run(
        Command.AUTO_CODE,
        lambda db: code_places(
            db, [(one.article, span) for span in spans], code=code, annotator=me
        ),
    )

    marks = highlights(db, [one.article])
    assert [(mark.span, mark.codes) for mark in marks] == [(span, (code,)) for span in spans]
    again = find_places(db, Seeker(Sought("ferry")), [one.article], code=code)
    assert [place.has_code for place in again.places] == [True, True]
    library.undo().result()
    assert [mark.codes for mark in highlights(db, [one.article])] == [()]
    assert [row.highlights for row in codes(db)] == [0]


def test_looking_can_be_stopped(library: Library) -> None:
    """It asks before each handful of articles."""
    (one,) = bring_in(library, read(TEXT))

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    tick: Tick = stop
    with pytest.raises(Cancelled):
        find_places(library.reader, Seeker(Sought("x")), [one.article], code=CodeId(1), tick=tick)
