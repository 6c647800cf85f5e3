"""A story and its reprint, written as one template, so that every offset is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

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
from variorum.ids import ArticleId
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.values import Fact, PaneArticle
from variorum.window.fonts import load_fonts
from variorum.window.theme import Theme

_PIECE = re.compile(r"\{(\w+)\|([^|}]*)\|([^}]*)\}")

STORY = (
    (
        "both paragraph HALVERN ({dateline_form|Northline|NORTHLINE}) -- The ferry company is "
        "preparing to raise its fares by {figure|four|six} per cent, setting the stage for talks with "
        "the island councils, which run the piers{detail_cut|, the mayor said|}."
    ),
    (
        "both paragraph The harbour newspaper reported {day_preposition||on }Tuesday that "
        "{honorific||Mr }Oke and the council's chair will likely meet on June 3 in Halvern. // It "
        "{contraction|didn’t|did not} say where it got its information."
    ),
    "base promo Island Ferries Run Late Again as Crews Threaten a Strike",
    (
        "both paragraph The company's {hyphenation|vice chair|vice-chair} Adaeze Oke met "
        "{function_word|with|} the transport minister. || {honorific||Mr }Oke told reporters "
        "{function_word||that }both sides thought the talks in May “were not lost” and that the "
        "{spelling|modernization|modernisation} of the piers should be pursued, the agency reported."
    ),
    "base crosshead Winter Timetable",
    (
        "both paragraph The company and its crews have {synonym|agreed|settled}. // Nothing else is "
        "known. // The councils of the {abbreviation|U.K.|UK} islands meet again in the autumn, when "
        "the ice closes the northern piers and the mail goes by air."
    ),
    "base paragraph Two more sailings a week were promised. // Nobody has seen them.",
    "version paragraph The paper's own reporter counted eleven passengers.",
    "base correction (Corrects the name of the council in the first paragraph.)",
    "base contact To contact the reporter on this story: A. Writer in Halvern at desk@example.org",
    "base copyright ©2019 Northline",
)


@dataclass
class _Side:
    text: str = ""
    passages: list[Passage] = field(default_factory=list[Passage])
    sentences: list[Span] = field(default_factory=list[Span])

    def open(self) -> int:
        if self.text:
            self.text += "\n\n"
            last = self.passages[-1]
            tile = Span(last.span.start, len(self.text))
            self.passages[-1] = Passage(last.kind, tile, last.words)
        return len(self.text)

    def close(self, kind: PassageKind, start: int) -> int:
        span = Span(start, len(self.text))
        self.passages.append(Passage(kind, span, span))
        return len(self.passages) - 1


@dataclass
class _Builder:
    base: _Side = field(default_factory=_Side)
    version: _Side = field(default_factory=_Side)
    links: list[Link] = field(default_factory=list[Link])
    passage_links: list[PassageLink] = field(default_factory=list[PassageLink])
    variants: list[Variant] = field(default_factory=list[Variant])

    def row(self, line: str) -> None:
        where, kind_name, template = line.split(" ", 2)
        kind = PassageKind(kind_name)
        if where == "both":
            self.linked(kind, template)
            return
        side = self.base if where == "base" else self.version
        start = side.open()
        spans = list(self.sentences_alone(side, template))
        number = side.close(kind, start)
        is_base = side is self.base
        relation = Relation.CUT if is_base else Relation.ADDED
        pair = ((number,), ()) if is_base else ((), (number,))
        self.passage_links.append(PassageLink(*pair, relation))
        if kind.is_story:
            for span in spans:
                sides = ((span,), ()) if is_base else ((), (span,))
                self.links.append(Link(*sides, relation))

    def sentences_alone(self, side: _Side, template: str) -> Iterator[Span]:
        for number, sentence in enumerate(template.split(" // ")):
            side.text += " " * bool(number)
            start = len(side.text)
            side.text += sentence
            yield Span(start, len(side.text))

    def linked(self, kind: PassageKind, template: str) -> None:
        start, other_start = self.base.open(), self.version.open()
        numbers: list[int] = []
        for mark, sentence in _sentences(template):
            if mark == "||":
                numbers.append(self.version.close(kind, other_start))
                other_start = self.version.open()
                self.base.text += " "
            elif mark:
                self.base.text += " "
                self.version.text += " "
            self.sentence(sentence)
        numbers.append(self.version.close(kind, other_start))
        relation = Relation.SPLIT if len(numbers) > 1 else Relation.EDITED
        number = self.base.close(kind, start)
        self.passage_links.append(PassageLink((number,), tuple(numbers), relation))

    def sentence(self, template: str) -> None:
        start, other_start, done = len(self.base.text), len(self.version.text), 0
        for match in _PIECE.finditer(template):
            self.say(template[done : match.start()])
            done = match.end()
            self.variant(Rule(match[1]), match[2], match[3])
        self.say(template[done:])
        spans = Span(start, len(self.base.text)), Span(other_start, len(self.version.text))
        self.links.append(Link((spans[0],), (spans[1],), Relation.EDITED))

    def say(self, words: str) -> None:
        self.base.text += words
        self.version.text += words

    def variant(self, rule: Rule, words: str, other: str) -> None:
        start, other_start = len(self.base.text), len(self.version.text)
        self.base.text += words
        self.version.text += other
        spans = (
            Span(start, start + len(words.strip())),
            Span(other_start, other_start + len(other.strip())),
        )
        reason = Reason(ReasonKind.CHANGED, words, other)
        self.variants.append(Variant(rule, *spans, reason))


def _sentences(template: str) -> Iterator[tuple[str, str]]:
    parts = re.split(r" (//|\|\|) ", template)
    yield "", parts[0]
    yield from zip(parts[1::2], parts[2::2], strict=True)


@dataclass(frozen=True)
class Pair:
    """Hold a base, its version and what comparing them would say."""

    base: PaneArticle
    version: PaneArticle
    collation: Collation


def make_pair(rows: tuple[str, ...] = STORY) -> Pair:
    """Build both articles and their collation from a template."""
    builder = _Builder()
    for row in rows:
        builder.row(row)
    base, version = (
        Article(side.text, tuple(side.passages)) for side in (builder.base, builder.version)
    )
    summary = Summary(
        kept=0.9, same=0, edited=0, split=0, merged=0, cut=0, added=0, moved=0,
        by_class={}, correction_not_carried=True, furniture_cut={},
    )  # fmt: skip
    return Pair(
        PaneArticle(ArticleId(1), base, "Northline", (Fact("original"), Fact("199 words", 1))),
        PaneArticle(ArticleId(2), version, "Channel Post", (Fact("HALVERN", 1), Fact("187 words"))),
        Collation(
            tuple(builder.links), tuple(builder.passage_links), tuple(builder.variants), (), summary
        ),
    )


@pytest.fixture(scope="session")
def pair() -> Pair:
    """Return a story and its reprint."""
    return make_pair()


@pytest.fixture
def theme(qapp: object) -> Theme:  # noqa: ARG001 - Qt must be up
    """Return the light theme, with the bundled fonts known."""
    load_fonts()
    return Theme.load("light")


@pytest.fixture(scope="session")
def theme_for_all(qapp: object) -> Theme:  # noqa: ARG001 - Qt must be up
    """Return the light theme to tests that draw many examples."""
    load_fonts()
    return Theme.load("light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, pair: Pair) -> ReadingDesk:
    """Return a desk with both articles, laid out to the end."""
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(1000, 700)
    desk.show_panes(pair.base, [(pair.version, pair.collation)])
    desk.show()
    qtbot.waitUntil(lambda: desk.is_settled)
    return desk
