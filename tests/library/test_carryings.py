"""Carried marks: what is made of them, reviewed, undone, and listed."""

from dataclasses import dataclass

import pytest

from variorum.annotations.values import Carried, CarriedStatus
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, HighlightId, StoryId
from variorum.library import annotations, carryings, codebook
from variorum.library.carryings import CarriedTo
from variorum.library.commands import Command, Table
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.marks_list import (
    ListedMark,
    MarksFilter,
    MarkStatus,
    listed,
    listed_marks,
    review_count,
)
from variorum.library.queries.marks import highlight, highlights, notes_of_highlights
from variorum.text import Span

from .making import annotator, bring_in, read

WORDS = "The harbour board closed two ferry terminals on Monday, and nobody was told."
FERRY = Span(29, 44)


@dataclass(frozen=True)
class Desk:
    """Hold two versions with one mark on the base."""

    library: Library
    me: AnnotatorId
    story: StoryId
    base: ArticleId
    version: ArticleId
    mark: HighlightId

    def carry(self, status: CarriedStatus, span: Span | None) -> int:
        """Carry the mark to the version; return how many carryings are new."""
        image = CarriedTo(self.mark, self.version, Carried(status, span))
        done = self.library.run(
            Command.CARRY, lambda db: carryings.carry(db, [image], annotator=self.me)
        )
        return len(done.value)

    def spans(self) -> list[Span]:
        """Return where marks stand in the version."""
        return [mark.span for mark in highlights(self.library.reader, [self.version])]

    def list(self, asked: MarksFilter) -> list[ListedMark]:
        """Return the lines of the list."""
        reader = self.library.reader
        return list(listed_marks(reader, listed(reader, asked)).values())

    def only(self) -> ListedMark:
        """Return the one mark to be reviewed."""
        (line,) = self.list(MarksFilter(status=MarkStatus.TO_REVIEW))
        assert line.carrying is not None
        return line


@pytest.fixture
def desk(library: Library) -> Desk:
    """Return two versions of a story, the first with a mark that has a code."""
    me = annotator(library)
    base, version = bring_in(library, read(WORDS), read(WORDS + " Talks go on."), together=True)
    code = library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Place", colour="amber")
    ).value
    mark = library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(
            db, article=base.article, span=FERRY, annotator=me, codes=[code]
        ),
    ).value
    return Desk(library, me, base.story, base.article, version.article, mark)


def test_a_carried_mark_has_the_codes(desk: Desk) -> None:
    """The mark in the version is a mark like any other, with the same codes."""
    desk.carry(CarriedStatus.CARRIED, FERRY)

    (mark,) = highlights(desk.library.reader, [desk.version])
    source = highlight(desk.library.reader, desk.mark)
    assert source is not None
    assert (mark.span, mark.codes) == (FERRY, source.codes)


def test_carrying_twice_changes_nothing(desk: Desk) -> None:
    """What was carried once is not carried again."""
    desk.carry(CarriedStatus.CARRIED, FERRY)

    assert desk.carry(CarriedStatus.CARRIED, FERRY) == 0
    assert desk.spans() == [FERRY]


def test_a_mark_that_is_there_gets_the_codes(desk: Desk) -> None:
    """On words that the annotator has marked already no second mark is made."""
    desk.library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(
            db, article=desk.version, span=FERRY, annotator=desk.me
        ),
    )
    desk.carry(CarriedStatus.CARRIED, FERRY)

    (mark,) = highlights(desk.library.reader, [desk.version])
    assert len(mark.codes) == 1


def test_what_a_reader_took_away_stays_away(desk: Desk) -> None:
    """A carried mark that was deleted by hand is not carried there again."""
    desk.carry(CarriedStatus.CARRIED, FERRY)
    (mark,) = highlights(desk.library.reader, [desk.version])
    desk.library.run(
        Command.DELETE_HIGHLIGHT, lambda db: annotations.delete_highlight(db, highlight=mark.id)
    )

    assert desk.carry(CarriedStatus.CARRIED, FERRY) == 0
    assert desk.spans() == []


def test_a_dropped_mark_is_tried_again(desk: Desk) -> None:
    """What was dropped and not reviewed is carried when its words are found after all."""
    desk.carry(CarriedStatus.DROPPED, None)

    assert desk.carry(CarriedStatus.CARRIED, FERRY) == 1
    assert desk.spans() == [FERRY]


def test_a_mark_does_not_go_back_where_it_came_from(desk: Desk) -> None:
    """The image of a mark is not carried to the mark's own version."""
    desk.carry(CarriedStatus.CHANGED, Span(0, 11))
    (mark,) = highlights(desk.library.reader, [desk.version])
    back = CarriedTo(mark.id, desk.base, Carried(CarriedStatus.CARRIED, Span(0, 11)))
    done = desk.library.run(
        Command.CARRY, lambda db: carryings.carry(db, [back], annotator=desk.me)
    )

    assert done.value == []
    assert len(highlights(desk.library.reader, [desk.base])) == 1


def test_what_was_not_exact_waits_for_review(desk: Desk) -> None:
    """A changed mark is listed with both its ends until it is accepted."""
    desk.carry(CarriedStatus.CHANGED, Span(29, 34))
    line = desk.only()
    assert line.carrying is not None
    number = line.carrying
    before = review_count(desk.library.reader)
    desk.library.run(Command.ACCEPT_CARRIED, lambda db: carryings.accept(db, carrying=number))

    assert (line.article, line.exact) == (desk.version, "ferry")
    assert (line.came_from, line.came_from_words) == (desk.base, "ferry terminals")
    assert (before, review_count(desk.library.reader)) == (1, 0)
    assert desk.spans() == [Span(29, 34)]


def test_a_dropped_mark_can_be_put_on_words(desk: Desk) -> None:
    """Where a mark was dropped, the reader says where it belongs; undo takes it back."""
    desk.carry(CarriedStatus.DROPPED, None)
    line = desk.only()
    number = line.carrying
    assert number is not None
    desk.library.run(
        Command.PUT_CARRIED,
        lambda db: carryings.put(db, carrying=number, span=FERRY, annotator=desk.me),
    )
    put = desk.spans()
    desk.library.undo().result()

    assert line.span is None
    assert put == [FERRY]
    assert desk.spans() == []
    assert desk.only() == line


def test_a_changed_mark_can_be_dropped(desk: Desk) -> None:
    """A mark that the reader does not want there goes, and is not carried again."""
    desk.carry(CarriedStatus.CHANGED, Span(29, 34))
    number = desk.only().carrying
    assert number is not None
    desk.library.run(Command.DROP_CARRIED, lambda db: carryings.drop(db, carrying=number))

    assert desk.spans() == []
    assert desk.carry(CarriedStatus.CHANGED, Span(29, 34)) == 0
    assert review_count(desk.library.reader) == 0


def test_one_step_takes_a_carrying_back(desk: Desk) -> None:
    """Undo leaves neither marks nor anything to review."""
    desk.carry(CarriedStatus.CHANGED, Span(29, 34))
    changes = desk.library.undo().result()

    assert changes is not None
    assert changes.of(Table.CARRYINGS).deleted
    assert desk.spans() == []
    assert review_count(desk.library.reader) == 0


def test_a_split_mark_is_two_with_the_codes(desk: Desk) -> None:
    """Both parts have the codes, and the note stays with the first."""
    desk.library.run(
        Command.ADD_NOTE,
        lambda db: annotations.add_note(
            db, on=annotations.OnHighlight(desk.mark), text="Which?", annotator=desk.me
        ),
    )
    desk.library.run(
        Command.SPLIT_HIGHLIGHT,
        lambda db: annotations.split_highlight(db, highlight=desk.mark, ends=34, begins=35),
    )
    first, second = highlights(desk.library.reader, [desk.base])

    assert [first.anchor.exact, second.anchor.exact] == ["ferry", "terminals"]
    assert first.codes == second.codes != ()
    assert [note.highlight for note in notes_of_highlights(desk.library.reader, [first.id])] == [
        desk.mark
    ]


def test_merged_marks_are_one_with_all_codes_and_notes(desk: Desk) -> None:
    """The mark reaches over both, and nothing that was said of either is lost."""
    other = desk.library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(
            db, article=desk.base, span=Span(4, 11), annotator=desk.me
        ),
    ).value
    desk.library.run(
        Command.ADD_NOTE,
        lambda db: annotations.add_note(
            db, on=annotations.OnHighlight(other), text="Who?", annotator=desk.me
        ),
    )
    desk.library.run(
        Command.MERGE_HIGHLIGHTS,
        lambda db: annotations.merge_highlights(db, highlight=desk.mark, other=other),
    )
    (mark,) = highlights(desk.library.reader, [desk.base])

    assert (mark.id, mark.span, len(mark.codes)) == (desk.mark, Span(4, 44), 1)
    assert len(notes_of_highlights(desk.library.reader, [mark.id])) == 1


def test_a_mark_is_not_split_at_its_end(desk: Desk) -> None:
    """No mark is left without words."""
    with pytest.raises(UsageError):
        desk.library.run(
            Command.SPLIT_HIGHLIGHT,
            lambda db: annotations.split_highlight(db, highlight=desk.mark, ends=29, begins=29),
        )


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (MarksFilter(), 2),
        (MarksFilter(text="termin"), 1),
        (MarksFilter(text="pilots"), 0),
        (MarksFilter(text="("), 0),
        (MarksFilter(status=MarkStatus.CARRIED), 1),
        (MarksFilter(status=MarkStatus.TO_REVIEW), 1),
        (MarksFilter(status=MarkStatus.WITH_NOTE), 0),
        (MarksFilter(status=MarkStatus.WITHOUT_CODE), 0),
    ],
)
def test_the_list_is_filtered(desk: Desk, asked: MarksFilter, count: int) -> None:
    """Words and status decide which marks are listed."""
    desk.carry(CarriedStatus.CHANGED, Span(29, 34))

    assert len(desk.list(asked)) == count


def test_the_list_is_filtered_by_code_version_and_annotator(desk: Desk) -> None:
    """Each of the three asks for its own."""
    desk.carry(CarriedStatus.CHANGED, Span(29, 34))
    other = annotator(desk.library, "Bo")
    (code,) = {code for mark in desk.list(MarksFilter()) for code in mark.codes}

    assert [mark.article for mark in desk.list(MarksFilter(article=desk.base))] == [desk.base]
    assert len(desk.list(MarksFilter(code=code))) == 2
    assert desk.list(MarksFilter(annotator=other)) == []
    assert len(desk.list(MarksFilter(story=desk.story, annotator=desk.me))) == 2


def test_a_note_is_found_from_wherever_its_mark_was_carried(desk: Desk) -> None:
    """Along any number of steps, also in a circle; what has no note has none to show."""
    library = desk.library
    assert desk.carry(CarriedStatus.CARRIED, FERRY)
    (there,) = highlights(library.reader, [desk.version])
    assert carryings.origin_notes(library.reader, [there.id]) == []

    (third,) = bring_in(library, read(WORDS + " No date is set."), together=True)
    on = annotations.OnHighlight(desk.mark)

    def write_and_carry_on(db: Db) -> None:
        annotations.add_note(db, on=on, text="Which ones?", annotator=desk.me)
        image = CarriedTo(there.id, third.article, Carried(CarriedStatus.CARRIED, FERRY))
        carryings.carry(db, [image], annotator=desk.me)
        (last,) = highlights(db, [third.article])
        db.write("UPDATE carryings SET source = ? WHERE source = ?", (last.id, desk.mark))
        db.write(
            "INSERT INTO carryings (source, article, highlight, status, made)"
            " VALUES (?, ?, ?, 'carried', '2021-01-01')",
            (desk.mark, desk.version, there.id),
        )

    library.run(Command.CARRY, write_and_carry_on)
    (last,) = highlights(library.reader, [third.article])
    found = carryings.origin_notes(library.reader, [there.id, last.id])

    assert [(one.mark, one.article, one.note.text) for one in found] == [
        (there.id, desk.base, "Which ones?"),
        (last.id, desk.base, "Which ones?"),
    ]
