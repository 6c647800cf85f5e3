"""Find the stories that an import gives to articles, as a reader's library has them."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from variorum.intake.importer import import_articles
from variorum.library.library import Library
from variorum.stories.base import outlet_name
from variorum.text import Imported


def stories_of(articles: Sequence[Imported], order: Sequence[int] | None = None) -> list[int]:
    """Import articles, each of an origin of its own, in an order; return the story of each.

    The same words of the same source are kept once: what was left out belongs where these are.
    """
    wanted = range(len(articles)) if order is None else order
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "stories.variorum", create=True) as library,
    ):
        import_articles(library, (articles[number] for number in wanted))
        story_of = dict(
            library.reader.rows(
                "SELECT a.origin, m.story FROM articles a JOIN members m ON m.article = a.id"
            )
        )
    kept = {_issue(each): story_of[each.origin] for each in articles if each.origin in story_of}
    return [story_of.get(each.origin) or kept[_issue(each)] for each in articles]


def _issue(imported: Imported) -> tuple[str, str | None]:
    """Return what a library keeps once."""
    return imported.article.text, outlet_name(imported.article.source)
