# ruff: noqa: T201 - a script prints
"""Match correction notes with what they say, on real corrected stories and on planted corrections.

Real: stories of `reuters-web` whose note names the right words and the wrong ones ("to X from
Y"), beside each near-duplicate that has not got the right words: are they among the variants of
substance? Stories before 2009 were read while the rules were written; from 2010 on they are kept
aside. Planted: a fact of a real article is changed, and the true article carries a note that says
so; 200 of them. Prints how often the words are among the variants of substance, and how often the
check says that the other article still has the uncorrected ones.
Run from the root of the checkout: `python tests/benchmarks/bench_corrections.py [--show]`.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from planted_edits import LOUD

from variorum.collation.collate import collate
from variorum.collation.corrections import read_note
from variorum.collation.values import Collation, CorrectionFate
from variorum.text import Article
from variorum.wire.reader import read

DATA = Path(__file__).parents[3] / "shared" / "data" / "reuters-web"
PLANTED = 200
FACTS = (
    "figure", "money", "decimal", "month", "day of month", "year", "weekday", "name", "name respelt", "first name", "place", "number word", "half of the day",
)  # fmt: skip
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
NOTES = (
    "(Corrects {what} in {where} to {right} from {wrong})",
    "(Corrects {where} to read {right}, not {wrong})",
    "(Corrects to {right} instead of {wrong} in {where})",
    "(Corrects {what} from {wrong} to {right} in {where})",
    "(Corrects {what} to {right}, not {wrong}, in {where})",
)


def stories() -> dict[str, str]:
    """Return every story as plain text, by its id."""
    found: dict[str, str] = {}
    with gzip.open(DATA / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            body = re.sub(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ [a-z])", "\n\n", row["body"])
            body = re.sub(r"[ \n]*\n[ \n]*", "\n\n", body)
            found[row["id"]] = f"{row['headline']}\n\n{body}"
    return found


def real_pairs(texts: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield uncorrected and corrected texts with the corrected one's id."""
    for line in (DATA / "corrections.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        told = read_note(row["note"]) if row["note"] else ()
        if not any(each.right and each.wrong for each in told):
            continue
        for near in row["near"]:
            if row["id"] in texts and near["id"] in texts:
                yield texts[near["id"]], texts[row["id"]], row["id"]


def planted(texts: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield texts with a wrong fact, the true ones with a note that corrects it, and the kind."""
    chance = random.Random(5)
    ids = sorted(texts) * 3
    chance.shuffle(ids)
    count = 0
    for number, each in enumerate(ids):
        text = texts[each]
        if "orrect" in text:
            continue
        kind = FACTS[number % len(FACTS)]
        edits = list(LOUD[kind](text, chance))
        if not edits:
            continue
        edit = chance.choice(edits)
        start = text.rfind(" ", 0, edit.start) + 1
        end = re.compile(r"[,;.:]*(?:\s|$)").search(text, edit.end)
        stop = end.start() if end else len(text)
        paragraph = len(re.findall(r"\n+", text[: edit.start]))
        place = (
            _ORDINALS[paragraph - 1] + " paragraph"
            if paragraph <= 10 and chance.random() < 0.5
            else f"paragraph {paragraph}"
        )
        wrong = text[start : edit.start] + edit.written + text[edit.end : stop]
        note = chance.choice(NOTES).format(
            what=kind, where=place, right=text[start:stop], wrong=wrong
        )
        head, body = text.split("\n\n", 1)
        yield (
            f"{head}\n\n{body[: edit.start - len(head) - 2]}{edit.written}{body[edit.end - len(head) - 2 :]}",
            f"{head}\n\n{note}\n\n{body}",
            kind,
        )
        count += 1
        if count == PLANTED:
            return


def count_one(tally: Counter[str], base: Article, version: Article) -> Collation:
    """Collate a pair and count what its checks say."""
    collation = collate(base, version)
    checks = [check for check in collation.corrections if check.right and check.wrong]
    tally["notes"] += 1
    lacks = any(_lacks(base.text, version.text, check.right, check.wrong) for check in checks)
    tally["other has the wrong words"] += lacks
    tally["read"] += bool(checks)
    if any(check.fate is CorrectionFate.UNCORRECTED for check in checks):
        tally["uncorrected"] += 1
    if any(check.fate is CorrectionFate.CORRECTED for check in checks):
        tally["corrected already"] += 1
    if any(check.base is not None for check in checks):
        tally["among substance"] += 1
        tally["of those among substance"] += lacks
    return collation


def main(*, show: bool) -> None:
    """Print the figures."""
    texts = stories()
    real: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for wrong, right, each in real_pairs(texts):
        aside = each[:4] >= "2010"
        found = count_one(real[aside], read(wrong), read(right))
        if show and not aside:
            print(
                each,
                [(c.right, c.wrong, c.fate.value, c.base is not None) for c in found.corrections],
            )
    fake: Counter[str] = Counter()
    for wrong, right, kind in planted(texts):
        found = count_one(fake, read(wrong), read(right))
        if show and not any(c.base is not None for c in found.corrections):
            print(kind, [(c.right, c.wrong, c.fate.value) for c in found.corrections])
            print(
                "   ", [(v.rule.value, v.reason.base, v.reason.version) for v in found.variants][:6]
            )
    print(f"{'':<34} {'seen':>8} {'aside':>8} {'planted':>8}")
    for name in (
        "notes",
        "read",
        "uncorrected",
        "corrected already",
        "among substance",
        _WRONG,
        _SHOWN,
    ):
        print(f"{name:<34} {real[False][name]:>8} {real[True][name]:>8} {fake[name]:>8}")
    shares = (each[_SHOWN] / (each[_WRONG] or 1) for each in (real[False], real[True], fake))
    print(f"{'share':<34} " + " ".join(f"{share:>8.3f}" for share in shares))


_WRONG, _SHOWN = "other has the wrong words", "of those among substance"


def _lacks(wrong_text: str, right_text: str, right: str, wrong: str) -> bool:
    """Tell by the bare characters whether one text has the wrong words and the other has the right."""
    one, other = (" ".join(text.split()) for text in (wrong_text, right_text))
    return (
        one.count(wrong) > other.replace(f"from {wrong}", "").count(wrong) - 1
        and wrong in one
        and right in other
        and one.count(right) < other.count(right) - 1
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    main(show=parser.parse_args().show)
