"""The words for what a column may hold."""

from PySide6.QtCore import QCoreApplication

from variorum.formats.corpora.mapping import DateOrder, Role


def _tr(text: str) -> str:
    return QCoreApplication.translate("Columns", text)


def role_words(role: Role | None) -> str:
    """Return what a column holds; None is a column that keeps its own name."""
    return {
        None: _tr("Keep as it is"),
        Role.TEXT: _tr("Text"),
        Role.HEADLINE: _tr("Headline"),
        Role.DATE: _tr("Date"),
        Role.SOURCE: _tr("Source"),
        Role.BYLINE: _tr("Byline"),
        Role.LANGUAGE: _tr("Language"),
        Role.ADDRESS: _tr("Web address"),
        Role.GUID: _tr("Identifier"),
        Role.SLUG: _tr("Slug"),
        Role.DATELINE: _tr("Dateline"),
        Role.PLACE: _tr("Place"),
    }[role]


def order_words(order: DateOrder | None) -> str:
    """Return how dates such as 03/04/2019 are read."""
    return {
        None: _tr("Not at all"),
        DateOrder.DAY_FIRST: _tr("Day first: 3 April"),
        DateOrder.MONTH_FIRST: _tr("Month first: March 4"),
    }[order]
