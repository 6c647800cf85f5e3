"""What notes can link to, where a link leads, and which notes link to a thing."""

from variorum.annotations.links import LinkKind, NoteLink
from variorum.annotations.values import CodeProperties
from variorum.ids import CodeId, NoteId
from variorum.library import annotations, codebook
from variorum.library.articles import Added
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries.links import Destination, destination, link_targets, linking_notes
from variorum.text import Span

from .making import annotator, bring_in, read

TEXT = "The pilots \N{GRINNING FACE} walked out on Monday."


def made(library: Library) -> tuple[Added, CodeId]:
    """Return an article and a code."""
    (one,) = bring_in(library, read(TEXT, headline="Pilots walk out", source="Northline"))
    bring_in(library, read("Something else.", headline="Quiet day"))
    code = library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Pilot's word", colour="blue")
    ).value
    return one, code


def write(library: Library, on: Added, text: str) -> NoteId:
    """Write a note on an article."""
    me = annotator(library)
    place = annotations.OnArticle(on.article)
    return library.run(
        Command.ADD_NOTE, lambda db: annotations.add_note(db, on=place, text=text, annotator=me)
    ).value


def test_codes_passages_and_articles_are_offered(library: Library) -> None:
    """By the beginnings of their words; passages of the articles at hand only."""
    one, _ = made(library)

    found = link_targets(library.reader, "pil", near=[one.article])

    assert [(target.link.kind, target.link.label) for target in found] == [
        (LinkKind.CODE, "Pilot's word"),
        (LinkKind.PASSAGE, TEXT),
        (LinkKind.ARTICLE, "Pilots walk out"),
    ]
    assert [t.link.kind for t in link_targets(library.reader, "pil walk")] == [LinkKind.ARTICLE]
    assert len(link_targets(library.reader, "")) == 3


def test_what_is_offered_leads_to_itself(library: Library) -> None:
    """A passage to its very words."""
    one, code = made(library)
    offered = link_targets(library.reader, "pil", near=[one.article])

    there = [destination(library.reader, target.link) for target in offered]

    whole = Span(0, len(TEXT))
    assert there == [
        Destination(code=code),
        Destination(story=one.story, article=one.article, span=whole),
        Destination(story=one.story, article=one.article),
    ]


def test_a_link_by_id_outlives_a_new_name_and_one_by_name_does_not(library: Library) -> None:
    """A name alone finds what has it now."""
    _, code = made(library)
    (target, *_) = link_targets(library.reader, "pilot")
    by_name = NoteLink("Pilot's word")
    assert destination(library.reader, by_name) == Destination(code=code)

    library.run(
        Command.EDIT_CODE,
        lambda db: codebook.edit_code(db, code=code, to=CodeProperties("Said", "red")),
    )

    assert destination(library.reader, target.link) == Destination(code=code)
    assert destination(library.reader, by_name) is None
    assert destination(library.reader, NoteLink("Pilots walk out")) is not None


def test_notes_are_found_from_what_they_link_to(library: Library) -> None:
    """By id and by name; a note that only says the words does not link."""
    one, code = made(library)
    links = {t.link.kind: t.link for t in link_targets(library.reader, "pil", near=[one.article])}
    to_code = write(library, one, f"see {links[LinkKind.CODE]}")
    to_place = write(library, one, f"see {links[LinkKind.PASSAGE]} and [[Quiet day]]")
    named = write(library, one, "see [[Pilots walk out]]")
    write(library, one, "Pilots walk out, [[Pilots]], said a Pilot's word")

    assert linking_notes(library.reader, codes=[code]) == [to_code]
    assert linking_notes(library.reader, articles=[one.article]) == [named, to_place]
    assert linking_notes(library.reader) == []
