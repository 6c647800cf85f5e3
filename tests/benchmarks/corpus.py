"""Make a large corpus of news whose truth is known, out of real copy by recombination.

    python tests/benchmarks/corpus.py FOLDER --articles 100000 [--files 1000] [--data FOLDER OF DATA]

A sentence is the beginning of one real sentence and the end of another of its kind, joined
where both have the same two words; each story gives names and figures of its own to what it
takes. So three words in a row are as common or rare as in real copy, and no two stories
share a passage by accident. A part are notices of one template, which are never versions of
one another; a part of the others get versions: what a desk does to copy, planted.

`articles.jsonl` is a corpus to import; `truth.jsonl` says of each of its lines, in the same
order, which story and kind it is of. The same seed makes the same files. They hold real
copy, and never go into the repository.
"""

import argparse
import csv
import gzip
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from planted_edits import DAYS, MONTHS

DATA = Path(__file__).parents[3] / "shared" / "data"
SEED = 1987

_SENTENCE = re.compile(r"(?<=[.!?][\"'”’])\s+|(?<=[a-z0-9)][.!?])\s+(?=[\"“A-Z])")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}")
_FIGURE = re.compile(r"\d+")
_KNOWN = {*DAYS, *MONTHS}
_OUTLETS = [f"The {place} {paper}" for place in ("Saltholm", "Merrow", "Karsova", "Lindfjord", "Osk")
            for paper in ("Courier", "Times", "Post", "Herald", "Star", "Mail")]  # fmt: skip
_AGENCIES = ["Northline", "Reuters", "AP", "AFP"]


@dataclass(slots=True)
class Kind:
    """Hold the real copy of one kind: its sentences, and where two words stand in them."""

    name: str
    sentences: list[list[str]] = field(default_factory=list[list[str]])
    titles: list[list[str]] = field(default_factory=list[list[str]])
    lengths: list[int] = field(default_factory=list[int])
    """Sentences of each real story."""
    joints: dict[tuple[str, str], list[tuple[int, int]]] = field(
        default_factory=dict[tuple[str, str], list[tuple[int, int]]]
    )
    names: list[str] = field(default_factory=list[str])

    def take(self, title: str, text: str) -> None:
        """Take a real story apart."""
        parts = [part.split() for part in _SENTENCE.split(" ".join(text.split()))]
        parts = [words for words in parts if 4 <= len(words) <= 60]
        if len(parts) < 2:
            return
        for words in parts:
            number = len(self.sentences)
            self.sentences.append(words)
            for at in range(2, len(words) - 2):
                self.joints.setdefault((words[at], words[at + 1]), []).append((number, at))
            self.names += [n for n in _NAME.findall(" ".join(words)) if n not in _KNOWN]
        self.lengths.append(len(parts))
        if len(title.split()) > 2:
            self.titles.append(title.split())

    def sentence(self, chance: random.Random) -> str:
        """Return a sentence that nobody wrote."""
        words = chance.choice(self.sentences)
        for _ in range(2):
            at = chance.randrange(2, max(3, len(words) - 2))
            others = self.joints.get((words[at], words[at + 1]), [])
            if len(others) > 1:
                number, place = chance.choice(others)
                words = [*words[:at], *self.sentences[number][place:]][:70]
        return " ".join(words)

    def title(self, chance: random.Random) -> str:
        """Return a headline that nobody wrote."""
        one, other = chance.choice(self.titles), chance.choice(self.titles)
        return " ".join([*one[: 1 + len(one) // 2], *other[len(other) // 2 :]])


@dataclass(frozen=True, slots=True)
class Copy:
    """Hold a story as one desk has it."""

    title: str
    paragraphs: tuple[str, ...]
    source: str
    day: date
    place: str


def kinds(data: Path) -> list[Kind]:
    """Return the real copy, by kind."""
    wire, web, notes = Kind("wire"), Kind("web"), Kind("notes")
    with gzip.open(data / "reuters21578" / "fields.jsonl.gz", "rt") as lines:
        for line in lines:
            row = json.loads(line)
            if row["type"] == "NORM":
                body = row["text"].split(" - ", 1)[-1]
                wire.take(row["title"] or "", body.replace("REUTER", ""))
    with gzip.open(data / "reuters-web" / "articles.jsonl.gz", "rt") as lines:
        for line in lines:
            row = json.loads(line)
            web.take(row["headline"], row["body"].split(" - ", 1)[-1])
    for name in ("census", "spotify", "summit"):
        with gzip.open(data / "crossoutlet" / f"{name}_articles.jsonl.gz", "rt") as lines:
            for line in lines:
                web.take("", " ".join(json.loads(line)["paragraphs"]))
    with (data / "wikinews-en" / "wikinews_2019.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            notes.take(row["title"], row["text"])
    return [wire, web, notes]


class Maker:
    """Make stories and their versions."""

    def __init__(self, stock: Sequence[Kind], *, seed: int) -> None:
        self._stock = stock
        self._chance = random.Random(seed)
        self._templates: list[tuple[str, str]] = []

    def stories(self) -> Iterator[tuple[str, list[Copy]]]:
        """Yield stories without end: their kind, and their versions."""
        chance = self._chance
        while True:
            draw = chance.random()
            if draw < 0.12:
                yield "template", [self._notice()]
            elif draw < 0.78:
                yield "alone", [self._story()]
            else:
                yield "versions", self._versions(self._story())

    def _story(self) -> Copy:
        chance = self._chance
        kind = chance.choices(self._stock, weights=[5, 4, 1])[0]
        count = max(3, min(60, chance.choice(kind.lengths)))
        renamed = self._renaming(kind)
        sentences = [renamed(kind.sentence(chance)) for _ in range(count)]
        paragraphs = list[str]()
        while sentences:
            size = chance.choice((1, 1, 2, 2, 3))
            paragraphs.append(" ".join(sentences[:size]))
            sentences = sentences[size:]
        day = date(2018, 1, 1) + timedelta(days=chance.randrange(730))
        source = chance.choice(_AGENCIES if chance.random() < 0.5 else _OUTLETS)
        place = chance.choice(kind.names).upper()
        return Copy(renamed(kind.title(chance)), tuple(paragraphs), source, day, place)

    def _renaming(self, kind: Kind) -> Callable[[str], str]:
        """Return how one story calls its people and places, and what its figures are."""
        chance = self._chance
        given = dict[str, str]()

        def name(match: re.Match[str]) -> str:
            word = match[0]
            if word in _KNOWN:
                return word
            if word not in given:
                given[word] = chance.choice(kind.names) if chance.random() < 0.7 else word
            return given[word]

        def figure(match: re.Match[str]) -> str:
            size = len(match[0])
            return str(chance.randrange(10 ** (size - 1), 10**size))

        return lambda words: _FIGURE.sub(figure, _NAME.sub(name, words))

    def _notice(self) -> Copy:
        """Return a notice of a template: another company, other figures, the same words."""
        chance, wire = self._chance, self._stock[0]
        if len(self._templates) < 60:
            words = [wire.sentence(chance) for _ in range(chance.randint(2, 7))]
            self._templates.append((wire.title(chance), "\n".join(words)))
        title, body = chance.choice(self._templates)
        renamed = self._renaming(wire)
        firm = " ".join(chance.sample(wire.names, 2))
        day = date(2018, 1, 1) + timedelta(days=chance.randrange(730))
        paragraphs = f"{firm} Inc said: {renamed(body)}".split("\n")
        return Copy(f"{firm} {renamed(title)}", tuple(paragraphs), "Northline", day, firm.upper())

    def _versions(self, first: Copy) -> list[Copy]:
        chance = self._chance
        found = [first]
        for _ in range(min(12, 1 + int(chance.expovariate(0.6)))):
            found.append(self._version(chance.choice(found)))
        return found

    def _version(self, copy: Copy) -> Copy:
        """Return what another desk, or the same one later, made of a story."""
        chance = self._chance
        paragraphs = list(copy.paragraphs)
        if chance.random() < 0.5:
            paragraphs = paragraphs[: max(2, int(len(paragraphs) * chance.uniform(0.35, 0.95)))]
        if chance.random() < 0.3:
            kind = chance.choice(self._stock[:2])
            renamed = self._renaming(kind)
            new = [renamed(kind.sentence(chance)) for _ in range(chance.randint(1, 3))]
            at = chance.randint(1, len(paragraphs))
            paragraphs[at:at] = new
        if chance.random() < 0.2 and len(paragraphs) > 3:
            moved = paragraphs.pop(chance.randrange(2, len(paragraphs)))
            paragraphs.insert(chance.randrange(1, len(paragraphs)), moved)
        share = chance.choice((0, 0, 0.01, 0.02, 0.04))
        paragraphs = [self._edited(words, share) for words in paragraphs]
        same_desk = chance.random() < 0.35
        return Copy(
            copy.title if chance.random() < 0.5 else self._edited(copy.title, 0.15),
            tuple(paragraphs),
            copy.source if same_desk else chance.choice(_OUTLETS),
            copy.day + timedelta(days=chance.choice((0, 0, 0, 1, 2))),
            copy.place,
        )

    def _edited(self, text: str, share: float) -> str:
        """Return a text with some words left out, said twice over or put for one another."""
        chance = self._chance
        words = text.split()
        for number in range(len(words)):
            if chance.random() < share:
                words[number] = chance.choice(("", words[number - 1], "now", "a", "also"))
        if share and chance.random() < 0.3:
            words = _FIGURE.sub(lambda m: str(int(m[0]) + 1), " ".join(words)).split()
        return " ".join(word for word in words if word)


def texts(
    stock: Sequence[Kind], *, count: int, seed: int = SEED
) -> Iterator[tuple[int, str, Copy]]:
    """Yield articles in the order of their days, each with its story and kind."""
    made: list[tuple[int, str, Copy]] = []
    for number, (kind, versions) in enumerate(Maker(stock, seed=seed).stories()):
        made += [(number, kind, copy) for copy in versions]
        if len(made) >= count:
            break
    made.sort(key=lambda each: each[2].day)
    yield from made[:count]


def as_text(copy: Copy) -> str:
    """Return a story as a plain text of the wire."""
    day = f"{MONTHS[copy.day.month - 1]} {copy.day.day}"
    first, *rest = copy.paragraphs
    lead = f"{copy.place}, {day} ({copy.source}) - {first}" if copy.source in _AGENCIES else first
    return "\n\n".join([lead, *rest])


def write(folder: Path, *, count: int, files: int = 0, data: Path = DATA, seed: int = SEED) -> int:
    """Write a corpus, its truth and some single files; return how many bytes of text it has."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as articles,
        (folder / "truth.jsonl").open("w", encoding="utf-8") as truth,
    ):
        for number, (story, kind, copy) in enumerate(texts(kinds(data), count=count, seed=seed)):
            text = as_text(copy)
            size += len(text.encode())
            row = {"id": number, "title": copy.title, "source": copy.source,
                   "date": copy.day.isoformat(), "text": text}  # fmt: skip
            articles.write(json.dumps(row, ensure_ascii=False) + "\n")
            truth.write(json.dumps({"story": story, "kind": kind}) + "\n")
            if number < files:
                inside = folder / "files" / f"{number // 1000:03}"
                inside.mkdir(parents=True, exist_ok=True)
                file = inside / f"{number:06}.txt"
                file.write_text(f"{copy.title}\n\n{text}\n", encoding="utf-8")
    return size


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    began = time.perf_counter()
    size = write(given.folder, count=given.articles, files=given.files, data=given.data)
    seconds = time.perf_counter() - began
    sys.stdout.write(
        f"{given.articles:,} articles, {size / 1e6:,.1f} MB of text, {seconds:.0f} s\n"
    )


if __name__ == "__main__":
    main()
