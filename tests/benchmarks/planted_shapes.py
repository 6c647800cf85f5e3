"""Move, split, merge, cut, add and repeat the sentences of real copy, and say what was done.

A story is paragraphs of pieces; each piece knows which sentences of the base it holds. What moved
is told here by its own rule, quadratic and plain: beside the heaviest chain by words.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from label_scores import GoldLink, LabelledPair
from labelled_pairs import Set, Side

from variorum.text import Span

_SAME_SPEAKER = r"(?:he|she|it|they|the|its|their|officials|police|analysts|[A-Z][a-z]+)"
_PARTINGS = (
    (re.compile(rf"(.{{40,}}[a-z]), and ({_SAME_SPEAKER} .{{30,}})"), ""),
    (re.compile(rf"(.{{40,}}[a-z]), but ({_SAME_SPEAKER} .{{30,}})"), "But "),
    (re.compile(rf"(.{{40,}}[a-z]), while ({_SAME_SPEAKER} .{{30,}})"), "Meanwhile, "),
    (re.compile(r"(.{40,}[a-z]); (.{30,})"), ""),
    (re.compile(r"(.{40,}[a-z]), which ((?:is|was|has|had|will|would) .{25,})"), "It "),
    (re.compile(r"(.{40,}[a-z]), who ((?:is|was|has|had|will|would) .{25,})"), "He "),
    (re.compile(r"(.{40,}[a-z]),? adding that (.{25,})"), "He added that "),
)
_LITTLE_STARTS = frozenset(["The", "A", "An", "It", "He", "She", "They", "In", "On", "At", "This", "That", "These", "Those", "Its", "His", "Her", "Their", "There"])  # fmt: skip
_JOINTS = (", and ", "; ", ", while ")
_PLAIN = re.compile(r"[A-Z][^\"“”]*[a-z)]\.")


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a sentence of a version, and the numbers of the base's sentences that it tells."""

    text: str
    of: frozenset[int]


Story = list[list[Piece]]


def parted(piece: Piece) -> tuple[Piece, Piece] | None:
    """Return a sentence as two, as a sub-editor would part it."""
    if len(piece.of) != 1:
        return None
    for pattern, start in _PARTINGS:
        match = pattern.fullmatch(piece.text)
        if match and all(half.count('"') % 2 == 0 for half in match.groups()):
            first, second = match.groups()
            second = start + second if start else second[0].upper() + second[1:]
            return Piece(f"{first}.", piece.of), Piece(second, piece.of)
    return None


def merged(one: Piece, other: Piece, chance: random.Random) -> Piece | None:
    """Return two sentences as one."""
    texts = one.text, other.text
    short = all(6 <= len(text.split()) <= 28 for text in texts)
    if not short or not all(_PLAIN.fullmatch(text) for text in texts) or one.of & other.of:
        return None
    second = other.text
    if second.split()[0] in _LITTLE_STARTS:
        second = second[0].lower() + second[1:]
    return Piece(one.text[:-1] + chance.choice(_JOINTS) + second, one.of | other.of)


def with_moved_sentence(story: Story, chance: random.Random) -> Story:
    """Move a sentence of some length over at least twice its words."""
    flat = [(p, n) for p, row in enumerate(story) for n in range(len(row))]
    words = [len(story[p][n].text.split()) for p, n in flat]
    source = chance.choice([n for n, count in enumerate(words) if count >= 8] or [0])
    targets = [
        t
        for t in range(len(flat))
        if sum(words[min(t, source) : max(t, source)]) - words[source] * (t > source)
        > 2 * words[source]
    ]
    if not targets:
        return story
    paragraph, number = flat[source]
    piece = story[paragraph][number]
    there, before = flat[chance.choice(targets)]
    found = [list(row) for row in story]
    found[there].insert(before, piece)
    del found[paragraph][number + (there == paragraph and before <= number)]
    return [row for row in found if row]


def with_moved_paragraph(story: Story, chance: random.Random) -> Story:
    """Move a paragraph over at least twice its words."""
    words = [sum(len(piece.text.split()) for piece in row) for row in story]
    source = chance.randrange(len(story))
    targets = [
        t
        for t in range(len(story))
        if sum(words[min(t, source + 1) : max(t + 1, source)]) - words[source] * (t > source)
        > 2 * words[source]
    ]
    if not targets:
        return story
    found = [list(row) for row in story]
    found.insert(chance.choice(targets), found.pop(source))
    return found


def with_parted(story: Story, chance: random.Random) -> Story:
    """Part up to three sentences, half of them into two paragraphs."""
    places = [(p, n) for p, row in enumerate(story) for n, one in enumerate(row) if parted(one)]
    chosen = set(chance.sample(places, min(3, len(places))))
    found: Story = []
    for p, row in enumerate(story):
        found.append([])
        for n, piece in enumerate(row):
            halves = parted(piece) if (p, n) in chosen else None
            if not halves:
                found[-1].append(piece)
                continue
            found[-1].append(halves[0])
            if chance.random() < 0.5:
                found.append([])
            found[-1].append(halves[1])
    return found


def with_merged(story: Story, chance: random.Random) -> Story:
    """Merge up to three neighbours of one paragraph."""
    found, left = [list(row) for row in story], 3
    for row in found:
        for n in range(len(row) - 1):
            one = merged(row[n], row[n + 1], chance) if left and chance.random() < 0.6 else None
            if one:
                row[n : n + 2] = [one]
                left -= 1
                break
    return found


def with_cuts(story: Story, chance: random.Random) -> Story:
    """Cut about a fifth of the sentences."""
    found = [[piece for piece in row if chance.random() > 0.2] for row in story]
    return [row for row in found if row]


def with_others(story: Story, others: Sequence[str], chance: random.Random) -> Story:
    """Add sentences of another story, as where two wires are merged."""
    found = [list(row) for row in story]
    for text in others:
        place = chance.randrange(len(found) + 1)
        if chance.random() < 0.5 and place < len(found):
            found[place].append(Piece(text, frozenset()))
        else:
            found.insert(place, [Piece(text, frozenset())])
    return found


def with_repeats(story: Story, chance: random.Random) -> Story:
    """Print a sentence or two once more further down, as live pages and captions do."""
    found = [list(row) for row in story]
    for _ in range(2):
        row = chance.choice(story)
        found.append([Piece(chance.choice(row).text, frozenset())])
    return found


def labelled(name: str, base: Story, version: Story) -> LabelledPair:
    """Return the two stories with what became of each sentence."""
    one, spans = _written(base)
    other, others = _written(version)
    number = {n: place for place, piece in enumerate(_flat(base)) for n in piece.of}
    groups: list[tuple[set[int], set[int]]] = []
    for place, piece in enumerate(_flat(version)):
        for n in sorted(piece.of):
            mine = next((g for g in groups if number[n] in g[0] or place in g[1]), None)
            if mine is None:
                groups.append(({number[n]}, {place}))
            else:
                mine[0].add(number[n])
                mine[1].add(place)
    words = [min(_words(one, spans, g[0]), _words(other, others, g[1])) for g in groups]
    stays = _heaviest([(min(g[0]), min(g[1])) for g in groups], words)
    links = tuple(
        GoldLink(frozenset(g[0]), frozenset(g[1]), _relation(g), place not in stays)
        for place, g in enumerate(groups)
    )
    return LabelledPair(
        name, Set.LOOKED_AT, Side(one, spans, ()), Side(other, others, ()), links, ()
    )


def _relation(group: tuple[set[int], set[int]]) -> str:
    if len(group[0]) > 1:
        return "merged"
    return "split" if len(group[1]) > 1 else "edited"


def _flat(story: Story) -> Iterator[Piece]:
    return (piece for row in story for piece in row)


def _written(story: Story) -> tuple[str, tuple[Span, ...]]:
    text, spans = "", list[Span]()
    for row in story:
        text += "\n\n" * bool(text)
        for n, piece in enumerate(row):
            text += " " * bool(n)
            spans.append(Span(len(text), len(text) + len(piece.text)))
            text += piece.text
    return text, tuple(spans)


def _words(text: str, spans: Sequence[Span], numbers: set[int]) -> int:
    return sum(len(spans[n].of(text).split()) for n in numbers)


def _heaviest(places: Sequence[tuple[int, int]], words: Sequence[int]) -> set[int]:
    """Return the links of the heaviest chain that crosses nowhere, by trying all."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    best: dict[int, tuple[int, int]] = {}
    for at, n in enumerate(order):
        before = [(best[m][0], m) for m in order[:at] if places[m][1] < places[n][1]]
        weight, last = max(before, default=(0, -1))
        best[n] = weight + words[n], last
    n = max(best, key=lambda m: best[m][0], default=-1)
    stays: set[int] = set()
    while n >= 0:
        stays.add(n)
        n = best[n][1]
    return stays
