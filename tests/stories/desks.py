"""Make families of versions whose descent is known: desks that edit what another desk printed."""

import random
from dataclasses import dataclass

from variorum.text import Article, Passage, PassageKind, Span

_WHO = ("The harbour board", "Mayor Ilsa Thorne", "The pilots' guild", "Judge Oren Vale",
        "The ferry company", "A dockers' union", "The island council", "Minister Petra Lund")  # fmt: skip
_DID = (
    "approved",
    "rejected",
    "delayed",
    "praised",
    "cancelled",
    "reviewed",
    "defended",
    "revised",
)
_WHAT = ("the dredging contract", "a toll on lorries", "the winter timetable", "the new pier",
         "a ban on night sailings", "the pension scheme", "the rescue fund", "the quay repairs")  # fmt: skip
_WHEN = ("in March", "after a vote", "despite protests", "without debate", "for a second time",
         "late in the session", "under pressure", "before the recess")  # fmt: skip
_MORE = ("officials said", "records show", "a spokesman said", "minutes of the meeting show")


def sentence(chance: random.Random) -> str:
    """Make up a sentence that hardly comes twice."""
    count = chance.randrange(3, 900)
    parts = (
        chance.choice(_WHO),
        chance.choice(_DID),
        f"{chance.choice(_WHAT)} of {count} berths near {_place(chance)}",
        f"{chance.choice(_WHEN)},",
        f"{chance.choice(_MORE)}.",
    )
    return " ".join(parts)


def _place(chance: random.Random) -> str:
    sounds = ("mer", "hal", "vik", "sund", "bor", "tan", "gar", "lod", "nes", "fal")
    return "".join(chance.choices(sounds, k=3)).capitalize()


def printed(sentences: list[str]) -> Article:
    """Return sentences as an article, a paragraph each."""
    passages: list[Passage] = []
    text = ""
    for number, words in enumerate(sentences):
        start = len(text)
        text += words + ("\n\n" if number + 1 < len(sentences) else "")
        whole, inner = Span(start, len(text)), Span(start, start + len(words))
        passages.append(Passage(PassageKind.PARAGRAPH, whole, inner))
    return Article(text, tuple(passages), language="en")


def edited(sentences: list[str], chance: random.Random, *, deeds: int) -> list[str]:
    """Return sentences as another desk prints them, after some deeds of its own."""
    lines = list(sentences)
    for _ in range(deeds):
        place = chance.randrange(len(lines))
        deed = chance.choice(("figure", "figure", "word", "word", "cut", "add", "tail", "move"))
        words = lines[place].split(" ")
        if deed == "figure":
            figures = [n for n, word in enumerate(words) if word.isdecimal()]
            if figures:
                words[chance.choice(figures)] = str(chance.randrange(3, 900))
                lines[place] = " ".join(words)
        elif deed == "word":
            verbs = [n for n, word in enumerate(words) if word in _DID]
            if verbs:
                words[chance.choice(verbs)] = chance.choice(_DID)
                lines[place] = " ".join(words)
        elif deed == "cut" and len(lines) > 4:
            del lines[place]
        elif deed == "tail" and len(lines) > 8:
            del lines[-chance.randrange(1, 3) :]
        elif deed == "add":
            lines.insert(place, sentence(chance))
        elif deed == "move":
            lines.insert(chance.randrange(len(lines)), lines.pop(place))
    return lines


@dataclass(frozen=True, slots=True)
class Family:
    """Hold a base with its versions, and from which each was made; the base is None."""

    base: Article
    versions: tuple[Article, ...]
    truth: tuple[int | None, ...]


def family(
    chance: random.Random, *, versions: int, deeds: int, length: int = 14, chain: bool = False
) -> Family:
    """Make a family: a chain, or a tree in which any printing may be the next one's copy."""
    lines = [[sentence(chance) for _ in range(length)]]
    truth: list[int | None] = []
    for number in range(versions):
        parent = number if chain else chance.randrange(number + 1)
        lines.append(edited(lines[parent], chance, deeds=deeds))
        truth.append(parent - 1 if parent else None)
    base, *others = map(printed, lines)
    return Family(base, tuple(others), tuple(truth))
