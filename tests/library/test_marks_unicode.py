"""Marks stay on their words, whatever the text is made of."""

import hashlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.ids import ArticleId
from variorum.library.annotations import add_highlight
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries.articles import article, received
from variorum.library.queries.marks import highlights
from variorum.library.search.search import search
from variorum.text import Span

from ..fresh import library_at, quick_folder
from .making import annotator, bring_in, read, texts

# Whatever a decoder can give: NUL is replaced at import, lone surrogates never arise.
any_text = texts | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
)


def mark(library: Library, article_id: ArticleId, span: Span) -> None:
    """Highlight a span."""
    me = annotator(library)
    library.run(
        Command.HIGHLIGHT,
        lambda db: add_highlight(db, article=article_id, span=span, annotator=me),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=any_text, data=st.data())
def test_quotation_is_the_text_after_reopening(text: str, data: st.DataObject) -> None:
    """Saved and opened again, text[start:end] is the highlight's quotation."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    with quick_folder() as folder:
        path = Path(folder) / "unicode.variorum"
        with library_at(path) as library:
            (added,) = bring_in(library, read(text))
            mark(library, added.article, span)

        with Library.open(path) as library:
            kept = article(library.reader, added.article)
            (found,) = highlights(library.reader, [added.article])
            came = received(library.reader, added.article)

    assert kept.text == text
    assert found.span.of(kept.text) == found.anchor.exact == text[span.start : span.end]
    assert came.data == text.encode()
    assert came.sha256 == hashlib.sha256(came.data).hexdigest()


def test_megabyte_of_text(library: Library) -> None:
    """A text of a megabyte is kept, marked at its end and found like any other."""
    text = "The harbour is shut. \N{GRINNING FACE}\r\n" * 40_000 + "Ferry."
    (added,) = bring_in(library, read(text))
    span = Span(len(text) - 6, len(text))
    mark(library, added.article, span)

    (found,) = highlights(library.reader, [added.article])
    (hit,) = search(library.reader, "ferry")

    assert found.anchor.exact == "Ferry."
    assert hit.span == Span(len(text) - 6, len(text) - 1)
