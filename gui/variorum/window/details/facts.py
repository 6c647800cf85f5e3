"""Say what is known of an article, as rows of a label and its values; no widgets here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from variorum.exchange.wording import Wording
from variorum.library.detail_fields import Detail, values_of
from variorum.library.queries.rows import StoredArticle
from variorum.text import Moment
from variorum.window.details.format_names import format_words
from variorum.window.wording import day

_LONGEST = 60
"""Code points of a passage's words that stand for it."""
_PASTE = "paste:"
_SHOWN = tuple(
    detail
    for detail in Detail
    if detail not in {Detail.SLUG, Detail.EXTRA, Detail.EMBARGO, Detail.CREATED, Detail.REVISED}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold a label and the values that stand beside it, with a word on where they are from."""

    label: str
    values: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Hold facts that belong together, below a title."""

    title: str
    facts: tuple[Fact, ...]


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("details", text, "", n)


def sections_of(stored: StoredArticle, wording: Wording) -> tuple[Section, ...]:
    """Return all that is known of an article, what it is first and how it came last."""
    found = (
        Section(_tr("Article"), tuple(_of_article(stored, wording))),
        Section(_tr("From the file"), tuple(_of_item(stored, wording))),
        Section(_tr("Chosen by hand"), tuple(_of_hand(stored, wording))),
        Section(_tr("Import"), tuple(_of_import(stored, wording))),
    )
    return tuple(section for section in found if section.facts)


def _facts(*rows: tuple[str, str | None, str]) -> Iterator[Fact]:
    for label, value, hint in rows:
        if value:
            yield Fact(label, (value,), hint)


def _of_article(stored: StoredArticle, wording: Wording) -> Iterator[Fact]:
    article, read = stored.article, stored.as_read
    dateline = article.dateline
    where = wording.published_from(article.published_from) if article.published_from else ""
    words = sum(len(article.words_of(p).split()) for p in article.passages if p.kind.is_story)
    descent = tuple(map(wording.lineage, article.lineage))
    if descent:
        yield Fact(_tr("Sent as"), descent)
    yield from _facts(
        (_tr("Headline"), article.headline, _corrected(article.headline, read.headline)),
        (_tr("Source"), article.source, _corrected(article.source, read.source)),
        (_tr("Date"), _moment(article.published), _date_hint(stored, where)),
        (_tr("Byline"), article.byline, ""),
        (_tr("Place"), dateline.place if dateline else None, ""),
        (_tr("Dateline"), dateline.span.of(article.text) if dateline else None, ""),
        (_tr("Slug"), article.slug, ""),
        (_tr("Language"), _language(article.language), ""),
        (_tr("Length"), _tr("%n word(s)", words), ""),
    )


def _corrected(shown: str | None, read: str | None) -> str:
    if shown == read:
        return ""
    return _tr("as read: {value}").format(value=read) if read else _tr("set by hand")


def _date_hint(stored: StoredArticle, where: str) -> str:
    read = stored.as_read.published
    if stored.article.published == read:
        return where
    return _corrected(_moment(stored.article.published), _moment(read))


def _of_item(stored: StoredArticle, wording: Wording) -> Iterator[Fact]:
    details = stored.details
    moments = {
        Detail.EMBARGO: details.embargo,
        Detail.CREATED: details.created,
        Detail.REVISED: details.revised,
    }
    for detail in Detail:
        moment = _moment(moments.get(detail))
        values = tuple(values_of(details, detail)) if detail in _SHOWN else ()
        if moment or values:
            yield Fact(wording.detail(detail), (moment,) if moment else values)
    for column, value in details.extra:
        yield Fact(column, (value,))


def _of_hand(stored: StoredArticle, wording: Wording) -> Iterator[Fact]:
    article = stored.article
    for one in stored.by_hand:
        words = " ".join(article.words_of(article.passages[one.passage]).split())
        hint = _tr("read as {kind}").format(kind=wording.passage_kind(one.as_read))
        yield Fact(capital(wording.passage_kind(one.kind)), (_shortened(words),), hint)


def _of_import(stored: StoredArticle, wording: Wording) -> Iterator[Fact]:
    is_paste = stored.origin.startswith(_PASTE)
    yield from _facts(
        (_tr("Origin"), _tr("Pasted text") if is_paste else stored.origin, ""),
        (_tr("Format"), format_words(stored.format), ""),
        (_tr("Encoding"), stored.encoding, ""),
        (_tr("Imported"), _moment(stored.added.astimezone()), ""),
    )
    problems = tuple(wording.problem(problem) for problem in stored.problems)
    if problems:
        yield Fact(_tr("Problems"), problems)


def _moment(moment: Moment | None) -> str:
    """Say a day, and a time with its zone where there is one."""
    if moment is None:
        return ""
    if not isinstance(moment, dt.datetime):
        return day(moment)
    return f"{day(moment)}, {moment:%H:%M} {moment.tzname() or ''}".strip()


def _language(tag: str | None) -> str:
    if not tag:
        return ""
    language = QLocale.codeToLanguage(tag.split("-")[0])
    if language == QLocale.Language.AnyLanguage:
        return tag
    return f"{QLocale.languageToString(language)} ({tag})"


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"


def capital(words: str) -> str:
    """Return words that begin with a capital."""
    return words[:1].upper() + words[1:]
