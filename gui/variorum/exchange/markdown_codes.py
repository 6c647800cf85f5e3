"""Marks as Markdown, code by code: every quotation of a code below its name."""

from collections.abc import Iterable, Iterator

from variorum.annotations.mark_set import MarkSet, SetHighlight, SetNote
from variorum.exchange.mark_rows import Known
from variorum.exchange.markdown import one_line, quoted
from variorum.exchange.templates import Label
from variorum.exchange.wording import ENGLISH, Wording


def markdown_by_code(marks: MarkSet, *, wording: Wording = ENGLISH) -> Iterator[str]:
    """Return the quotations of each code, in the order of the codebook, the uncoded last."""
    known = Known.of(marks)
    notes = marks.notes_on_highlights()
    for code in marks.codes:
        name = " › ".join(one_line(each.name) for each in known.path(code))
        found = [highlight for highlight in marks.highlights if code.id in highlight.codes]
        yield f"# {name}\n\n"
        yield from (f"{said}\n\n" for said in (code.description, code.examples, code.memo) if said)
        for highlight in found:
            yield from _quotation(known, highlight, notes.get(highlight.id, ()))
    bare = [highlight for highlight in marks.highlights if not highlight.codes]
    if bare:
        yield f"# {wording.label(Label.NO_CODE)}\n\n"
    for highlight in bare:
        yield from _quotation(known, highlight, notes.get(highlight.id, ()))


def _quotation(known: Known, highlight: SetHighlight, notes: Iterable[SetNote]) -> Iterator[str]:
    article = known.articles[highlight.article]
    about = [
        article.source or "",
        (article.published or "")[:10],
        article.title,
        known.names.get(highlight.annotator, ""),
    ]
    yield quoted(highlight.anchor.exact)
    yield f"\n{' · '.join(one_line(each) for each in about if each)}\n\n"
    for note in notes:
        yield f"{note.text}\n\n"
