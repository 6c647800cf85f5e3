"""Pairs of made-up copy of many kinds, and whether a careful editor takes them for one story.

A story told in words of its own, a follow-up, a digest and a translation are stories of their own: the
program looks for versions of one text. What was expected of each pair was written down before the
program saw it. At first sight, of 62: one report of results among those of one template, and one
follow-up, half of which is background, were joined; all else was as expected.
"""

from collections.abc import Iterator

from story_copy import (
    AUTUMN_DERBY,
    DIGEST,
    FIRE,
    FIRE_LATER,
    FIRE_STORY,
    FRENCH,
    GERMAN,
    HALDEN,
    HALDEN_LATER,
    OBITUARY,
    OBITUARY_OF_ANOTHER,
    OTHER_RULING,
    POLL_HERE,
    POLL_THERE,
    RULING,
    RULING_BRIEF,
    RULING_NEXT_DAY,
    RULING_OWN_WORDS,
    RULING_REWRITTEN,
    SPRING_DERBY,
    SPRING_DERBY_REWRITTEN,
    STORM_ASTA,
    STORM_ASTA_LATER,
    STORM_BIRK,
    TORVIK,
    results,
)
from story_pairs import Pair, text


def pairs() -> Iterator[Pair]:
    """Yield all pairs, with what an editor says of them."""
    yield from _results_pairs()
    yield from _event_pairs()
    yield from _follow_ups()
    yield from _rewritten()
    yield from _cut()
    yield from _others()


def _results_pairs() -> Iterator[Pair]:
    for paragraphs in (2, 3, 4, 6):
        here = results(HALDEN, paragraphs=paragraphs)
        yield Pair(
            "results of two firms", here, results(TORVIK, paragraphs=paragraphs), is_one=False
        )
        later = results(HALDEN_LATER, paragraphs=paragraphs)
        yield Pair("results of two quarters", here, later, is_one=False)
    whole = results(HALDEN)
    yield Pair(
        "results, brief of two paragraphs", whole, results(HALDEN, paragraphs=2), is_one=True
    )
    updated = whole.replace("up 2.1 percent", "down 0.4 percent").replace("0910", "1430")
    yield Pair("results, updated", whole, updated, is_one=True)
    yield Pair(
        "results, corrected", whole, whole.replace("512 million", "521 million"), is_one=True
    )


def _event_pairs() -> Iterator[Pair]:
    yield Pair("two matches", SPRING_DERBY, AUTUMN_DERBY, is_one=False)
    cut = [text(*match.split("\n\n")[:3]) for match in (SPRING_DERBY, AUTUMN_DERBY)]
    yield Pair("two matches", *cut, is_one=False)
    yield Pair("two matches", cut[0], AUTUMN_DERBY, is_one=False)
    yield Pair("a match, rewritten", SPRING_DERBY, SPRING_DERBY_REWRITTEN, is_one=True)
    yield Pair("a match, brief", SPRING_DERBY, cut[0], is_one=True)
    yield Pair("two storms", STORM_ASTA, STORM_BIRK, is_one=False)
    storms = [text(*storm.split("\n\n")[:4]) for storm in (STORM_ASTA, STORM_BIRK)]
    yield Pair("two storms", *storms, is_one=False)
    yield Pair("two storms", storms[0], STORM_BIRK, is_one=False)
    yield Pair("a storm, updated", STORM_ASTA, STORM_ASTA_LATER, is_one=True)
    yield Pair("a storm, updated and cut", storms[0], STORM_ASTA_LATER, is_one=True)
    yield Pair("a storm, brief", STORM_ASTA, text(*STORM_ASTA.split("\n\n")[:2]), is_one=True)
    yield Pair("two polls", POLL_HERE, POLL_THERE, is_one=False)
    yield Pair("two rulings", text(*RULING), text(*OTHER_RULING), is_one=False)
    yield Pair("two rulings", text(*RULING[:2]), text(*OTHER_RULING[:2]), is_one=False)


def _follow_ups() -> Iterator[Pair]:
    whole, follow_up = text(*RULING), text(*RULING_NEXT_DAY)
    yield Pair("follow-up of the next day", whole, follow_up, is_one=False)
    yield Pair("follow-up of the next day", text(*RULING[:6]), follow_up, is_one=False)
    more = text(*RULING_NEXT_DAY[:3], *RULING[1:3], *RULING_NEXT_DAY[3:])
    yield Pair("follow-up, half background", whole, more, is_one=False)
    yield Pair("follow-up, rewritten", follow_up, text(*RULING_NEXT_DAY[:4]), is_one=True)
    yield Pair("follow-up and brief", text(*RULING_BRIEF), follow_up, is_one=False)


def _rewritten() -> Iterator[Pair]:
    whole, again = text(*RULING), text(*RULING_REWRITTEN)
    yield Pair("rewritten, half of it kept", whole, again, is_one=True)
    yield Pair("rewritten and cut", whole, text(*RULING_REWRITTEN[:4]), is_one=True)
    yield Pair("rewritten, a day later", whole, again.replace("May 3", "May 4"), is_one=True)
    own = text(*RULING_OWN_WORDS)
    yield Pair("told in words of its own", whole, own, is_one=False)
    yield Pair("own words around a quotation", whole, text(own, RULING[2]), is_one=False)
    local = text(RULING[0], *RULING_OWN_WORDS[1:3], *RULING[2:5])
    yield Pair("two desks' copy in one", whole, local, is_one=True)
    yield Pair(
        "moved to another dateline", whole, whole.replace("KARSOVA, May", "ORVAL, May"), is_one=True
    )
    yield Pair(
        "a name corrected", whole, whole.replace("Petra Lindahl", "Petra Lindal"), is_one=True
    )
    yield Pair("a name exchanged", whole, whole.replace("Jon Aasen", "Per Aasheim"), is_one=True)
    yield Pair(
        "figures corrected",
        whole,
        whole.replace("six votes to three", "five votes to four"),
        is_one=True,
    )


def _cut() -> Iterator[Pair]:
    whole = text(*RULING)
    for count in (1, 2, 3, 5):
        yield Pair("cut from the end", whole, text(*RULING[:count]), is_one=True)
    yield Pair("brief of two paragraphs", whole, text(*RULING_BRIEF), is_one=True)
    yield Pair("brief of a brief", text(*RULING_BRIEF), text(*RULING_BRIEF[:1]), is_one=True)
    yield Pair("cut in the middle", whole, text(*RULING[:2], *RULING[5:]), is_one=True)
    yield Pair("the end alone", whole, text(*RULING[4:]), is_one=True)
    whole = text(*OBITUARY)
    for count in (1, 2, 4):
        yield Pair("obituary in two lengths", whole, text(*OBITUARY[:count]), is_one=True)
    yield Pair("obituary, shortened within", whole, text(*OBITUARY[:2], OBITUARY[-1]), is_one=True)
    yield Pair("two obituaries", whole, text(*OBITUARY_OF_ANOTHER), is_one=False)
    yield Pair("two obituaries", text(*OBITUARY[:1]), text(*OBITUARY_OF_ANOTHER[:1]), is_one=False)


def _others() -> Iterator[Pair]:
    page = text(*FIRE)
    yield Pair("a live page, later", page, text(*FIRE_LATER), is_one=True)
    yield Pair("a live page, begun", page, text(*FIRE[:3]), is_one=True)
    yield Pair("a live page and a story", page, text(*FIRE_STORY), is_one=False)
    digest = text(*DIGEST)
    yield Pair("digest and a story", digest, text(*RULING), is_one=False)
    yield Pair("digest and a story", digest, STORM_ASTA, is_one=False)
    yield Pair("digest and a story", digest, text(*FIRE_STORY), is_one=False)
    yield Pair("translation", text(*RULING), text(*FRENCH), is_one=False)
    yield Pair("translation", text(*RULING), text(*GERMAN), is_one=False)
