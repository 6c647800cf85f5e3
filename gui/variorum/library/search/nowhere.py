"""Say which words of a query stand nowhere: what a list that stays empty tells its reader."""

from variorum.library.connection import Db
from variorum.library.search.asked import asked_of
from variorum.library.search.filtering import typed_as
from variorum.library.search.language import leaves, read_query
from variorum.library.search.search import (
    by_source,
    in_codes,
    in_notes,
    in_quotations,
    versions_alone,
)


def terms_without_hits(db: Db, query: str) -> list[str]:
    """Return those words, "phrases" and fields that find nothing, as they were typed."""
    asked = leaves(read_query(query, complete_last=False).ask)
    terms = [typed_as(leaf) for leaf in asked]
    return [typed for typed in terms if not _finds(db, typed)]


def _finds(db: Db, typed: str) -> bool:
    """Tell whether anything at all meets a term; nothing is ranked for that."""
    asked = asked_of(db, typed, complete_last=False)
    if asked.words is None:
        return bool(versions_alone(db, asked, 1))
    return (
        _stands_in(db, "article_words", asked.words)
        or _stands_in(db, "detail_words", asked.words)
        or any(find(db, asked, 1) for find in (in_notes, in_quotations, in_codes))
        or bool(list(by_source(db, asked, set(), 1)))
    )


def _stands_in(db: Db, index: str, expression: str) -> bool:
    return bool(
        db.value(
            f"""
            SELECT EXISTS (SELECT 1 FROM {index} JOIN articles a ON a.id = {index}.rowid
                           WHERE {index} MATCH ? AND a.binned IS NULL)
            """,
            (expression,),
        )
    )
