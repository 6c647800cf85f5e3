"""Print how right joined and suggested pairs of wire copy are, against labels by hand.

`python tests/benchmarks/bench_suggestions.py [FOLDER OF DATA]`: Reuters copy of 1987 and of 2006-10
is imported, each into a library; each article that was joined makes a pair with the version before it, each
suggestion a pair. `labels/*_story_pairs.tsv` say of pairs, by the numbers of their items, whether
they are versions of one story: all pairs that there were on the day they were read. Items of
one series (a market's notices of one morning, parts of one report), two stories about one speech, and
a round-up beside one of its stories count as different. Pairs without a label are counted apart.
"""

import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from variorum.formats.documents.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.suggestions import suggestions
from variorum.text import Imported

DATA = Path(__file__).parents[3] / "shared" / "data"
LABELS = Path(__file__).parent / "labels"

Pair = tuple[str, str]


def wire(data: Path) -> list[Imported]:
    """Return items of 1987, as the wire sent them."""
    with gzip.open(data / "reuters21578" / "fields.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    return [read_text(row["text"], origin=str(row["newid"])) for row in rows]


def web(data: Path) -> list[Imported]:
    """Return items of 2006-10 with their head, by the codes in their addresses."""
    with gzip.open(data / "reuters-web" / "articles.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    found: list[Imported] = []
    for row in rows:
        head = "\n".join(filter(None, (row["headline"], row["byline"], row["published"])))
        found.append(read_text(f"{head}\n\n{row['body']}", origin=row["id"].rsplit("-id", 1)[1]))
    return found


def labels(name: str) -> dict[Pair, bool]:
    """Return which pairs of items are versions of one story."""
    lines = (LABELS / f"{name}_story_pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {_pair(one, other): said == "yes" for one, other, said in rows}


def _pair(one: str, other: str) -> Pair:
    low, high = sorted((one, other))
    return low, high


def joined(db: Db) -> tuple[list[Pair], int]:
    """Return each version with the one before it, and how many versions the largest story has."""
    stories: defaultdict[int, list[str]] = defaultdict(list)
    for story, origin in db.rows(
        "SELECT m.story, a.origin FROM members m JOIN articles a ON a.id = m.article"
        " ORDER BY m.article"
    ):
        stories[story].append(origin)
    pairs = [
        _pair(members[n - 1], members[n])
        for members in stories.values()
        for n in range(1, len(members))
    ]
    return pairs, max(map(len, stories.values()))


def suggested(db: Db) -> list[Pair]:
    """Return the pairs of which a person is asked."""
    origin = dict(db.rows("SELECT id, origin FROM articles"))
    return [_pair(origin[one.article], origin[one.other]) for one in suggestions(db)]


def say(what: str, pairs: Iterable[Pair], known: dict[Pair, bool]) -> None:
    """Print how many pairs are right."""
    found = Counter(known.get(pair) for pair in pairs)
    right, wrong = found[True], found[False]
    share = right / max(1, right + wrong)
    sys.stdout.write(
        f"{what:10} {right} of {right + wrong} right ({share:.1%}), {found[None]} not labelled\n"
    )


def measure(name: str, items: Iterable[Imported]) -> None:
    """Import a collection, and print how right its pairs are."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "l.variorum", create=True) as library,
    ):
        import_articles(library, items)
        known, (versions, largest) = labels(name), joined(library.reader)
        asked = suggested(library.reader)
    sys.stdout.write(f"{name}:\n")
    say("joined", versions, known)
    say("suggested", asked, known)
    say("both", [*versions, *asked], known)
    sys.stdout.write(f"the largest story has {largest} versions\n")


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    measure("reuters", wire(data))
    measure("reuters_web", web(data))


if __name__ == "__main__":
    main()
