"""Make a concordance beside the window."""

from variorum.app.jobs import Work
from variorum.library.library import Library
from variorum.library.search.concordance import Concordance, LineOrder, concordance, in_order
from variorum.progress import Tick


def lines_of(library: Library, query: str, order: LineOrder) -> Work:
    """Return the work of finding every place of a query's words, the lines in an order."""

    def work(tick: Tick) -> Concordance:
        found = concordance(library.reader, query, tick=tick)
        lines = tuple(in_order(found.lines, order))
        return Concordance(lines, found.texts, is_cut=found.is_cut)

    return work
