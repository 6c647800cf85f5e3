# ruff: noqa: T201 - a script prints
"""Plant edits of known kind in real copy and see what the collation calls them.

House-style edits must stay quiet, factual ones must come out as substance: prints the recall
of substance and the share of quiet edits called louder, by kind of edit. Articles of
`wikinews-en` and `reuters-web`; every third is kept aside while rules are written.
`--show KIND` prints what went wrong with one kind on the part that may be looked at.
Run from the root of the checkout: `python tests/benchmarks/bench_planted.py [--show KIND]`.
"""

import argparse
import csv
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.collation.collate import collate
from variorum.collation.lexicons import senses, spellings
from variorum.collation.values import Variant, VariantClass
from variorum.text import Article
from variorum.wire.reader import read

DATA = Path(__file__).parents[3] / "shared" / "data"
MOST_ARTICLES = 240

Plant = Callable[[str, random.Random], str | None]
"""Return the text with one edit, None where there is no place for it."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _replace_one(
    pattern: str, change: Callable[[re.Match[str]], str], *, prose: bool = True
) -> Plant:
    """Return a plant that changes one match, outside quotation marks."""
    compiled = re.compile(pattern)

    def plant(text: str, chance: random.Random) -> str | None:
        found = [m for m in compiled.finditer(text) if not prose or _in_prose(text, m.start())]
        if not found:
            return None
        match = chance.choice(found)
        return text[: match.start()] + change(match) + text[match.end() :]

    return plant


def _in_prose(text: str, place: int) -> bool:
    """Tell whether a place is inside a paragraph that is surely story, and not quoted."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) < 120 or not re.search(r'[.!?]["”]?\s*$', line):
        return False
    before = text[start:place]
    return before.count('"') % 2 == 0 and before.count("“") == before.count("”") and place > 200


def _other_figure(match: re.Match[str]) -> str:
    digits = match[0]
    return str(int(digits) + (7 if int(digits) < 60 else 11))


def _to_british(text: str, chance: random.Random) -> str | None:
    british = {
        s.american: word
        for word, s in spellings().items()
        if "B" in s.standards and not {s.american, s.american.removesuffix("s")} & senses().keys()
    }
    found = [
        m
        for m in re.finditer(r"\b[a-z]{5,}\b", text)
        if m[0] in british and _in_prose(text, m.start())
    ]
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + british[match[0]] + text[match.end() :]


def _honorific(text: str, chance: random.Random) -> str | None:
    """Put an honorific before the surname of somebody whom the text names in full before."""
    full = re.compile(
        r"(?:President|Minister|Secretary|Senator|Chief Executive|Chairman|analyst|spokesman) "
        r"([A-Z][a-z]+) ([A-Z][a-z]+)\b"
    )
    places: list[int] = []
    for name in full.finditer(text):
        places += [
            m.start()
            for m in re.finditer(rf"(?<![A-Z][a-z] )(?<=[a-z,.] ){name[2]}\b(?! [A-Z])", text)
            if m.start() > name.end() and _in_prose(text, m.start())
        ]
    if not places:
        return None
    place = chance.choice(places)
    return f"{text[:place]}Mr {text[place:]}"


def _drop_attribution(text: str, chance: random.Random) -> str | None:
    plant = _replace_one(
        r", (?:[A-Z][\w']+ |the |a |he |she |officials |police )[\w ]{0,20}said\.", lambda _: "."
    )
    return plant(text, chance)


QUIET: dict[str, Plant] = {
    "percent": _replace_one(r"(?<=\d) percent\b", lambda _: "%"),
    "per cent": _replace_one(r"(?<=\d) percent\b", lambda _: " per cent"),
    "US points": _replace_one(r"\bU\.S\.(?= [a-z])", lambda _: "US"),
    "US in full": _replace_one(r"(?<=the )U\.S\.(?= [a-z])", lambda _: "United States"),
    "contraction": _replace_one(
        r"\b(did|does|was|is|has|had|could|would|were) not\b", lambda m: f"{m[1]}n't"
    ),
    "day preposition": _replace_one(rf"(?<=[a-z] )on (?={'|'.join(_DAYS)})", lambda _: ""),
    "number word": _replace_one(
        r"(?<=[a-z] )(two|three|four|five|six|seven|eight|nine)(?= [a-z]+s\b)",
        lambda m: str(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].index(
                m[1]
            )
        ),
    ),
    "month": _replace_one(
        rf"\b({'|'.join(m for m in _MONTHS if len(m) > 5)}) (?=\d)", lambda m: f"{m[1][:3]}. "
    ),
    "billion": _replace_one(r"(?<=\d) billion\b", lambda _: "bn"),
    "dash": _replace_one(r" - ", lambda _: " – "),
    "curly": _replace_one(r"(?<=[a-z])'(?=s )", lambda _: "’"),
    "thousands": _replace_one(r"\b\d{1,3},\d{3}\b(?!,)", lambda m: m[0].replace(",", "")),
    "comma": _replace_one(r"(?<=[a-z]), (?=and )", lambda _: " "),
    "British": _to_british,
    "honorific": _honorific,
    "prime minister": _replace_one(r"(?<=the )prime minister\b", lambda _: "Prime Minister"),
}
LOUD: dict[str, Plant] = {
    "figure": _replace_one(r"(?<![\d.,$])\b\d{1,3}\b(?![\d.,:-]|th|st|nd|rd)", _other_figure),
    "decimal": _replace_one(r"\b\d+\.\d+\b", lambda m: m[0] + "5"),
    "magnitude": _replace_one(r"\bmillion\b", lambda _: "billion"),
    "negation out": _replace_one(r"(?<=[a-z] )not (?=[a-z])", lambda _: ""),
    "negation in": _replace_one(
        r"\b(was|is|were|are|will|would|could) (?=[a-z]{3,}(?<!not) )", lambda m: f"{m[1]} not "
    ),
    "certainty": _replace_one(r"\b(will|would)(?= [a-z])", lambda _: "may"),
    "may to will": _replace_one(r"\b(may|might|could)(?= [a-z])", lambda _: "will"),
    "said to claimed": _replace_one(
        r"\bsaid(?= (?:on |in |the |it |he |she |that |they ))", lambda _: "claimed"
    ),
    "weekday": _replace_one(
        rf"\b(?:{'|'.join(_DAYS)})\b", lambda m: _DAYS[(_DAYS.index(m[0]) + 2) % 7]
    ),
    "month": _replace_one(
        rf"\b(?:{'|'.join(m for m in _MONTHS if m not in ('May', 'March'))})\b(?= \d)",
        lambda m: _MONTHS[(_MONTHS.index(m[0]) + 3) % 12],
    ),
    "year": _replace_one(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) - 1)),
    "name": _replace_one(r"(?<=[a-z] )[A-Z][a-z]{4,}(?= [a-z]+ed\b| said)", lambda _: "Brandvold"),
    "place": _replace_one(
        r"(?<=in )(?:China|London|Washington|Iraq|Japan|India|Greece|Paris)\b", lambda _: "Peru"
    ),
    "rise to fall": _replace_one(r"\brose\b", lambda _: "fell"),
    "more to less": _replace_one(r"\bmore than\b", lambda _: "less than"),
    "before to after": _replace_one(r"\bbefore\b(?= [a-z])", lambda _: "after"),
    "adjective in": _replace_one(
        r"\bthe (?=(?:company|government|president|bank|report|deal)\b)", lambda _: "the troubled "
    ),
    "attribution out": _drop_attribution,
    "all to some": _replace_one(r"\ball\b(?= [a-z])", lambda _: "some"),
    "quotation": _replace_one(
        r'(?<=["“])(We|It|I|The|They) (?=[a-z])', lambda m: f"Perhaps {m[1].lower()} ", prose=False
    ),
}


@dataclass
class Tally:
    """Count plants of a kind, and those that came out right."""

    planted: int = 0
    right: int = 0


def texts() -> Iterator[str]:
    """Yield real articles as plain text."""
    with (DATA / "wikinews-en" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield f"{row['title']}\n\n{row['text']}"
    with gzip.open(DATA / "reuters-web" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{row['headline']}\n\n{_paragraphs(row['body'])}"


def _paragraphs(body: str) -> str:
    """Break run-on copy into paragraphs of a few sentences, as it once had."""
    broken = re.sub(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ [a-z])", "\n\n", body)
    return re.sub(r"[ \n]*\n[ \n]*", "\n\n", broken)


def plant_all(show: str | None) -> None:
    """Plant every kind once in each article, and print how they were called."""
    kinds = [(name, plant, VariantClass.STYLE) for name, plant in QUIET.items()]
    kinds += [(name, plant, VariantClass.SUBSTANCE) for name, plant in LOUD.items()]
    tallies: dict[tuple[str, VariantClass, bool], Tally] = defaultdict(Tally)
    for number, text in enumerate(list(texts())[::2][:MOST_ARTICLES]):
        base = read(text)
        chance = random.Random(number)
        aside = number % 3 == 0
        for name, plant, wanted in kinds:
            edited = plant(text, chance)
            if edited is None or edited == text:
                continue
            version = read(edited)
            found = collate(base, version).variants
            right = _right(found, wanted)
            tally = tallies[name, wanted, aside]
            tally.planted += 1
            tally.right += right
            if not right and show in {name, "all"} and not aside:
                print(name)
                _print(base, version, found)
    _print_tallies(tallies)


def _right(found: tuple[Variant, ...], wanted: VariantClass) -> bool:
    """Tell whether an edit was called what it is: quiet and nothing else, or substance at all."""
    if wanted is VariantClass.SUBSTANCE:
        return any(v.variant_class is VariantClass.SUBSTANCE for v in found)
    return bool(found) and all(v.variant_class.is_quiet for v in found)


def _print(base: Article, version: Article, found: tuple[Variant, ...]) -> None:
    for v in found:
        before = base.text[max(0, v.base.start - 40) : v.base.start]
        print(
            f"  {v.rule.value:>15} …{before!r} {v.base.of(base.text)!r} → {v.version.of(version.text)!r}"
        )
    if not found:
        print("  nothing found")


def _print_tallies(tallies: dict[tuple[str, VariantClass, bool], Tally]) -> None:
    for wanted, title in (
        (VariantClass.STYLE, "quiet edits that stayed quiet"),
        (VariantClass.SUBSTANCE, "factual edits that came out as substance"),
    ):
        print(f"\n{title:<42} {'seen':>14} {'aside':>14}")
        sums = {False: Tally(), True: Tally()}
        for name in dict.fromkeys(n for n, w, _ in tallies if w is wanted):
            print(f"{name:<42} " + " ".join(_cell(tallies[name, wanted, a]) for a in (False, True)))
            for aside in (False, True):
                sums[aside].planted += tallies[name, wanted, aside].planted
                sums[aside].right += tallies[name, wanted, aside].right
        print(f"{'together':<42} " + " ".join(_cell(sums[a]) for a in (False, True)))


def _cell(tally: Tally) -> str:
    share = tally.right / tally.planted if tally.planted else 1.0
    return f"{tally.right:>4}/{tally.planted:<4} {share:.3f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--show")
    plant_all(parser.parse_args().show)
