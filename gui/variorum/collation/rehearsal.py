"""Compare a made-up pair, so that every table of words is there before a reader's first pair is.

The tables are read when they are first asked for, which takes longer than the comparison itself.
"""

from variorum.collation.collate import collate
from variorum.text import Article, Passage, PassageKind, Span

_BASE = (
    "Harbour closes",
    'LUND - "We will not sell the pier," the mayor, Orla Finch, said on Monday, May 3.',
    "Mr. Finch said it had cost $5.6 million, or 12 percent more, in 2018.",
    "The Osk Mill Board (OMB) recieved the report, which was about 30 miles of the U.S. coast.",
    "Ahmed Qureyda cashed a cheque of Lund Motor Co (LMC.L) <br> near Lund, Ontario, he said.",
)
_VERSION = (
    "HARBOUR CLOSES",
    "LUND - “We will not sell the pier”, Mayor Finch told reporters Tuesday.",
    "He says this costs five million dollars, possibly 12% less.",
    "The OMB received a report about the American coast, 48 km long.",
    "Ahmad Quraydah cashed a check of Lund Motor near Lund, Ont., according to the port's board.",
)


def rehearse() -> None:
    """Have the tables read."""
    collate(_article(_BASE), _article(_VERSION))


def _article(lines: tuple[str, ...]) -> Article:
    passages: list[Passage] = []
    place = 0
    for line in lines:
        kind = PassageKind.PARAGRAPH if passages else PassageKind.HEADLINE
        span = Span(place, place + len(line) + 1)
        passages.append(Passage(kind, span, Span(place, place + len(line))))
        place = span.end
    return Article("\n".join(lines) + "\n", tuple(passages))
