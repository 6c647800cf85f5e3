"""Read the hand-made labels beside the texts they speak of.

The labels hold offsets only (`labels/README.md`); the texts stay in the folder of measuring
data. A text whose hash is another than the label's stops the reading: offsets would lie.
"""

import gzip
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from variorum.collation.values import VariantClass
from variorum.text import Span

LABELS = Path(__file__).parent / "labels"


class Set(StrEnum):
    """Name a set of labelled pairs, each figured by itself."""

    LOOKED_AT = "looked-at"
    OPENED = "opened"
    THIRD = "third"
    MOVES = "moves"
    ASIDE = "aside"
    ASIDE_MOVES = "aside-moves"


_FILES: dict[str, dict[bool, Set]] = {
    "pairs.jsonl": {False: Set.LOOKED_AT, True: Set.OPENED},
    "pairs_third.jsonl": {False: Set.THIRD},
    "pairs_third_moves.jsonl": {False: Set.MOVES},
    "pairs_fourth.jsonl": {True: Set.ASIDE},
    "pairs_fourth_moves.jsonl": {True: Set.ASIDE_MOVES},
}
KEPT_ASIDE = frozenset({Set.ASIDE, Set.ASIDE_MOVES})
"""The sets that nobody looks at while rules are written."""
_MSR = "msr-paraphrase/train/"


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Hold which sentences correspond, by their numbers on each side."""

    base: frozenset[int]
    version: frozenset[int]
    relation: str
    moved: bool

    @property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """Return each pair of sentences that this link ties."""
        return frozenset((one, other) for one in self.base for other in self.version)


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one place where linked sentences differ, and its class."""

    base: Span
    version: Span
    variant_class: VariantClass


@dataclass(frozen=True, slots=True)
class Side:
    """Hold the labelled sentences of one text; a repetition has the number of what it repeats."""

    text: str
    sentences: tuple[Span, ...]
    repeats: tuple[tuple[Span, int], ...]

    def numbers(self, span: Span) -> frozenset[int]:
        """Return the sentences that a span covers to half of the shorter of the two."""
        found = {n for n, sentence in enumerate(self.sentences) if _half(span, sentence)}
        found |= {n for repeat, n in self.repeats if _half(span, repeat)}
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Hold two texts with what a person said of them."""

    name: str
    set_: Set
    base: Side
    version: Side
    links: tuple[GoldLink, ...]
    places: tuple[Place, ...]
    links_only: bool = False
    """Whether nobody said where the linked sentences differ."""

    @property
    def aside(self) -> bool:
        """Tell whether nobody looks at this pair while rules are written."""
        return self.set_ in KEPT_ASIDE


def labelled_pairs(data: Path, sets: Collection[Set] = tuple(Set)) -> list[LabelledPair]:
    """Return the labelled pairs of some sets with their texts.

    Raises `ValueError` where a text is not the one that was labelled.
    """
    found = [
        (of_half[row["aside"]], row)
        for name, of_half in _FILES.items()
        for row in _rows(LABELS / name)
        if of_half[row["aside"]] in sets
    ]
    rows = [row for _, row in found]
    texts = _texts(data, {row[side] for row in rows for side in ("base", "version")})
    for row in rows:
        for side in ("base", "version"):
            digest = hashlib.sha256(texts[row[side]].encode()).hexdigest()
            if digest != row[f"{side}_sha256"]:
                raise ValueError(f"{row[side]} is not the text that was labelled")
    return [_pair(row, texts, set_) for set_, row in found]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _pair(row: dict[str, Any], texts: Mapping[str, str], set_: Set) -> LabelledPair:
    base, version = _side(row, "base", 0, texts), _side(row, "version", 1, texts)
    numbers = [{span: n for n, span in enumerate(side.sentences)} for side in (base, version)]
    links = tuple(
        GoldLink(
            frozenset(numbers[0][Span(*span)] for span in link[0]),
            frozenset(numbers[1][Span(*span)] for span in link[1]),
            link[2],
            number in row["moved"],
        )
        for number, link in enumerate(row["links"])
    )
    places = tuple(
        Place(Span(*one), Span(*other), VariantClass(name)) for one, other, name in row["places"]
    )
    only = row.get("links_only", False)
    return LabelledPair(row["id"], set_, base, version, links, places, only)


def _side(row: dict[str, Any], name: str, column: int, texts: Mapping[str, str]) -> Side:
    linked = [Span(*span) for link in row["links"] for span in link[column]]
    alone = [Span(*span) for span in row[f"{name}_alone"]]
    sentences = tuple(sorted(linked + alone))
    number = {span: n for n, span in enumerate(sentences)}
    repeats = tuple((Span(*one), number[Span(*of)]) for one, of in row[f"{name}_repeats"])
    return Side(texts[row[name]], sentences, repeats)


def _half(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and 2 * common >= min(len(one), len(other))


def _texts(data: Path, names: set[str]) -> dict[str, str]:
    """Return the named texts, each as the labels' README says it is put together."""
    texts = {name: text for name, text in _all(data) if name in names}
    texts |= {name: _sentences(data, name) for name in names if name.startswith(_MSR)}
    if missing := names - texts.keys():
        raise ValueError(f"{len(missing)} labelled texts are not in {data}")
    return texts


def _all(data: Path) -> Iterator[tuple[str, str]]:
    for part in ("census", "spotify", "summit"):
        for row in _lines(data / "crossoutlet" / f"{part}_articles.jsonl.gz"):
            yield f"crossoutlet/{part}/{row['id']}", "\n\n".join(row["paragraphs"])
    for row in _lines(data / "reuters-web" / "articles.jsonl.gz"):
        yield f"reuters-web/{row['id']}", f"{row['headline']}\n\n{row['body']}"
    for row in _lines(data / "reuters21578" / "fields.jsonl.gz"):
        yield f"reuters21578/{row['newid']}", row["text"]
    for row in _lines(data / "ecbplus" / "docs.jsonl.gz"):
        yield f"ecbplus/{row['doc']}", "\n\n".join(row["sentences"])
    for number, row in enumerate(_lines(data / "wikipedia-versions" / "versions.jsonl.gz")):
        for version, text in enumerate(row["versions"]):
            yield f"wikipedia-versions/{number}/{version}", text


def _sentences(data: Path, name: str) -> str:
    """Return one side of some rows of the paraphrase corpus, each a paragraph."""
    rows, side = name.removeprefix(_MSR).split("/")
    table = (data / "msr-paraphrase" / "msr-para-train.tsv").read_text("utf-8-sig").split("\n")
    return "\n\n".join(
        table[int(row)].rstrip("\r").split("\t")[2 + int(side)].strip() for row in rows.split(".")
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
