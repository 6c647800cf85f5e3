"""Write what was settled where annotators differ: a row a mark that holds, or one for none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.exchange.csv_tables import csv_line
from variorum.ids import AnnotatorId, ArticleId, CodeId, StoryId
from variorum.library.agreement_marks import titles
from variorum.library.annotators import annotators
from variorum.library.connection import Db
from variorum.library.queries.marks import codes
from variorum.library.queries.stories import versions_of
from variorum.library.settlements import Settlement, settlements

COLUMNS = (
    "article",
    "title",
    "place_start",
    "place_end",
    "place_words",
    "verdict",
    "taken_from",
    "start",
    "end",
    "words",
    "codes",
    "annotator",
    "made",
)
"""The names of the columns, in order. The place is where annotators differ."""


def settled_table(db: Db, stories: Sequence[StoryId], *, raw: bool = False) -> Iterator[str]:
    """Return a CSV table of the settlements on some stories, line by line."""
    of_story = versions_of(db, stories)
    articles = [row.article for story in stories for row in of_story[story]]
    people = {each.id: each.name for each in annotators(db)}
    names = {row.code.id: row.code.name for row in codes(db)}
    called = titles(db, articles)
    yield csv_line(COLUMNS)
    for one in settlements(db, articles):
        for cells in _rows(one, people, names, called):
            yield csv_line(cells, raw=raw)


def _rows(
    one: Settlement,
    people: Mapping[AnnotatorId, str],
    codes: Mapping[CodeId, str],
    called: Mapping[ArticleId, str],
) -> Iterable[Sequence[object]]:
    place = (one.article, called[one.article], one.span.start, one.span.end, one.words)
    chosen = "" if one.chosen is None else people[one.chosen]
    by = (people[one.annotator], one.made.isoformat())
    if not one.marks:
        yield (*place, one.how, chosen, "", "", "", "", *by)
    for anchor, given in one.marks:
        words = "; ".join(codes[code] for code in codes if code in given)
        span = (anchor.span.start, anchor.span.end, anchor.exact, words)
        yield (*place, one.how, chosen, *span, *by)
