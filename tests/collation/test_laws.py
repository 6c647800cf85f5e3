"""Laws of collation, whatever the two texts say."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.linking.mirror import mirrored
from variorum.collation.reading.sentences import sentences
from variorum.collation.values import Relation, VariantClass
from variorum.text import Article, PassageKind, Span

from .collation_helpers import article, law_holds

WORDS = st.sampled_from(
    [
        "the",
        "harbour",
        "board",
        "of",
        "Quayle",
        "said",
        "on",
        "Tuesday",
        "that",
        "12",
        "boats",
        "and",
        "five",
        "ferries",
        "had",
        "not",
        "left",
        "Mr",
        "Orla",
        "Finch",
        "Ms",
        "Finch's",
        "didn't",
        "did",
        "U.S.",
        "US",
        "United",
        "States",
        "programme",
        "program",
        "5%",
        "percent",
        "per",
        "cent",
        "“no",
        "deal”",
        '"we',
        "will",
        'go"',
        ",",
        ".",
        ";",
        "--",
        "–",
        "-",
        "(",
        ")",
        "$5m",
        "million",
        "will",
        "may",
        "Vice-Foreign",
        "Vice",
        "Foreign",
        "Jae-in",
        "café",
        "café",
        "naïve",
        "东京",
        "会议",
        "مرحبا",
        "l’État",
        "…",
        "",
        "...",
        "Jan.",
        "January",
        "16",
        "(April",
        "16)",
        "km",
        "miles",
        "!",
        "?",
        "'",
        "’",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(lambda s: ". ".join(s) + ".")
KINDS = st.sampled_from(
    [PassageKind.PARAGRAPH] * 6 + [PassageKind.CROSSHEAD, PassageKind.PROMO, PassageKind.TABLE]
)
WILD = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)


@st.composite
def stories(draw: st.DrawFn) -> Article:
    """Make an article of made-up copy."""
    blocks = draw(st.lists(st.tuples(KINDS, PARAGRAPHS), min_size=1, max_size=5))
    return article(*blocks)


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[Article, Article]:
    """Make an article and another made of it by dropping, doubling, moving and changing words."""
    blocks = draw(st.lists(st.tuples(KINDS, PARAGRAPHS), min_size=1, max_size=5))
    edited: list[tuple[PassageKind, str]] = []
    for kind, block in blocks:
        words = block
        deed = draw(st.sampled_from(["keep", "keep", "drop", "change", "change", "split", "first"]))
        if deed == "drop":
            continue
        if deed == "change":
            parts = words.split(" ")
            place = draw(st.integers(0, len(parts) - 1))
            parts[place : place + draw(st.integers(0, 2))] = draw(st.lists(WORDS, max_size=3))
            words = " ".join(parts)
        if deed == "split" and ". " in words:
            head, tail = words.split(". ", 1)
            edited.append((kind, head + "."))
            words = tail
        if words.strip():
            edited.insert(0 if deed == "first" else len(edited), (kind, words))
    return article(*blocks), article(*(edited or [(PassageKind.PARAGRAPH, "Nothing.")]))


@st.composite
def wild_pairs(draw: st.DrawFn) -> tuple[Article, Article]:
    """Make two articles of any characters that share some of them."""
    shared = draw(WILD)
    return article(draw(WILD), shared + draw(WILD)), article(draw(WILD) + shared, draw(WILD))


PAIRS = st.one_of(edited_pairs(), st.tuples(stories(), stories()), wild_pairs())


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_applying_the_variants_to_the_base_gives_the_version(pair: tuple[Article, Article]) -> None:
    """Per link the base's words with its variants applied are the version's words."""
    collation = collate(*pair)

    assert law_holds(*pair, collation)


@settings(max_examples=80, deadline=None)
@given(PAIRS)
def test_every_story_sentence_stands_in_exactly_one_link(pair: tuple[Article, Article]) -> None:
    """No sentence is lost and none is told twice."""
    collation = collate(*pair)

    base = Counter(span for link in collation.links for span in link.base)
    version = Counter(span for link in collation.links for span in link.version)
    assert base == Counter(s.span for s in sentences(pair[0]))
    assert version == Counter(s.span for s in sentences(pair[1]))


@settings(max_examples=80, deadline=None)
@given(PAIRS)
def test_every_passage_stands_in_exactly_one_passage_link(pair: tuple[Article, Article]) -> None:
    """Passages of either text are all accounted for, where they hold words."""
    collation = collate(*pair)

    for side, own in ((0, "base"), (1, "version")):
        found = sorted(n for link in collation.passages for n in getattr(link, own))
        held = {s.passage for s in sentences(pair[side])}
        wanted = [n for n, p in enumerate(pair[side].passages) if p.kind.is_furniture or n in held]
        assert found == wanted


@settings(max_examples=80, deadline=None)
@given(PAIRS)
def test_collation_mirrors(pair: tuple[Article, Article]) -> None:
    """What is seen from the base is what is seen from the version, turned round."""
    there, back = collate(*pair), collate(pair[1], pair[0])

    assert set(there.links) == {mirrored(link) for link in back.links}
    assert Counter(there.variants) == Counter(mirrored(v) for v in back.variants)


@settings(max_examples=60, deadline=None)
@given(st.one_of(stories(), WILD.map(article)))
def test_an_article_is_the_same_as_itself(story: Article) -> None:
    """Nothing differs between a text and itself."""
    collation = collate(story, story)

    assert collation.variants == ()
    assert all(link.relation is Relation.SAME and not link.moved for link in collation.links)
    assert collation.summary.kept == 1.0


@settings(max_examples=80, deadline=None)
@given(PAIRS)
def test_variants_stand_at_word_boundaries(pair: tuple[Article, Article]) -> None:
    """A variant never begins or ends inside a run of Latin letters or digits."""
    collation = collate(*pair)

    for variant in collation.variants:
        for article_, span in ((pair[0], variant.base), (pair[1], variant.version)):
            for place in (span.start, span.end):
                around = article_.text[max(place - 1, 0) : place + 1]
                assert not (len(around) == 2 and around.isascii() and around.isalnum())


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_variants_are_in_order_and_apart(pair: tuple[Article, Article]) -> None:
    """Within the base no two variants overlap."""
    collation = collate(*pair)

    spans = [variant.base for variant in collation.variants]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def in_paragraph(article: Article, spans: Sequence[Span]) -> bool:
    """Tell whether sentences stand in a paragraph, and in no headline."""
    return all(
        passage.kind is PassageKind.PARAGRAPH
        for passage in article.passages
        if any(passage.span.covers(span) for span in spans)
    )


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_the_summary_counts_what_is_there(pair: tuple[Article, Article]) -> None:
    """The sum agrees with the links and variants it sums up."""
    collation = collate(*pair)

    summary = collation.summary
    relations = Counter(link.relation for link in collation.links)
    assert 0.0 <= summary.kept <= 1.0
    assert (summary.same, summary.cut, summary.added) == (
        relations[Relation.SAME],
        sum(in_paragraph(pair[0], link.base) for link in collation.links if not link.version),
        sum(in_paragraph(pair[1], link.version) for link in collation.links if not link.base),
    )
    counts = Counter(v.variant_class for v in collation.variants)
    assert summary.by_class == {c: counts[c] for c in VariantClass}
