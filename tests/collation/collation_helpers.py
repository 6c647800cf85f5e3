"""Build articles for the tests of collation, and apply variants as a reader would."""

import datetime as dt
import re
from collections.abc import Sequence

from variorum.collation.collate import collate
from variorum.collation.values import Collation, Link, Variant
from variorum.text import Article, Passage, PassageKind, Span


def article(
    *blocks: str | tuple[PassageKind, str],
    published: dt.date | None = None,
    language: str | None = "en",
) -> Article:
    """Make an article of blocks with blank lines between; a plain string is a paragraph."""
    passages: list[Passage] = []
    text = ""
    for number, block in enumerate(blocks):
        kind, words = block if isinstance(block, tuple) else (PassageKind.PARAGRAPH, block)
        start = len(text)
        text += words + ("\n\n" if number + 1 < len(blocks) else "")
        inner = start + len(words) - len(words.lstrip())
        passages.append(
            Passage(
                kind, Span(start, len(text)), Span(inner, max(inner, start + len(words.rstrip())))
            )
        )
    return Article(text, tuple(passages), published=published, language=language)


def variants_between(
    base: str, version: str, *more: str, day: dt.date | None = None
) -> list[Variant]:
    """Return the variants of two one-paragraph articles; `more` paragraphs follow on both sides."""
    one = article(base, *more, published=day)
    other = article(version, *more, published=day)
    return list(collate(one, other).variants)


def rules(variants: Sequence[Variant]) -> list[str]:
    """Return the variants' rules, in order."""
    return [variant.rule.value for variant in variants]


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def of_link(link: Link, variants: Sequence[Variant]) -> list[Variant]:
    """Return the variants that stand in a link's sentences."""
    return [
        v
        for v in variants
        if any(span.covers(v.base) for span in link.base)
        and any(span.covers(v.version) for span in link.version)
    ]


def apply_variants(base: Article, version: Article, link: Link, variants: Sequence[Variant]) -> str:
    """Return the words of a link's base side with its variants applied, without white space."""
    found = ""
    for span in link.base:
        place = span.start
        for variant in variants:
            inside = span.covers(variant.base) and (
                variant.base.start < span.end or span is link.base[-1] or len(variant.base)
            )
            if not inside:
                continue
            found += base.text[place : variant.base.start] + variant.version.of(version.text)
            place = variant.base.end
        found += base.text[place : span.end]
    return squeezed(found)


def law_holds(base: Article, version: Article, collation: Collation) -> bool:
    """Tell whether each link's base words with its variants applied are the version's words."""
    return all(
        apply_variants(base, version, link, of_link(link, collation.variants))
        == squeezed("".join(span.of(version.text) for span in link.version))
        for link in collation.links
        if link.base and link.version
    )
