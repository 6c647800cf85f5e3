"""What a person decided holds, steers the rest, and is never lost."""

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.decisions import NO_DECISIONS, Decisions, WordPair
from variorum.collation.linking.mirror import mirrored
from variorum.collation.reading.sentences import sentences
from variorum.collation.values import (
    ClassDecision,
    Collation,
    Link,
    LinkChoice,
    LinkDecision,
    Relation,
    Rule,
    Variant,
    VariantClass,
)
from variorum.text import Article, Span

from .collation_helpers import article, law_holds
from .test_laws import edited_pairs

BASE = article(
    "The ferry board raised its fares by four per cent.",
    "Nobody on the islands had asked for that, the mayor said.",
    "The harbour will be closed for repairs until the end of May.",
    "Crews go back to work on Monday after nine days ashore.",
)
VERSION = article(
    "Fares went up.",
    "The ferry board raised its fares by four per cent.",
    "The harbour will be closed for repairs until the end of May.",
    "Crews go back to work on Monday after nine days ashore.",
)


def found_in(one: Article, words: str) -> Span:
    """Return where words stand in an article."""
    start = one.text.index(words)
    return Span(start, start + len(words))


def decide(choice: LinkChoice, base: str, version: str) -> LinkDecision:
    """Decide about the sentences that hold some words."""
    return LinkDecision(choice, sentence(BASE, base), sentence(VERSION, version))


def sentence(one: Article, words: str) -> Span:
    """Return the sentence that holds some words."""
    place = found_in(one, words)
    return next(each.span for each in sentences(one) if each.span.covers(place))


def with_links(*links: LinkDecision) -> Collation:
    """Collate the two stories by some decisions."""
    return collate(BASE, VERSION, decisions=Decisions(links))


def partners(collation: Collation, base: str) -> list[str]:
    """Return the version's sentences that a sentence of the base is linked with."""
    link = link_of(collation, base)
    return [span.of(VERSION.text) for span in link.version]


def link_of(collation: Collation, base: str) -> Link:
    """Return the link of the base's sentence that holds some words."""
    return next(each for each in collation.links if sentence(BASE, base) in each.base)


def classes(base: str, version: str, words: Sequence[WordPair]) -> list[tuple[str, str, str, str]]:
    """Return the variants of two one-sentence stories by a list of words."""
    one, other = article(base), article(version)
    found = collate(one, other, decisions=Decisions(words=tuple(words))).variants
    return [
        (v.base.of(one.text), v.version.of(other.text), v.variant_class.value, v.classed_by)
        for v in found
    ]


# --- links ---------------------------------------------------------------------------------------


def test_a_link_by_hand_is_made_and_the_rest_goes_by_it() -> None:
    """What is left of the words is sought elsewhere: the former partner is the other half."""
    collation = with_links(decide(LinkChoice.LINKED, "raised its fares", "Fares went up"))

    assert link_of(collation, "raised its fares").relation is Relation.SPLIT
    assert partners(collation, "raised its fares") == [
        "Fares went up.",
        "The ferry board raised its fares by four per cent.",
    ]


def test_a_link_by_hand_and_a_parting_leave_the_former_partner_alone() -> None:
    """The sentence that lost its partner to a person's link stands alone."""
    collation = with_links(
        decide(LinkChoice.LINKED, "raised its fares", "Fares went up"),
        decide(LinkChoice.APART, "raised its fares", "raised its fares"),
    )

    assert partners(collation, "raised its fares") == ["Fares went up."]
    alone = [link for link in collation.links if not link.base]
    assert [span.of(VERSION.text) for link in alone for span in link.version] == [
        "The ferry board raised its fares by four per cent."
    ]


def test_parted_sentences_are_not_linked_again() -> None:
    """Not by the chain, not as a move, not as a half, not in a gap."""
    collation = with_links(decide(LinkChoice.APART, "harbour will be", "harbour will be"))

    assert link_of(collation, "harbour will be").relation is Relation.CUT
    assert collation.summary.added == 2


def test_two_links_by_hand_make_a_split() -> None:
    """A sentence linked with two others is split, whatever the words say."""
    collation = with_links(
        decide(LinkChoice.LINKED, "Nobody on the islands", "Fares went up"),
        decide(LinkChoice.LINKED, "Nobody on the islands", "harbour will be"),
    )

    link = link_of(collation, "Nobody on the islands")
    assert link.relation is Relation.SPLIT
    assert partners(collation, "Nobody on the islands") == [
        "Fares went up.",
        "The harbour will be closed for repairs until the end of May.",
    ]
    assert collation.lost == ()


def test_a_move_by_hand_is_a_move() -> None:
    """A sentence marked as moved is linked and moved, though nothing crosses it."""
    collation = with_links(decide(LinkChoice.MOVED, "Crews go back", "Crews go back"))

    assert link_of(collation, "Crews go back").moved
    assert collation.summary.moved == 1


def test_in_place_by_hand_makes_the_others_move() -> None:
    """What a person says stayed in its place is in the chain; lighter or not."""
    swapped = article(*(p.of(BASE.text) for p in reversed([s.span for s in sentences(BASE)])))
    last, first = sentences(BASE)[-1].span, sentences(swapped)[0].span
    stays = Decisions((LinkDecision(LinkChoice.IN_PLACE, last, first),))

    collation = collate(BASE, swapped, decisions=stays)

    assert [link.moved for link in collation.links if last in link.base] == [False]
    assert collation.summary.moved == 3


def test_the_later_of_two_decisions_stands() -> None:
    """A decision that a later one excludes has no effect, and is told as such."""
    first = decide(LinkChoice.LINKED, "Nobody on the islands", "Fares went up")
    second = decide(LinkChoice.APART, "Nobody on the islands", "Fares went up")

    assert with_links(first, second).lost == (first,)
    assert partners(with_links(second, first), "Nobody on the islands") == ["Fares went up."]


def test_no_links_by_hand_tie_many_to_many() -> None:
    """The third link that would join two to two is the later one: the earlier ones yield."""
    one = decide(LinkChoice.LINKED, "Nobody on the islands", "Fares went up")
    two = decide(LinkChoice.LINKED, "Nobody on the islands", "harbour will be")
    three = decide(LinkChoice.LINKED, "Crews go back", "harbour will be")

    collation = with_links(one, two, three)

    assert collation.lost == (one,)
    assert link_of(collation, "Crews go back").relation is Relation.MERGED
    assert link_of(collation, "Crews go back") == link_of(collation, "Nobody on the islands")


def test_a_decision_outlives_another_cut_of_the_sentences() -> None:
    """The span means the sentence of which it covers the better part."""
    span = sentence(BASE, "Nobody on the islands")
    shorter = Span(span.start, span.end - 20)
    decision = LinkDecision(LinkChoice.LINKED, shorter, sentence(VERSION, "Fares went up"))

    assert partners(with_links(decision), "Nobody on the islands") == ["Fares went up."]


def test_a_decision_without_its_sentence_is_kept_as_lost() -> None:
    """A span between two sentences means none: it is told, and changes nothing."""
    end = sentence(BASE, "Nobody on the islands").end
    nowhere = LinkDecision(
        LinkChoice.LINKED, Span(end - 2, end + 4), sentence(VERSION, "Fares went up")
    )

    collation = with_links(nowhere)

    assert collation.lost == (nowhere,)
    assert collation.links == collate(BASE, VERSION).links


# --- classes ---------------------------------------------------------------------------------------


PAIR = article("Tolls rose 4 per cent in May."), article("Tolls rose 6 per cent in May.")


def only_variant(decisions: Decisions = NO_DECISIONS) -> Variant:
    """Return the one variant of the pair."""
    (variant,) = collate(*PAIR, decisions=decisions).variants
    return variant


def test_a_class_by_hand_replaces_the_rules() -> None:
    """The class is the person's, files say by hand, and the rule it would have is still known."""
    found = only_variant()
    by_hand = ClassDecision(VariantClass.WORDING, found.base, found.version)

    variant = only_variant(Decisions(classes=(by_hand,)))

    assert variant.variant_class is VariantClass.WORDING
    assert variant.classed_by == "by_hand"
    assert variant.rule is Rule.FIGURE
    assert collate(*PAIR, decisions=Decisions(classes=(by_hand,))).summary.by_class == {
        **dict.fromkeys(VariantClass, 0),
        VariantClass.WORDING: 1,
    }


def test_a_class_by_hand_never_covers_more_than_was_seen() -> None:
    """A variant that reaches beyond the words decided keeps its rule; the decision is lost."""
    found = only_variant()
    part = Span(found.base.start, found.base.end - 1)
    by_hand = ClassDecision(VariantClass.STYLE, part, found.version)

    collation = collate(*PAIR, decisions=Decisions(classes=(by_hand,)))

    assert [v.variant_class for v in collation.variants] == [VariantClass.SUBSTANCE]
    assert collation.lost == (by_hand,)


def test_what_is_typography_by_hand_leaves_a_sentence_the_same() -> None:
    """Relations and shares are counted by the classes that a person gave."""
    found = only_variant()
    by_hand = ClassDecision(VariantClass.TYPOGRAPHY, found.base, found.version)

    collation = collate(*PAIR, decisions=Decisions(classes=(by_hand,)))

    assert [link.relation for link in collation.links] == [Relation.SAME]
    assert collation.summary.kept == 1.0


# --- words ------------------------------------------------------------------------------------------


STRAIT = WordPair("Sound of Merrow", "Merrow Strait", VariantClass.STYLE)


def test_a_pair_of_words_has_its_class_wherever_it_stands() -> None:
    """The pair is taken out whole, the equal word in it too; what stands around is judged."""
    assert classes(
        "Two ships left the Sound of Merrow on Monday.",
        "Three ships left the Merrow Strait on Monday.",
        [STRAIT],
    ) == [
        ("Two", "Three", "substance", "figure"),
        ("Sound of Merrow", "Merrow Strait", "style", "by_hand"),
    ]


def test_a_pair_of_words_holds_both_ways() -> None:
    """It does not matter which paper writes which."""
    assert classes("Tugs in the Merrow Strait.", "Tugs in the Sound of Merrow.", [STRAIT]) == [
        ("Merrow Strait", "Sound of Merrow", "style", "by_hand")
    ]


def test_a_pair_of_words_holds_for_owners_and_capitals() -> None:
    """A possessive on both sides belongs to the words; capitals do not matter."""
    pair = WordPair("quango", "agency", VariantClass.WORDING)

    assert classes("The quango's chair left.", "The agency's chair left.", [pair]) == [
        ("quango's", "agency's", "wording", "by_hand")
    ]
    assert classes("Quango heads left.", "Agency heads left.", [pair])[0][2:] == (
        "wording",
        "by_hand",
    )


def test_one_word_of_a_pair_alone_is_judged() -> None:
    """The pair is decided, not its words: another partner makes another variant."""
    pair = WordPair("quango", "agency", VariantClass.STYLE)

    assert [c[2] for c in classes("The quango paid.", "The minister paid.", [pair])] == [
        "substance"
    ]


def test_a_pair_that_differs_in_capitals_alone_needs_just_these() -> None:
    """Where only capitals tell two words apart, they count."""
    pair = WordPair("Board", "board", VariantClass.TYPOGRAPHY)

    assert classes("The Board met.", "The board met.", [pair]) == [
        ("Board", "board", "typography", "by_hand")
    ]


def test_words_that_stand_for_others_are_left_alone() -> None:
    """A word of the pair that stands equal on both sides belongs to itself."""
    pair = WordPair("boat", "ship", VariantClass.STYLE)
    found = classes(
        "The boat met the ship off Halvern.", "The ship met the boat off Halvern.", [pair]
    )

    assert all(by != "by_hand" or {one, other} == {"boat", "ship"} for one, other, _, by in found)


def test_a_decided_variant_goes_before_the_list() -> None:
    """What was decided about one place is nearer than what holds everywhere."""
    one, other = article("The quango paid."), article("The agency paid.")
    words = (WordPair("quango", "agency", VariantClass.STYLE),)
    here = ClassDecision(VariantClass.SUBSTANCE, found_in(one, "quango"), found_in(other, "agency"))

    (variant,) = collate(one, other, decisions=Decisions(classes=(here,), words=words)).variants

    assert variant.variant_class is VariantClass.SUBSTANCE


# --- laws --------------------------------------------------------------------------------------------


@st.composite
def decided_pairs(draw: st.DrawFn) -> tuple[Article, Article, Decisions]:
    """Make two stories with any decisions about any sentences, variants and words of theirs."""
    base, version = draw(edited_pairs())
    ones, others = sentences(base), sentences(version)
    links: list[LinkDecision] = []
    if ones and others:
        links = draw(
            st.lists(
                st.builds(
                    LinkDecision,
                    st.sampled_from(LinkChoice),
                    st.sampled_from([each.span for each in ones]),
                    st.sampled_from([each.span for each in others]),
                ),
                max_size=5,
            )
        )
    variants = collate(base, version, decisions=Decisions(tuple(links))).variants
    chosen = draw(st.lists(st.sampled_from(variants), max_size=3)) if variants else []
    kind = st.sampled_from(VariantClass)
    pairs = [
        (v.base.of(base.text), v.version.of(version.text)) for v in variants if v.base and v.version
    ]
    pairs = [(one, other) for one, other in pairs if one.strip() and other.strip()]
    listed = draw(st.lists(st.sampled_from(pairs), max_size=2)) if pairs else []
    return (
        base,
        version,
        Decisions(
            tuple(links),
            tuple(ClassDecision(draw(kind), v.base, v.version) for v in chosen),
            tuple(WordPair(one, other, draw(kind)) for one, other in listed),
        ),
    )


@given(decided_pairs())
@settings(max_examples=60, deadline=None)
def test_decisions_hold_in_any_copy(made: tuple[Article, Article, Decisions]) -> None:
    """Every decision is either obeyed or told as lost, and the laws of collation hold."""
    base, version, decisions = made

    collation = collate(base, version, decisions=decisions)

    together = {(b, v) for link in collation.links for b in link.base for v in link.version}
    for decision in decisions.links:
        if decision not in collation.lost:
            pair = decision.base, decision.version
            assert (pair in together) is (decision.choice is not LinkChoice.APART)
    assert sorted(s for link in collation.links for s in link.base) == [
        each.span for each in sentences(base)
    ]
    assert sorted(s for link in collation.links for s in link.version) == [
        each.span for each in sentences(version)
    ]
    assert law_holds(base, version, collation)


@given(decided_pairs())
@settings(max_examples=40, deadline=None)
def test_decisions_hold_from_the_other_side(made: tuple[Article, Article, Decisions]) -> None:
    """Decisions made with one text as the base hold as well when the other is."""
    base, version, decisions = made
    # Of two equal lines that are kept apart from themselves one has moved: a text beside itself
    # can not tell which from either side.
    assume(base != version)

    there = collate(base, version, decisions=decisions)
    back = collate(version, base, decisions=decisions.mirrored())

    assert {mirrored(link) for link in there.links} == set(back.links)
    assert sorted(map(str, map(mirrored, there.variants))) == sorted(map(str, back.variants))


@given(edited_pairs())
@settings(max_examples=20, deadline=None)
def test_no_decisions_change_nothing(pair: tuple[Article, Article]) -> None:
    """Decisions are a layer of their own: without any, the rules alone speak."""
    assert collate(*pair, decisions=NO_DECISIONS) == collate(*pair)
    assert NO_DECISIONS.digest == ""
