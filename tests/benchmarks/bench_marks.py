# ruff: noqa: T201 - a script prints
"""Measure marks in numbers: 10,000 highlights in a library, 2,000 of them in one article.

Prints the median, the 95th of a hundred and the worst of: from the key to the painted tint
(wanted: 16 ms) for a new highlight, an end moved by a word, and the next of several meant; to
durable (5 ms); to all views read again; the list of highlights filtered (50 ms); carrying.
The first figures are processor time of the thread that the reader waits for, the durable ones
are wall time. Run as a script: `python tests/benchmarks/bench_marks.py [ROUNDS]`.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_window import WORDS, until
from PySide6.QtWidgets import QApplication

from variorum.annotations.resizing import Step, words_of
from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.ids import AnnotatorId, ArticleId, CodeId, StoryId
from variorum.library import annotations, articles, codebook
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.marks_list import MarksFilter, MarkStatus, listed, listed_marks
from variorum.text import Imported, Span
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme
from variorum.wire.reader import read

MARKS, IN_ONE, STORIES = 10_000, 2_000, 200
ROUNDS = 40


def long_text(words: int, dice: random.Random) -> str:
    """Invent an article of so many words."""
    sentences = (
        " ".join([*dice.choices(WORDS, k=14), str(dice.randrange(10**6))]).capitalize() + "."
        for _ in range(words // 15)
    )
    return "\n\n".join(" ".join(each) for each in zip(*[sentences] * 3, strict=False))


def fill(library: Library) -> StoryId:
    """Import stories of two versions and mark them; return the one with most marks."""
    dice = random.Random(5)
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
    codes = library.run(
        Command.ADD_CODE,
        lambda db: [codebook.add_code(db, name=f"Code {n}", colour="amber") for n in range(9)],
    ).value
    homes: list[tuple[StoryId, ArticleId, str]] = []

    def bring(db: Db) -> None:
        import_id = articles.begin_import(db)
        for number in range(STORIES):
            text = long_text(10_000 if number == 0 else 600, dice)
            story = None
            for turn, printed in enumerate((text, text.replace("harbour", "harbor"))):
                received = Imported(
                    read(printed), f"{number}/{turn}", printed.encode(), "utf-8", "plain"
                )
                added = articles.add_article(db, received, import_id=import_id, story=story)
                story = added.story
                if turn == 0:
                    homes.append((added.story, added.article, printed))

    library.run(Command.IMPORT, bring)
    for place, (_, article, text) in enumerate(homes):
        count = IN_ONE if place == 0 else (MARKS - IN_ONE) // (STORIES - 1) + 1
        library.run(
            Command.IMPORT_MARKS,
            lambda db, a=article, t=text, n=count: mark(db, a, t, n, me, codes, dice),
        )
    return homes[0][0]


def mark(
    db: Db,
    article: ArticleId,
    text: str,
    count: int,
    me: AnnotatorId,
    codes: list[CodeId],
    dice: random.Random,
) -> None:
    """Highlight runs of words, some over one another, half of them with a code."""
    words = words_of(text, 0, len(text))
    for _ in range(count):
        first = dice.randrange(len(words) - 8)
        span = Span(words[first].start, words[first + dice.randrange(8)].end)
        given = [dice.choice(codes)] if dice.random() < 0.5 else []
        highlight = annotations.add_highlight(
            db, article=article, span=span, annotator=me, codes=given
        )
        if dice.random() < 0.2:
            on = annotations.OnHighlight(highlight)
            annotations.add_note(db, on=on, text=" ".join(dice.choices(WORDS, k=9)), annotator=me)


def say(what: str, figures: list[float], budget: str) -> None:
    """Print one line, in milliseconds."""
    ordered = sorted(figures)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(
        f"{what:58} median {median(ordered):6.1f}  95 % {high:6.1f}"
        f"  worst {ordered[-1]:6.1f}  (n {len(ordered)}, wanted {budget})"
    )


def painted(window: MainWindow, do: Callable[[], object]) -> float:
    """Return what a deed takes until its pane is painted, in milliseconds of this thread."""
    began = time.thread_time()
    do()
    window.desk.panes[0].repaint()
    return 1000 * (time.thread_time() - began)


def wall(do: Callable[[], object]) -> float:
    """Return how long something takes, in milliseconds."""
    began = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - began)


def spent(do: Callable[[], object]) -> float:
    """Return what something takes of this thread's processor time, in milliseconds."""
    began = time.thread_time()
    do()
    return 1000 * (time.thread_time() - began)


def bench_list(library: Library) -> None:
    """Filter the list of highlights in every way, with the first page of its lines."""
    code = CodeId(library.reader.value("SELECT min(id) FROM codes"))
    asked = {
        "all": MarksFilter(),
        "words": MarksFilter(text="ferry counc"),
        "a code": MarksFilter(code=code),
        "with a note": MarksFilter(status=MarkStatus.WITH_NOTE),
        "without a code": MarksFilter(status=MarkStatus.WITHOUT_CODE),
        "to review": MarksFilter(status=MarkStatus.TO_REVIEW),
    }
    for name, one in asked.items():

        def show(one: MarksFilter = one) -> None:
            lines = listed(library.reader, one)
            listed_marks(library.reader, lines[:64])

        say(f"list filtered: {name}", [spent(show) for _ in range(15)], "50")


def bench_window(library: Path, story: StoryId, rounds: int) -> None:
    """Mark, move ends and turn among marks in the article with most of them."""
    settings = Settings(library.parent / "settings")
    workspace = Workspace.open(library, settings=settings)
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.resize(1440, 900)
    window.show()
    window.hands.turning.show_story(story)
    until(lambda: window.is_settled)
    base = window.reading.base
    assert base is not None
    words = words_of(base.article.text, 0, len(base.article.text))
    dice = random.Random(9)
    tints: list[float] = []
    kept: list[float] = []
    ends: list[float] = []
    turns: list[float] = []
    for _ in range(rounds):
        first = dice.randrange(len(words) - 5)
        span = Span(words[first].start, words[first + 3].end)
        window.desk.set_selection(base.id, span)
        window.desk.scroll_to(base.id, span)
        until(lambda: window.is_settled)
        tints.append(painted(window, window.hands.annotating.highlight))
        kept.append(wall(lambda: until(lambda: window.is_settled)))
        ends.append(painted(window, lambda: window.hands.reshaping.step(Step.END_LATER)))
        until(lambda: window.is_settled)
        turns.append(painted(window, window.hands.reshaping.cycle))
    say("highlight: key to tint painted", tints, "16")
    say("end moved by a word: key to painted", ends, "16")
    say("the next mark meant: key to painted", turns, "16")
    say("highlight: saved and every view read again, wall", kept, "-")
    window.close()


def bench_durable(library: Path, rounds: int) -> None:
    """Commit highlights, ends and carried marks one by one."""
    with Library.open(library) as opened:
        db = opened.reader
        article = ArticleId(db.value("SELECT min(id) FROM articles"))
        me = AnnotatorId(db.value("SELECT min(id) FROM annotators"))

        def one(number: int) -> None:
            opened.run(
                Command.HIGHLIGHT,
                lambda db: annotations.add_highlight(
                    db, article=article, span=Span(number, number + 9), annotator=me
                ),
            )

        say("highlight: durable, wall", [wall(lambda n=n: one(n)) for n in range(rounds * 5)], "5")
        say("undo of a highlight, wall", [wall(opened.undo().result) for _ in range(rounds)], "5")
        bench_list(opened)


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    app = QApplication(sys.argv[:1])
    prepare(app)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "marks.variorum"
        with Library.open(path, create=True) as library:
            story = fill(library)
            count = library.reader.value("SELECT count(*) FROM highlights")
        print(f"{count} highlights, {IN_ONE} in one article of 10,000 words, {STORIES} stories")
        bench_durable(path, rounds)
        bench_window(path, story, rounds)


if __name__ == "__main__":
    main()
