"""Print what the desk costs: click to painted panes, a frame while scrolling, a resize step.

Budgets: 2 x 1,000 words painted in 50 ms, 3 x 10,000 in 300 ms; a frame p99 in 16 ms; a
resize step p99 in 50 ms. They are to hold with four panes and with linked scrolling too. Run with the offscreen platform. Figures are milliseconds of
processor time, all of it in one thread: what a quiet machine needs, whatever else runs.
"""

import os
import random
import statistics
import sys
from collections.abc import Callable
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from variorum.collation.values import (
    Collation,
    Link,
    PassageLink,
    Reason,
    ReasonKind,
    Relation,
    Rule,
    Summary,
    Variant,
)
from variorum.ids import ArticleId, HighlightId
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.values import Mark, PaneArticle
from variorum.window.fonts import load_fonts
from variorum.window.theme import Theme

WORDS_A_PASSAGE = 60
COLOURS = ("yellow", "green", "blue", "pink")
RULES = (Rule.HONORIFIC, Rule.SPELLING, Rule.SYNONYM, Rule.FIGURE)


def an_article(words: int, chance: random.Random) -> Article:
    """Make an article of invented words."""
    letters = "etaoinshrdlu"
    text, start = "", 0
    passages: list[Passage] = []
    for number in range(words // WORDS_A_PASSAGE):
        body = " ".join(
            "".join(chance.choice(letters) for _ in range(chance.randint(2, 9)))
            for _ in range(WORDS_A_PASSAGE)
        )
        tail = "\n\n" if number < words // WORDS_A_PASSAGE - 1 else ""
        end = start + len(body)
        passages.append(
            Passage(PassageKind.PARAGRAPH, Span(start, end + len(tail)), Span(start, end))
        )
        text += body + tail
        start = end + len(tail)
    return Article(text, tuple(passages))


def a_collation(article: Article, chance: random.Random) -> Collation:
    """Link each passage with its like and put six variants into it."""
    links = tuple(Link((p.words,), (p.words,), Relation.EDITED) for p in article.passages)
    numbers = range(len(article.passages))
    variants: list[Variant] = []
    for passage in article.passages:
        starts = sorted(chance.sample(range(passage.words.start, passage.words.end - 12), 6))
        for start in starts:
            span = Span(start, start + chance.randint(0, 8))
            reason = Reason(ReasonKind.CHANGED, "a", "b")
            variants.append(Variant(chance.choice(RULES), span, span, reason))
    summary = Summary(1.0, 0, 0, 0, 0, 0, 0, 0, {}, False, {})  # noqa: FBT003 - no correction
    pairs = tuple(PassageLink((n,), (n,), Relation.EDITED) for n in numbers)
    return Collation(links, pairs, tuple(variants), (), summary)


def marks_of(article: Article, count: int, chance: random.Random) -> tuple[Mark, ...]:
    """Scatter highlights over an article."""
    marks: list[Mark] = []
    for number in range(count):
        start = chance.randrange(len(article.text) - 40)
        span = Span(start, start + chance.randint(5, 40))
        marks.append(Mark(HighlightId(number), span, (chance.choice(COLOURS),)))
    return tuple(marks)


def timed(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def told(name: str, times: list[float]) -> None:
    """Print the median and the 99th percentile."""
    p99 = sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]
    sys.stdout.write(f"{name:44} p50 {statistics.median(times):7.2f}  p99 {p99:7.2f}\n")


def measure(
    app: QApplication, words: int, marks: int, *, count: int = 2, linked: bool = False
) -> None:
    """Measure so many articles of a length."""
    chance = random.Random(7)
    article = an_article(words, chance)
    collation = a_collation(article, chance)
    panes = [PaneArticle(ArticleId(n), article, f"Paper {n}") for n in range(1, count + 1)]
    scattered = [marks_of(article, marks // count, chance) for _ in panes]
    desk = ReadingDesk(Theme.load("light"))
    desk.resize(1440, 900)
    desk.show()
    image = QImage(desk.size(), QImage.Format.Format_ARGB32_Premultiplied)

    def click() -> None:
        desk.show_panes(panes[0], [(pane, collation) for pane in panes[1:]])
        for pane, some in zip(panes, scattered, strict=True):
            desk.set_marks(pane.article_id, some)
        desk.render(image)

    title = f"{count} x {words}, {marks} marks{', linked' if linked else ''}"
    desk.set_apart(apart=linked)
    told(f"{title}: click to painted", [timed(click) for _ in range(12)][2:])
    while not desk.is_settled:
        app.processEvents()
    told(f"{title}: frame", [timed(lambda t=t: frame(desk, image, t)) for t in range(0, 9000, 45)])
    told(
        f"{title}: resize step", [timed(lambda w=w: step(desk, w)) for w in range(1440, 1140, -15)]
    )
    desk.deleteLater()


def frame(desk: ReadingDesk, image: QImage, top: int) -> None:
    """Scroll and paint."""
    desk.stage.scroll_to(float(top))
    desk.render(image)


def step(desk: ReadingDesk, width: int) -> None:
    """Resize and paint."""
    desk.resize(width, 900)
    desk.render(QImage(desk.size(), QImage.Format.Format_ARGB32_Premultiplied))


def main() -> None:
    """Print all figures."""
    app = QApplication([])
    load_fonts()
    for words, marks in ((1_000, 50), (10_000, 2_000), (100_000, 2_000)):
        measure(app, words, marks)
    for count in (3, 4):
        for linked in (False, True):
            measure(app, 10_000, 2_000, count=count, linked=linked)


if __name__ == "__main__":
    main()
