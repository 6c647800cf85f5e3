"""Make the rows of an article before the library is busy, in whatever process it was read."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.library.article_rows import KIND_OF, article_from, first_words, story_words
from variorum.library.detail_fields import searched, to_json
from variorum.library.fingerprints import keys
from variorum.library.folding import fold
from variorum.library.lineages import to_json as lineage_to_json
from variorum.library.moments import moment_to_text, partial_to_text
from variorum.stories.fingerprints import texts_of
from variorum.text import NO_DETAILS, STORY_KINDS, Article, Imported, Passage, Span

ARTICLE_COLUMNS = (
    "text_sha256, origin, file_index, format, encoding, headline, slug, byline,"
    " dateline_start, dateline_end, dateline_place, dateline_credit, dateline_date,"
    " published, published_from, source, language, problems, words, first_words,"
    " shown_headline, shown_published, shown_source, search_headline, lineage"
)
"""What `Prepared.article` holds, in this order."""

_DATELINE_END = ARTICLE_COLUMNS.replace(" ", "").split(",").index("dateline_end")

_WINDOW = 32 * 1024
"""Bytes that zlib looks back."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Hold an article as rows without their number: tuples of what SQLite takes."""

    article: tuple[Any, ...]
    text: str
    search_text: str | None
    received: tuple[str, int, bytes | None]
    passages: tuple[tuple[Any, ...], ...]
    details: tuple[str, str, str | None] | None
    hashes: tuple[int, ...]
    """What the index of fingerprints keeps, in order."""

    @property
    def text_sha256(self) -> str:
        """Return the hash by which the text is known."""
        return self.article[0]

    @property
    def origin(self) -> str:
        """Return where it came from."""
        return self.article[1]

    @property
    def index(self) -> int:
        """Return which article of its origin it is."""
        return self.article[2]


def prepare(imported: Imported, hashes: Iterable[int] = ()) -> Prepared:
    """Return the rows of an article and its fingerprint."""
    article = imported.article
    received = imported.received
    words = "\n".join(value for *_, value in searched(article.slug, imported.details))
    details = None
    if words or imported.details != NO_DETAILS:
        details = (to_json(imported.details), words, fold(words))
    return Prepared(
        article=_article_row(imported),
        text=article.text,
        search_text=fold(article.text),
        received=(hashlib.sha256(received).hexdigest(), len(received), _deflated(imported)),
        passages=tuple(_passage_rows(article.passages)),
        details=details,
        hashes=tuple(sorted(keys(hashes))),
    )


def article_of(prepared: Prepared) -> Article:
    """Return the article of which the rows were made."""
    _, _, _, _, _, *read = prepared.article
    headline, slug, byline, start, end, place, credit, date, published, said_by, source, *rest = (
        read
    )
    language, lineage = rest[0], rest[-1]
    row = (0, prepared.text, headline, slug, byline, start, end, place, credit, date, published)
    passages = [
        Passage(KIND_OF[kind], Span(first, last), Span(begin, stop), confidence)
        for _, kind, first, last, begin, stop, confidence in prepared.passages
    ]
    return article_from((*row, said_by, source, language, lineage, False), passages)


def told_of(prepared: Prepared) -> Sequence[str]:
    """Return the texts of the story of which the rows were made, a passage each."""
    after = prepared.article[_DATELINE_END] or 0
    told = ((row[4], row[5]) for row in prepared.passages if row[1] in STORY_KINDS)
    return tuple(texts_of(prepared.text, told, after=after))


def text_sha256(text: str) -> str:
    """Return the hash by which a text is known: SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def inflated(kept: bytes, text: str) -> bytes:
    """Return the bytes as they were received, from what is kept of them beside the text."""
    # Libraries of earlier versions kept them without the text's help: zlib's header says so.
    helped = len(kept) > 1 and kept[1] & 0x20
    opener = zlib.decompressobj(zdict=_help(text)) if helped else zlib.decompressobj()
    return opener.decompress(kept) + opener.flush()


def _article_row(imported: Imported) -> tuple[Any, ...]:
    article = imported.article
    dateline = article.dateline
    published = moment_to_text(article.published)
    return (
        text_sha256(article.text),
        imported.origin,
        imported.index,
        imported.format,
        imported.encoding,
        article.headline,
        article.slug,
        article.byline,
        dateline and dateline.span.start,
        dateline and dateline.span.end,
        dateline and dateline.place,
        dateline and dateline.credit,
        dateline and partial_to_text(dateline.date),
        published,
        article.published_from and str(article.published_from),
        article.source,
        article.language,
        json.dumps([[p.kind, p.detail] for p in imported.problems]),
        story_words(article),
        # Wanted where there is no headline; the text has them for when it is taken away by hand.
        "" if article.headline else first_words(article),
        article.headline,
        published,
        article.source,
        fold(article.headline) if article.headline else None,
        lineage_to_json(article.lineage),
    )


def _passage_rows(passages: Sequence[Passage]) -> Iterable[tuple[Any, ...]]:
    for number, passage in enumerate(passages):
        yield (
            number,
            passage.kind.value,
            passage.span.start,
            passage.span.end,
            passage.words.start,
            passage.words.end,
            passage.confidence,
        )


def _deflated(imported: Imported) -> bytes | None:
    """Return the bytes compressed, or None when the text says them already.

    What a file has around its text is little: the text is zlib's dictionary.
    """
    text = imported.article.text
    try:
        if text.encode(imported.encoding) == imported.received:
            return None
    except (LookupError, UnicodeEncodeError):
        pass
    help_ = _help(text)
    packer = zlib.compressobj(zdict=help_) if help_ else zlib.compressobj()
    return packer.compress(imported.received) + packer.flush()


def _help(text: str) -> bytes:
    """Return what of a text zlib can look back to."""
    return text[-_WINDOW:].encode("utf-8", "surrogatepass")[-_WINDOW:]
