"""What a library knows of articles that come together, asked once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

from variorum.ids import ArticleId
from variorum.intake.newcomers import Newcomer
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Kept
from variorum.library.queries.articles import find_origins, find_texts


@dataclass(frozen=True, slots=True)
class Foreknown:
    """Hold what was there of the hashes, texts and origins of newcomers, and what came since.

    It holds as long as the deed in which it was asked.
    """

    hashes: Kept
    _texts: dict[str, list[ArticleId]]
    _origins: dict[tuple[str, int], ArticleId]

    @classmethod
    def of(cls, db: Db, newcomers: Sequence[Newcomer]) -> Self:
        """Ask the library, inside a deed."""
        rows = [each.rows for each in newcomers]
        return cls(
            Kept(db, chain.from_iterable(each.asked for each in newcomers)),
            find_texts(db, [each.text_sha256 for each in rows]),
            find_origins(db, [(each.origin, each.index) for each in rows]),
        )

    def of_text(self, newcomer: Newcomer) -> Sequence[ArticleId]:
        """Return the articles that have exactly a newcomer's text."""
        return self._texts.get(newcomer.rows.text_sha256, ())

    def of_origin(self, newcomer: Newcomer) -> ArticleId | None:
        """Return the article that came last from where a newcomer comes from."""
        return self._origins.get((newcomer.rows.origin, newcomer.rows.index))

    def added(self, article: ArticleId, newcomer: Newcomer) -> None:
        """Know a newcomer, too, that was added now."""
        rows = newcomer.rows
        self._texts.setdefault(rows.text_sha256, []).append(article)
        self._origins[rows.origin, rows.index] = article
