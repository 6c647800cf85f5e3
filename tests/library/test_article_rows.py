"""What is read of an article to compare it is what the article itself says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.library.article_rows import load_articles, load_story_texts
from variorum.library.articles import set_kinds
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.preparing import prepare, told_of
from variorum.stories.days import day_of
from variorum.stories.fingerprints import story_texts
from variorum.stories.profiles import Profile
from variorum.text import Article, Dateline, PartialDate, Passage, PassageKind, Span

from .making import bring_in, imported

KINDS = (PassageKind.PARAGRAPH, PassageKind.HEADLINE, PassageKind.CREDIT, PassageKind.CAPTION)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return an article of some passages, some of them furniture, with a dateline somewhere."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    lines = [
        f"PORT (AP) - Line {number}, where the ferry 🚢 leaves.\n" for number in range(len(kinds))
    ]
    text, passages = "", list[Passage]()
    for kind, line in zip(kinds, lines, strict=True):
        start, text = len(text), text + line
        passages.append(Passage(kind, Span(start, len(text)), Span(start, len(text) - 1)))
    end = draw(st.integers(0, len(text)))
    dated = draw(st.sampled_from([None, PartialDate(None, 2, 26), PartialDate(1987, 2, 26)]))
    published = draw(st.one_of(st.none(), st.dates(), st.datetimes()))
    dateline = Dateline(Span(0, end), date=dated)
    return Article(text, tuple(passages), dateline=dateline, published=published)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(articles(), min_size=1, max_size=3), st.sampled_from(KINDS))
def test_story_texts_are_those_of_the_articles(
    library: Library, given_: list[Article], kind: PassageKind
) -> None:
    """Words and days are the same, also where a person said what a passage is."""
    added = [one.article for one in bring_in(library, *given_)]
    for article in added:
        library.run(
            Command.SET_KIND,
            lambda db, article=article: set_kinds(db, article=article, passages=[0], kind=kind),
        )
    told = load_story_texts(library.reader, added)
    known = load_articles(library.reader, added)
    assert told.keys() == known.keys()
    for number, article in known.items():
        story = told[number]
        assert tuple(story.passages) == tuple(story_texts(article))
        assert day_of(story.published, story.dated) == Profile(article).day


@given(articles())
def test_rows_tell_the_story_of_their_article(article: Article) -> None:
    """Before an article is in a library its rows say the same."""
    assert tuple(told_of(prepare(imported(article)))) == tuple(story_texts(article))
