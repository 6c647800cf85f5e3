"""What a version is called: by its source, and by what sets it apart from its likes."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from variorum.ids import ArticleId
from variorum.library.queries.rows import VersionRow
from variorum.wire.later import in_headline

_AROUND_A_TAG = " -–—:/()[]"
_PASTE = "paste:"


def _tr(text: str) -> str:
    return QCoreApplication.translate("version_names", text)


@lru_cache(maxsize=64)
def names_of(versions: tuple[VersionRow, ...]) -> Mapping[ArticleId, str]:
    """Name the versions of a story, no two alike: source or file, and what tells likes apart."""
    names = {row.article: _name(row) for row in versions}
    for name in set(names.values()):
        likes = [row for row in versions if names[row.article] == name]
        if len(likes) > 1:
            names |= _apart(name, likes)
    return names


def is_named(row: VersionRow) -> bool:
    """Tell whether a version has a source; else its name is that of its file."""
    return bool(row.source)


def _name(row: VersionRow) -> str:
    if row.source:
        return row.source
    if row.origin.startswith(_PASTE):
        return _tr("Pasted text")
    address = urlsplit(row.origin)
    if address.scheme in {"http", "https"}:
        return address.netloc.removeprefix("www.")
    return PurePath(unquote(row.origin).replace("\\", "/")).name or _tr("Source not named")


def _apart(name: str, likes: Sequence[VersionRow]) -> dict[ArticleId, str]:
    """Tell likes apart by the first kind of fact that does so for all, else by numbers."""
    for fact in _FACTS:
        facts = [fact(row) for row in likes]
        if len(set(facts)) == len(likes):
            return {
                row.article: f"{name} · {said}" if said else name
                for row, said in zip(likes, facts, strict=True)
            }
    ordinal = enumerate(likes, start=1)
    return {row.article: f"{name} ({number})" if number > 1 else name for number, row in ordinal}


def _tag(row: VersionRow) -> str:
    """Return what a wire puts before the headline of a story that it sends again, as printed."""
    spans = (mark.span for mark in in_headline(row.title) if mark.span is not None)
    return " ".join(span.of(row.title).strip(_AROUND_A_TAG) for span in spans)


def _day(row: VersionRow) -> str:
    moment = row.published
    if moment is None:
        return ""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM yyyy")


def _time(row: VersionRow) -> str:
    moment = row.published
    return moment.strftime("%H:%M") if isinstance(moment, dt.datetime) else ""


_FACTS: tuple[Callable[[VersionRow], str], ...] = (_tag, _day, _time)
