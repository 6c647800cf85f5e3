"""Hard cases of linking: splits, merges, moves, repeated lines, templates, empty sides."""

import textwrap

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation
from variorum.text import Article, PassageKind

from .collation_helpers import article, law_holds

BOARD = "The harbour board of Quayle voted on Monday to close the old timber pier after engineers found rot in its piles."
COST = "Director Orla Finch said the closure would last until the autumn and would cost the town about two million dollars."
CREWS = "Fishing crews who land their catch there fear they will lose the herring season to rival ports along the coast."
HISTORY = "The pier was built in 1902 by the Tern Railway Company and carried passengers to island steamers until the war."
BUDGET = "A decision on rebuilding is expected in June, when the council meets to set its budget for the coming year."
SHRUG = "He declined to comment."
ALL = (BOARD, COST, CREWS, HISTORY, BUDGET)

Shape = list[tuple[str, list[int], list[int]]]
NONE: list[int] = []


def shape(base: Article, version: Article) -> Shape:
    """Return the links as relation and paragraph numbers; "moved" is told by a star."""
    collation = collate(base, version)
    assert law_holds(base, version, collation)
    return [
        (link.relation.value + "*" * link.moved, list(link.base), list(link.version))
        for link in collation.passages
    ]


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        # 2: a paragraph split, joined, and split with an edit in one half
        ((f"{BOARD} {COST}", CREWS), (BOARD, COST, CREWS), [("split", [0], [0, 1]), ("same", [1], [2])]),
        ([BOARD, COST, CREWS], [f"{BOARD} {COST}", CREWS], [("merged", [0, 1], [0]), ("same", [2], [1])]),
        (
            [f"{BOARD} {COST}"],
            [BOARD, COST.replace("autumn", "winter")],
            [("split", [0], [0, 1])],
        ),
        # 3: moved, moved and edited, two swapped, a move beside an edit, a block moved
        (
            ALL,
            (BOARD, HISTORY, COST, CREWS, BUDGET),
            [("same", [0], [0]), ("same", [1], [2]), ("same", [2], [3]), ("same*", [3], [1]), ("same", [4], [4])],
        ),
        (
            ALL,
            (BOARD, HISTORY.replace("1902", "1912"), COST, CREWS, BUDGET),
            [("same", [0], [0]), ("same", [1], [2]), ("same", [2], [3]), ("edited*", [3], [1]), ("same", [4], [4])],
        ),
        (
            (BOARD, COST, CREWS),
            (BOARD, CREWS, COST),
            [("same", [0], [0]), ("same*", [1], [2]), ("same", [2], [1])],
        ),
        (
            ALL,
            (BOARD, COST.replace("autumn", "spring"), BUDGET, CREWS, HISTORY),
            [("same", [0], [0]), ("edited", [1], [1]), ("same", [2], [3]), ("same", [3], [4]), ("same*", [4], [2])],
        ),
        (
            ALL,
            (HISTORY, BUDGET, BOARD, COST, CREWS),
            [("same", [0], [2]), ("same", [1], [3]), ("same", [2], [4]), ("same*", [3], [0]), ("same*", [4], [1])],
        ),
        # 14: cut to the first three; two wires made into one; another story inside
        (
            ALL,
            ALL[:3],
            [("same", [0], [0]), ("same", [1], [1]), ("same", [2], [2]), ("cut", [3], NONE), ("cut", [4], NONE)],
        ),
        (
            (BOARD, COST),
            (BOARD, HISTORY, COST, BUDGET),
            [("same", [0], [0]), ("added", NONE, [1]), ("same", [1], [2]), ("added", NONE, [3])],
        ),
        ((CREWS,), ALL, [("added", NONE, [0]), ("added", NONE, [1]), ("same", [0], [2]), ("added", NONE, [3]), ("added", NONE, [4])]),
    ],
)  # fmt: skip
def test_passages_find_their_like(
    base: tuple[str, ...], version: tuple[str, ...], expected: Shape
) -> None:
    """Paragraphs are linked through their sentences, wherever they went."""
    assert shape(article(*base), article(*version)) == expected


def test_an_insertion_moves_nothing() -> None:
    """What an insertion pushes down has not moved."""
    collation = collate(article(*ALL), article(BUDGET.replace("June", "July") + " " + SHRUG, *ALL))

    assert collation.summary.moved == 0


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_a_repeated_line_is_settled_by_its_place(dropped: int) -> None:
    """Of three equal lines the one that is missing is the one that was cut."""
    paragraphs = [f"{p} {SHRUG}" for p in (BOARD, COST, CREWS)]
    version = [p.removesuffix(f" {SHRUG}") if n == dropped else p for n, p in enumerate(paragraphs)]
    base = article(*paragraphs)
    links = collate(base, article(*version)).links

    cut = [link.base[0].start for link in links if link.relation is Relation.CUT]
    assert cut == [base.passages[dropped].words.end - len(SHRUG)]


def test_market_lines_follow_their_company() -> None:
    """Near-identical lines in another order are linked by names, not by figures or place."""
    base = [
        "Shares of Tern Rail rose 2 percent to 41.20 dollars in Quayle.",
        "Shares of Gull Foods fell 3 percent to 12.10 dollars in Quayle.",
        "Shares of Pike Oil rose 1 percent to 77.50 dollars in Quayle.",
    ]
    version = [base[2].replace("77.50", "78.90"), base[0].replace("rose 2", "rose 4"), base[1]]

    links = collate(article(*base), article(*version)).passages
    assert {(link.base, link.version) for link in links} == {
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (0,)),
    }


@pytest.mark.parametrize(
    ("base", "version"),
    [
        (
            "Tern Rail Inc reported a quarterly profit of 12 cents a share versus 9 cents a year ago.",
            "Gull Foods Corp reported a quarterly loss of 3 cents a share versus 1 cent a year ago.",
        ),
        (
            "Moor & Sons sold 40 million dollars of bonds due in 2031 at a yield of 5.2 percent.",
            "Quayle County sold 75 million dollars of bonds due in 2045 at a yield of 6.1 percent.",
        ),
        ("The harbour board voted on Monday.", "Crews feared a lean herring season on Monday."),
    ],
)
def test_the_same_template_is_no_rewording(base: str, version: str) -> None:
    """Another company's results are no rewording of the first one's."""
    links = collate(article(base), article(version)).links

    assert {link.relation for link in links} == {Relation.CUT, Relation.ADDED}


def test_a_sentence_split_with_a_rewritten_half_is_one_link() -> None:
    """Both halves answer to the whole."""
    base = "The board voted to close the pier on Monday and ordered engineers to inspect the lighthouse and its lamps by June."
    version = "The board voted to close the pier on Monday. It told engineers to inspect the lighthouse and the lamps by June."
    links = collate(article(base), article(version)).links

    assert [(link.relation, len(link.version)) for link in links] == [(Relation.SPLIT, 2)]


def test_two_sentences_joined_by_and_are_one_link() -> None:
    """Both sentences answer to the joined one, and the joint is mere wording."""
    base = "The board voted to close the timber pier. The mayor resigned in the evening after a meeting with crews."
    version = base.replace(". The", " and the")
    collation = collate(article(base, CREWS), article(version, CREWS))

    assert [link.relation for link in collation.links] == [Relation.MERGED, Relation.SAME]
    assert {v.rule.value for v in collation.variants} == {"function_word", "capitalisation"}


@pytest.mark.parametrize("width", [40, 69, 100])
def test_hard_wrapped_copy_is_the_same(width: int) -> None:
    """Where lines break is no difference."""
    wrapped = ["\n".join(textwrap.wrap(paragraph, width)) for paragraph in ALL]
    collation = collate(article(*ALL), article(*wrapped))

    assert not collation.variants
    assert collation.summary.same == len(ALL)


@pytest.mark.parametrize("kind", [kind for kind in PassageKind if kind.is_furniture])
def test_furniture_is_linked_with_its_own_kind_only(kind: PassageKind) -> None:
    """Every kind of furniture is kept apart from the story and from other furniture."""
    other = PassageKind.CREDIT if kind is not PassageKind.CREDIT else PassageKind.CONTACT
    base = article(BOARD, (kind, "Tern Press, Quayle desk"), (other, "Tern Press, night desk"))
    same = article(BOARD, (kind, "Tern Press, Quayle"))
    alien = article(BOARD, (PassageKind.PARAGRAPH, "Tern Press, Quayle desk"))

    assert shape(base, same)[1:] == [("edited", [1], [1]), ("cut", [2], NONE)]
    assert ("cut", [1], NONE) in shape(base, alien)
    assert collate(base, alien).summary.furniture_cut == {kind: 1, other: 1}


def test_a_correction_carried_in_other_words_is_carried() -> None:
    """Only a version without any correction lacks it."""
    note = (PassageKind.CORRECTION, "(Corrects the cost in paragraph two.)")
    other = (PassageKind.CORRECTION, "(Corrects the year that the pier was built.)")

    assert collate(article(BOARD, note), article(BOARD)).summary.correction_not_carried
    assert not collate(article(BOARD, note), article(BOARD, note)).summary.correction_not_carried
    assert not collate(article(BOARD, note), article(BOARD, other)).summary.correction_not_carried


def test_an_empty_side_cuts_everything() -> None:
    """A version without a story keeps nothing."""
    empty = article((PassageKind.PROMO, "Read more"))
    collation = collate(article(*ALL), empty)

    assert collation.summary.cut == len(ALL)
    assert collation.summary.kept == 0.0
    assert collate(empty, empty).summary.kept == 1.0


def test_one_long_paragraph_is_collated() -> None:
    """Three thousand words without a break, nor a final stop, are an ordinary case."""
    long = " ".join(f"{p} Crew number {n} left berth {n + 3}." for n in range(30) for p in ALL)
    collation = collate(article(long), article(long.replace("berth 12", "berth 99").rstrip(".")))

    assert [v.rule.value for v in collation.variants] == ["figure"] * 5 + ["punctuation"]


def test_ten_thousand_words_keep_their_links() -> None:
    """Many sentences with shared words find their own partners."""
    names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"]
    lines = [
        f"{names[n % 10]} Lane number {n} was resurfaced by crew {n * 7} with {n + 11} tons of gravel"
        f" before the {names[(n * 3) % 10]} fair opened its gates to visitors from the hills."
        for n in range(400)
    ]
    collation = collate(article(*lines), article(*lines[:200], *lines[210:]))

    assert (collation.summary.same, collation.summary.cut) == (390, 10)
    assert collation.summary.moved == 0


@pytest.mark.parametrize("tag", ["UPDATE 2-", "CORRECTED-", "Exclusive: "])
def test_a_headlines_tag_is_no_change_of_the_story(tag: str) -> None:
    """A tag that only one side carries tells of the take, not of what happened."""
    head, words = PassageKind.HEADLINE, "Harbour board closes the old piers"
    lead = "The harbour board closed the old piers of Quayle on Monday."
    base, version = article((head, words), lead), article((head, tag + words), lead)
    collation = collate(base, version)

    assert collation.variants == ()
    assert [link.relation.value for link in collation.links] == ["same", "same"]
    assert collation.links[0].version[0].of(version.text) == words


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("1:15 p.m.", "2:40 p.m."),
        ("Monday, March 3", "Tuesday, March 4"),
        ("The Latest: Board chief warns Finch to leave the piers alone", "The Latest: Finch says crews will sail"),
    ],
)  # fmt: skip
def test_short_lines_that_share_a_few_words_are_no_rewordings(base: str, version: str) -> None:
    """Hours between the parts of a report, and headings of its parts, are cut and added."""
    relations = {link.relation.value for link in collate(article(base), article(version)).links}

    assert relations == {"cut", "added"}


def test_an_hour_that_stands_in_both_is_the_same() -> None:
    """A heading of a report's part is linked where it is the same."""
    (link,) = collate(article("1:15 p.m."), article("1:15 p.m.")).links

    assert link.relation is Relation.SAME
