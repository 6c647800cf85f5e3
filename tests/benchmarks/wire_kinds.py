# ruff: noqa: T201 - a script prints
"""Measure the kinds of passages against pages that were labelled by hand, for bench_wire.

The labels hold offsets and kinds only; the half whose hash is odd is kept aside while rules are
written. A label counts as read when the passages that cover most of it have its kind; a
sentence of the story is found when no part of it was set apart.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from variorum.collation.reading.sentences import sentences
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire.reader import read

LABELS = Path(__file__).parent / "labels" / "crossoutlet_kinds.jsonl"
BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Where each band of confidence begins."""


class Label(NamedTuple):
    """Hold a stretch of a page and the kind that a person gave it."""

    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Page:
    """Hold a labelled page."""

    name: str
    part: str
    text: str
    labels: tuple[Label, ...]


def pages(data: Path) -> Iterator[Page]:
    """Yield the labelled pages; one whose text changed is passed over and named."""
    texts: dict[tuple[str, int], str] = {}
    for file in sorted((data / "crossoutlet").glob("*_articles.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                texts[file.name, row["id"]] = "\n\n".join(row["paragraphs"])
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = texts.get((row["file"], row["id"]))
        if text is None:
            print(f"  no page {row['file']} {row['id']}")
            continue
        yield Page(
            name=f"{row['file'].split('_')[0]}/{row['id']}",
            part="aside" if int(row["sha256"], 16) % 2 else "seen",
            text=text,
            labels=tuple(
                Label(Span(start, end), PassageKind(kind)) for start, end, kind in row["spans"]
            ),
        )


def measure(data: Path, *, show: bool) -> None:
    """Print F1 per kind and in all, the story's sentences that were kept, and calibration."""
    pairs: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    kept: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    bands: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for page in pages(data):
        article = read(page.text)
        for label in page.labels:
            passage = _most(article, label.span)
            pairs[page.part][label.kind, passage.kind] += 1
            band = max(start for start in BANDS if start <= passage.confidence)
            bands[band][0] += label.kind is passage.kind
            bands[band][1] += 1
            if show and page.part == "seen" and label.kind is not passage.kind:
                said = label.span.of(page.text)[:90]
                print(
                    f"  ≠ {page.name} {passage.kind} {passage.confidence} for {label.kind}: {said!r}"
                )
        found, total = _sentences_kept(article, page)
        kept[page.part][0] += found
        kept[page.part][1] += total
    for part in ("seen", "aside"):
        _print_kinds(part, pairs[part])
        found, total = kept[part]
        print(f"kinds {part:6} story sentences kept {found}/{total} {100 * found / total:6.2f} %")
    for band in BANDS:
        right, total = bands[band]
        print(f"confidence from {band:4.2f}: {right}/{total} {100 * right / max(1, total):6.1f} %")


def boilerplate(data: Path) -> None:
    """Print which blocks of snippets that people labelled are read as story, by their label."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in (data / "crossoutlet" / "boilerplate_labels.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        article = read("\n\n".join(p.strip() for p in row["text"].split("###") if p.strip()))
        read_as = {article.words_of(p): p.kind for p in article.passages}
        for block in row["snippet"].split("###"):
            kind = read_as.get(block.strip())
            if kind is not None:
                counts[row["label"]][0] += kind.is_story
                counts[row["label"]][1] += 1
    for label, (story, total) in sorted(counts.items()):
        print(f"blocks labelled {label:16} read as story {story}/{total}")


def _most(article: Article, span: Span) -> Passage:
    """Return the passage that covers the most of a span."""
    return max(
        article.passages,
        key=lambda p: min(p.words.end, span.end) - max(p.words.start, span.start),
    )


def _sentences_kept(article: Article, page: Page) -> tuple[int, int]:
    """Count the sentences of the labelled story, and those of which nothing was set apart."""
    spans = [label for label in page.labels if label.kind.is_story]
    gold = _gold(article, page)
    apart = [p.words for p in article.passages if p.kind.is_furniture]
    inside = [s for s in gold if any(label.span.overlaps(s) for label in spans)]
    return sum(not any(a.overlaps(s) for a in apart) for s in inside), len(inside)


def _gold(article: Article, page: Page) -> list[Span]:
    """Return the sentences of a page that was read as a person labelled it."""
    starts = [0, *(label.span.start for label in page.labels[1:]), len(page.text)]
    passages = tuple(
        Passage(label.kind, Span(starts[n], starts[n + 1]), label.span)
        for n, label in enumerate(page.labels)
    )
    labelled = replace(article, passages=passages, dateline=None)
    return [sentence.span for sentence in sentences(labelled)]


def _print_kinds(part: str, pairs: Counter[tuple[str, str]]) -> None:
    """Print precision, recall and F1 of each kind, and the share of all labels that is right."""
    right = 0
    for kind in PassageKind:
        both = pairs[kind, kind]
        right += both
        gold = sum(n for (label, _), n in pairs.items() if label == kind)
        ours = sum(n for (_, found), n in pairs.items() if found == kind)
        if gold or ours:
            precision, recall = both / max(1, ours), both / max(1, gold)
            f1 = 2 * both / (gold + ours)
            print(
                f"kinds {part:6} {kind:10} P {precision:5.3f} R {recall:5.3f} F1 {f1:5.3f}"
                f"  ({gold} labelled, {ours} read)"
            )
    total = sum(pairs.values())
    print(f"kinds {part:6} micro F1 {right / total:5.3f} ({right}/{total})")
