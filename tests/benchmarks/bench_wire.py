# ruff: noqa: T201 - a script prints
"""Measure the wire reader on real copy: what it reads right, and how fast.

Every third article of each set is kept aside while rules are written; both figures are
printed. `--show NAME` prints disagreements of one figure on the part that may be looked at.
Run from the root of the checkout: `python tests/benchmarks/bench_wire.py [--show NAME]`.
"""

import argparse
import csv
import datetime as dt
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import wire_kinds

from variorum.text import Article, LineageKind, PassageKind
from variorum.wire import datelines
from variorum.wire.reader import read

DATA = Path(__file__).parents[3] / "shared" / "data"
_VERDICTS = Path(__file__).parent / "labels" / "reuters_web_datelines.jsonl"
"""Where ours and the silver disagree: an article's id, where our dateline stands, who is right."""
_R21_DATELINE = re.compile(r"^(?P<place>.+?),?\s+(?P<month>[A-Z][a-z]{2,8})\.?\s?(?P<day>\d{1,2})$")
_RN_OPENING = re.compile(
    r"(?:^|[a-z)] )(?P<place>[A-Z][A-Z .,'/-]+?(?:,\s?[A-Z][\w. ]+)?)?\s*(?:[A-Z][a-z]{2,8} \d{1,2} )?\(Reuters\)\s?-"
)
_CREDIT = re.compile(r"\((?:Reporting|Additional reporting|Writing|Editing)\b[^()]{3,600}\)")
_PROSE = re.compile(r"[a-z].{110,}[.!?][\"”']?$", re.DOTALL)

_PLAIN_FURNITURE = {PassageKind.COPYRIGHT, PassageKind.CREDIT}
"""Their marks leave no doubt."""


@dataclass
class Figures:
    """Count rights and wrongs by figure and part, and keep examples of the wrongs."""

    show: str = ""
    counts: dict[tuple[str, str], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    shown: int = 0

    def add(self, name: str, part: str, *, right: bool, detail: Callable[[], str]) -> None:
        """Count one judgement; print it where it is wrong and asked for."""
        count = self.counts[name, part]
        count[0] += right
        count[1] += 1
        if not right and name == self.show and part == "seen" and self.shown < 60:
            self.shown += 1
            print("  ≠", detail())

    def print(self) -> None:
        """Print each figure for the part that was seen and the part kept aside."""
        for name in dict.fromkeys(name for name, _ in self.counts):
            parts: list[str] = []
            for part in ("seen", "aside"):
                right, total = self.counts[name, part]
                parts.append(f"{part} {right:5}/{total:<5} {100 * right / max(1, total):6.2f} %")
            print(f"{name:28} " + "   ".join(parts))


def main() -> None:
    """Measure all sets and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", default="")
    show = parser.parse_args().show
    if not DATA.is_dir():
        sys.exit("the measuring data is not on this machine")
    figures = Figures(show)
    for measure in (_reuters_1987, _reuters_web, _outlets, _wikinews):
        measure(figures)
    figures.print()
    wire_kinds.measure(DATA, show=show == "kinds")
    wire_kinds.boilerplate(DATA)
    _speed()
    _growth()


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            yield ("aside" if number % 3 == 2 else "seen"), json.loads(line)


def _plain(words: str | None) -> str:
    return " ".join((words or "").split()).strip(" *-").casefold()


def _reuters_1987(figures: Figures) -> None:
    for part, row in _lines(DATA / "reuters21578" / "fields.jsonl.gz"):
        if row["type"] != "NORM" or not row["dateline"]:
            continue
        article = read(row["text"])
        gold = " ".join(row["dateline"].strip(" -*\n").split())
        match = _R21_DATELINE.match(gold)
        ours = article.dateline
        if match is not None:
            place = "" if ours is None else _plain(ours.place)
            _judge(figures, "r21 place", part, place, _plain(match["place"]).strip(",*"), row)
            date = ours.date if ours is not None else None
            _judge(figures, "r21 day", part, str(date and date.day), match["day"], row)
        _judge(figures, "r21 headline", part, _plain(article.headline), _plain(row["title"]), row)
        if row["author"]:
            _judge(figures, "r21 byline", part, _plain(article.byline), _plain(row["author"]), row)
        closing = row["text"].strip().rsplit("\n", 1)[-1].strip().casefold()
        if closing.startswith("reuter"):
            mark = article.passages[-1].kind
            _judge(figures, "r21 end mark", part, mark, PassageKind.END_MARK, row)
        _prose(figures, "r21 prose is story", part, article)
        _none(figures, part, article)


def _judge(figures: Figures, name: str, part: str, ours: str, gold: str, row: object) -> None:
    figures.add(
        name, part, right=ours == gold, detail=lambda: f"{ours!r} for {gold!r}: {str(row)[:700]}"
    )


def _prose(
    figures: Figures,
    name: str,
    part: str,
    article: Article,
    *,
    plain: Collection[PassageKind] = _PLAIN_FURNITURE,
) -> None:
    """Count long closed blocks that are story; what is not is shown to be judged by eye."""
    for passage in article.passages:
        words = article.words_of(passage)
        if len(words) >= 120 and _PROSE.search(words[-200:]):
            figures.add(
                name,
                part,
                right=passage.kind.is_story or passage.kind in plain,
                detail=lambda kind=passage.kind, said=words: f"{kind}: {said[:300]!r}",
            )


def _none(figures: Figures, part: str, article: Article) -> None:
    """Count the paragraphs below the opening in which no dateline is read, as there is none."""
    opening = article.dateline.span.end if article.dateline else -1
    for passage in article.passages:
        if passage.kind is PassageKind.PARAGRAPH and passage.span.start > opening:
            words = article.words_of(passage)
            found = datelines.find(words)
            figures.add(
                "no dateline below the first",
                part,
                right=found is None,
                detail=lambda said=words: repr(said[:120]),
            )


def _reuters_web(figures: Figures) -> None:
    notes: dict[str, dict[str, Any]] = {}
    for line in (DATA / "reuters-web" / "corrections.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        notes[row["id"]] = row
    verdicts = {
        row["id"]: row
        for row in map(json.loads, _VERDICTS.read_text(encoding="utf-8").splitlines())
    }
    judged: Counter[tuple[str, str]] = Counter()
    for part, row in _lines(DATA / "reuters-web" / "articles.jsonl.gz"):
        head = [row["headline"], *([row["byline"]] if row["byline"] else [])]
        text = "\n\n".join([*head, row["body"].strip()])
        article = read(text)
        _judge(
            figures, "web headline", part, _plain(article.headline), _plain(row["headline"]), text
        )
        if row["byline"]:
            _judge(figures, "web byline", part, _plain(article.byline), _plain(row["byline"]), text)
        ours = article.dateline
        opening = _RN_OPENING.search(row["body"][:600])
        place = "none" if ours is None else _plain(ours.place)
        silver = "none" if opening is None else _plain(opening["place"])
        if opening is not None:
            _judge(figures, "web place", part, place, silver, text)
        if place != silver:
            verdict = verdicts.get(row["id"])
            standing = [ours.span.start, ours.span.end] if ours else None
            same = verdict is not None and verdict["span"] == standing
            judged[part, verdict["right"] if verdict and same else "not judged yet"] += 1
        credit = list(_CREDIT.finditer(text))
        if credit:
            found = [article.words_of(p) for p in article.passages if p.kind is PassageKind.CREDIT]
            right = any(credit[-1][0].strip("() .") in words for words in found)
            figures.add(
                "web credit",
                part,
                right=right,
                detail=lambda found=found, credit=credit: f"{found} for {credit[-1][0]!r}",
            )
        if row["id"] in notes:
            kinds = {p.kind for p in article.passages}
            marks = {mark.kind for mark in article.lineage}
            figures.add(
                "web correction",
                part,
                right=PassageKind.CORRECTION in kinds or LineageKind.CORRECTION in marks,
                detail=lambda note=notes[row["id"]]: str(note)[:400],
            )
        _prose(figures, "web prose is story", part, article)
        _none(figures, part, article)
    for (part, right), count in sorted(judged.items()):
        print(f"web datelines {part:6} beside the silver, judged right: {right:15} {count}")


def _outlets(figures: Figures) -> None:
    for name in ("census", "spotify", "summit"):
        for part, row in _lines(DATA / "crossoutlet" / f"{name}_articles.jsonl.gz"):
            article = read("\n\n".join(row["paragraphs"]))
            # Captions can be as long as paragraphs; which are right is measured by the labels.
            plain = {*_PLAIN_FURNITURE, PassageKind.CAPTION}
            _prose(figures, "page prose is story", part, article, plain=plain)
            _none(figures, part, article)
            opening = next(
                (
                    p
                    for p in row["paragraphs"]
                    if re.match(r"[A-Z/ ,.]{4,40}\((?:AP|Reuters|AFP|CNN)\)", p)
                ),
                None,
            )
            if opening:
                place = opening.split("(")[0]
                ours = article.dateline.place if article.dateline else "none"
                _judge(figures, "page place", part, _plain(ours), _plain(place), opening)
            short = [
                p for p in article.passages if p.kind is PassageKind.PARAGRAPH and len(p.words) < 60
            ]
            for passage in short:
                words = article.words_of(passage)
                closed = words.rstrip("\"”'’)")[-1:] in ".?!:"
                figures.add(
                    "page short is closed", part, right=closed, detail=lambda said=words: repr(said)
                )


def _wikinews(figures: Figures) -> None:
    with (DATA / "wikinews-en" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            part = "aside" if number % 3 == 2 else "seen"
            text = row["title"] + "\n\n" + row["text"]
            article = read(text)
            _judge(
                figures, "wiki headline", part, _plain(article.headline), _plain(row["title"]), text
            )
            ours = article.published
            day = ours.date() if isinstance(ours, dt.datetime) else ours
            _judge(figures, "wiki date", part, str(day), row["date"][:10], text)
            _prose(figures, "wiki prose is story", part, article)


def _speed() -> None:
    texts = [row["text"] for _, row in _lines(DATA / "reuters21578" / "fields.jsonl.gz")][:1500]
    texts += [row["body"] for _, row in _lines(DATA / "reuters-web" / "articles.jsonl.gz")]
    started = time.process_time()
    for text in texts:
        read(text)
    took = time.process_time() - started
    size = sum(map(len, texts)) / 1e6
    print(f"speed: {len(texts) / took:.0f} articles/s, {size / took:.2f} million characters/s")


def _growth() -> None:
    prose = 'A minister said on Monday that the bill (of 2 May) "would pass", then left.\n\n'
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        text = "LONDON, May 3 (Reuters) - " + prose * (size // len(prose))
        started = time.process_time()
        read(text)
        took = time.process_time() - started
        print(f"growth prose {size:10,} characters {took:8.3f} s {1e6 * took / size:6.3f} µs each")
    for name, unit in {
        "spaces": " ",
        "letters": "x",
        "capitals": "A",
        "brackets": "(",
        "dashes": "-",
        "words": "Word and ",
        "notes": "(Corrects ",
        "credits": "(Reporting by A; ",
        "names": "By Ann Lee and ",
        "lines": "a b c\n",
        "marks": "* \n",
        "contacts": "To contact the reporter ",
    }.items():
        times: list[float] = []
        for size in (20_000, 40_000, 80_000):
            text = (unit * (size // len(unit) + 1))[:size]
            started = time.process_time()
            read(text)
            times.append(time.process_time() - started)
        print(f"growth {name:9} " + "  ".join(f"{1000 * t:7.1f} ms" for t in times))


if __name__ == "__main__":
    main()
