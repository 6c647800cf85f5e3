"""Sets of marks for laws: odd texts, nested codes, notes on everything they can be on."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass

from hypothesis import strategies as st

from variorum.annotations.anchors import make_anchor
from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetAnnotator,
    SetArticle,
    SetCode,
    SetEnd,
    SetHighlight,
    SetNote,
    SetPlace,
    SetStory,
    SetVariant,
    StableId,
)
from variorum.exchange.palette import code_lines
from variorum.text import Span

ODD = (
    "\N{GRINNING FACE}",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}",
    "e\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\ufeff",
    "\ufffe",
    "\x01",
    "]]>",
    "&amp;",
    "<b>",
    "=1+1",
    "_x000D_",
)
WORDS = ("harbour", "ferry", "U.S.", "مرفأ", "港口", "strike", " ", " ", ". ")

texts = st.lists(st.sampled_from((*ODD, *WORDS)), min_size=1, max_size=20).map("".join)
names = st.lists(st.sampled_from(("Ada", "\N{GRINNING FACE}", "=b", "<&", "É", "\n")), min_size=1)
moments = st.integers(0, 2**51).map(
    lambda number: dt.datetime.fromtimestamp(0, dt.UTC) + dt.timedelta(microseconds=number)
)


@dataclass(frozen=True, slots=True)
class Case:
    """Hold a set of marks with the texts that they stand on."""

    marks: MarkSet
    texts: dict[StableId, str]

    def text_of(self, article: StableId) -> str:
        """Return the text of an article."""
        return self.texts[article]


@st.composite
def spans(draw: st.DrawFn, text: str, *, least: int = 1) -> Span:
    """Return a span of a text."""
    start = draw(st.integers(0, len(text) - least))
    return Span(start, draw(st.integers(start + least, len(text))))


said = st.sampled_from(
    (
        "",
        "what it\r\nmeans",
        "<&>",
        "[Memo]",
        "x\n\n\\[Examples]\ny",
        "[Letters: Q]\n",
        "=1+1",
        "'=1",
    )
)
"""What is said of a code, also as we part it where a format has one text for all of it."""


@st.composite
def codebooks(draw: st.DrawFn, ids: st.SearchStrategy[StableId]) -> list[SetCode]:
    """Return codes, each at the top or below an earlier one."""
    codes: list[SetCode] = []
    for _ in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from([None, *(code.id for code in codes)]))
        colour = draw(st.sampled_from(sorted(code_lines())))
        codes.append(
            SetCode(
                draw(ids),
                "".join(draw(names)),
                colour,
                parent,
                memo=draw(said),
                sign=draw(st.sampled_from(("", "Q", "Lä", "12", "]["))),
                description=draw(said),
                examples=draw(said),
                codable=draw(st.booleans()),
                retired=draw(st.booleans()),
            )
        )
    return codes


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a set of marks of all kinds."""
    ids = st.uuids(version=4).map(lambda found: StableId(str(found)))

    def fresh() -> StableId:
        return draw(ids)

    annotators = tuple(SetAnnotator(fresh(), "".join(draw(names))) for _ in range(2))
    found = {fresh(): draw(texts) for _ in range(draw(st.integers(1, 3)))}
    articles = tuple(
        SetArticle(stable, hashlib.sha256(text.encode()).hexdigest(), "".join(draw(names)))
        for stable, text in found.items()
    )
    story = SetStory(fresh(), "".join(draw(names)), tuple(found))
    codes = draw(codebooks(ids))

    def who() -> StableId:
        return draw(st.sampled_from(annotators)).id

    highlights: list[SetHighlight] = []
    for _ in range(draw(st.integers(0, 4))):
        article = draw(st.sampled_from(articles)).id
        anchor = make_anchor(found[article], draw(spans(found[article])))
        own = tuple(code.id for code in codes if draw(st.booleans()))
        highlights.append(SetHighlight(fresh(), article, anchor, own, who(), draw(moments)))

    def end() -> SetEnd:
        article = draw(st.sampled_from(articles)).id
        return SetEnd(article, make_anchor(found[article], draw(spans(found[article], least=0))))

    def place() -> SetPlace:
        kinds = ["article", "story", "variant", *(["highlight"] if highlights else [])]
        match draw(st.sampled_from(kinds)):
            case "article":
                return OnArticleOf(draw(st.sampled_from(articles)).id)
            case "story":
                return OnStoryOf(story.id)
            case "variant":
                return SetVariant(end(), end())
            case _:
                return OnHighlightOf(draw(st.sampled_from(highlights)).id)

    notes = [
        SetNote(fresh(), draw(texts), place(), who(), draw(moments), draw(moments))
        for _ in range(draw(st.integers(0, 4)))
    ]
    marks = MarkSet(annotators, tuple(codes), articles, (story,), tuple(highlights), tuple(notes))
    return Case(marks, found)


def same_marks(marks: MarkSet) -> object:
    """Return what two sets of the same marks have alike, whatever their order."""
    return (
        frozenset(marks.annotators),
        frozenset(marks.codes),
        frozenset(
            (each.id, each.article, each.anchor, frozenset(each.codes), each.annotator, each.made)
            for each in marks.highlights
        ),
        frozenset(marks.notes),
        frozenset(
            (each.id, each.text_sha256) for each in marks.articles if each.id in marks.marked
        ),
    )


def stable() -> StableId:
    """Return a new id."""
    return StableId(str(uuid.uuid4()))
