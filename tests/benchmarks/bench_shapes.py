# ruff: noqa: T201 - a script prints
"""Plant moves, splits and mergers in real copy, and see whether the collation finds these and no others.

Each round does one thing to an article, or all at once, beside house-style, worded and factual
edits. Two rounds move, split and merge nothing: one cuts sentences, adds another story's and prints
some again; one collates notices of one kind of different companies, in which nothing corresponds.
Articles of `wikinews-en` and `reuters-web`, notices of `reuters21578`; every third is kept aside
while rules are written. `--show` prints what came out otherwise on the part that may be looked at.
Run from the root of the checkout: `python tests/benchmarks/bench_shapes.py [--articles N] [--show]`.
"""

import argparse
import gzip
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench_planted import DATA, applied, candidates, several, texts
from label_scores import Found, LinkMiss, LinkScore, linked, score_links, score_shapes
from labelled_pairs import LabelledPair
from planted_shapes import (
    Piece,
    Story,
    labelled,
    with_cuts,
    with_merged,
    with_moved_paragraph,
    with_moved_sentence,
    with_others,
    with_parted,
    with_repeats,
)

from variorum.collation.collate import collate
from variorum.collation.reading.sentences import sentences
from variorum.text import PassageKind
from variorum.wire.reader import read

LEAST_SENTENCES = 9
Deed = Callable[[Story, random.Random], Story]


@dataclass
class Sums:
    """Sum the scores of one round."""

    links: LinkScore = field(default_factory=LinkScore)
    moves: LinkScore = field(default_factory=LinkScore)
    splits: LinkScore = field(default_factory=LinkScore)


def _several(*deeds: Deed) -> Deed:
    def do(story: Story, chance: random.Random) -> Story:
        for deed in deeds:
            story = deed(story, chance)
        return story

    return do


ROUNDS: dict[str, Deed] = {
    "a sentence moved": with_moved_sentence,
    "a paragraph moved": with_moved_paragraph,
    "sentences parted": with_parted,
    "sentences merged": with_merged,
    "moved, cut": _several(with_cuts, with_moved_sentence, with_moved_paragraph),
    "all at once": _several(
        with_parted, with_merged, with_cuts, with_moved_paragraph, with_moved_sentence, with_repeats
    ),
    "nothing moved": _several(with_cuts, with_repeats),
}
WITH_OTHERS = {"all at once", "nothing moved"}


def stories(most: int) -> list[tuple[str, list[list[tuple[int, int]]]]]:
    """Return texts of paragraphs only, with where their sentences stand."""
    found: list[tuple[str, list[list[tuple[int, int]]]]] = []
    for text in list(texts())[1::2]:
        article = read(text)
        rows: dict[int, list[str]] = {}
        for sentence in sentences(article):
            if article.passages[sentence.passage].kind is PassageKind.PARAGRAPH:
                words = " ".join(sentence.span.of(article.text).split())
                rows.setdefault(sentence.passage, []).append(words)
        if LEAST_SENTENCES <= sum(map(len, rows.values())) <= 60:
            found.append(_laid_out(list(rows.values())))
        if len(found) == most:
            break
    return found


def _laid_out(rows: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    text, places = "", list[list[tuple[int, int]]]()
    for row in rows:
        text += "\n\n" * bool(text)
        places.append([])
        for n, words in enumerate(row):
            text += " " * bool(n)
            places[-1].append((len(text), len(text) + len(words)))
            text += words
    return text, places


def edited(text: str, rows: Sequence[Sequence[tuple[int, int]]], chance: random.Random) -> Story:
    """Return a story with some edits in its sentences."""
    edits = several(text, candidates(text, chance))[: chance.randrange(0, 9)]
    return _story([[applied(text, edits, a, b) for a, b in row] for row in rows])


def _story(rows: Sequence[Sequence[str]]) -> Story:
    numbers = iter(range(10_000))
    return [[Piece(text, frozenset({next(numbers)})) for text in row] for row in rows]


def measure(pair: LabelledPair, sums: Sums) -> list[LinkMiss]:
    """Collate a pair and add what was found."""
    collation = collate(read(pair.base.text), read(pair.version.text))
    found: list[Found] = linked(collation)
    return [
        *score_links(pair, found, sums.links),
        *score_shapes(pair, collation, sums.moves, sums.splits),
    ]


def notices(most: int) -> list[str]:
    """Return notices of results, each of another company."""
    path = DATA / "reuters21578" / "fields.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = [row for row in rows if row["topics"] == ["earn"] and 60 < row["body_chars"] < 1500]
    return [row["text"] for row in random.Random(7).sample(chosen, min(most, len(chosen)))]


def _show(name: str, sums: Sums) -> None:
    print(f"  {name:<20} links F1 {sums.links.f1:.4f}  {_line(sums.links)}")
    for kind, score in (("moves", sums.moves), ("splits, mergers", sums.splits)):
        if score.precision.of or score.recall.of:
            print(f"  {'':<20} {kind:<16}  {_line(score)}")


def _line(score: LinkScore) -> str:
    return f"P {score.precision}  R {score.recall}"


def _print(name: str, pair: LabelledPair, misses: Sequence[LinkMiss]) -> None:
    for miss in misses:
        print(f"{miss.kind} ({name})")
        for text, spans in ((pair.base.text, miss.base), (pair.version.text, miss.version)):
            print("   ", " + ".join(f"[{s.start}] {s.of(text)[:150]!r}" for s in spans))


def main(most: int, *, show: bool) -> None:
    """Print the figures of every round, seen and aside."""
    sums = {(name, aside): Sums() for name in (*ROUNDS, "together") for aside in (False, True)}
    chosen = stories(most)
    for number, (text, rows) in enumerate(chosen):
        aside = number % 3 == 0
        base = _story([[text[a:b] for a, b in row] for row in rows])
        for name, deed in ROUNDS.items():
            chance = random.Random(f"{number} {name}")
            version = deed(edited(text, rows, chance), chance)
            if name in WITH_OTHERS:
                other, places = chosen[(number * 7 + 1) % len(chosen)]
                added = [other[a:b] for row in places[1:4] for a, b in row]
                version = with_others(version, added, chance)
            pair = labelled(name, base, version)
            misses = measure(pair, sums[name, aside])
            measure(pair, sums["together", aside])
            if show and not aside:
                _print(name, pair, misses)
    for aside in (False, True):
        print("kept aside" if aside else "may be looked at")
        for name in (*ROUNDS, "together"):
            _show(name, sums[name, aside])
    _show_notices(notices(most))


def _show_notices(found: Sequence[str]) -> None:
    """Print how many sentences were linked where nothing corresponds."""
    links = whole = 0
    for one, other in zip(found[::2], found[1::2], strict=False):
        collation = collate(read(one), read(other))
        links += len(linked(collation))
        whole += len(collation.links)
    print(f"notices of different companies: {links} links among {whole} sentences and links")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    main(arguments.articles, show=arguments.show)
