"""Print what a library says of pairs of many kinds: versions of one story, a question, or neither.

`python tests/benchmarks/bench_story_kinds.py`. Each pair (see `story_kinds` and `story_kinds_later`) is imported into a library
of its own, the first text before the second and the other way about. Whatever is not as an editor
says is listed. A question is no fault where two stories are near; of one story it is half an answer.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from story_kinds import pairs
from story_kinds_later import later_pairs
from story_pairs import Pair

from variorum.formats.documents.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library.library import Library
from variorum.library.suggestions import suggestion_count


def said_of(one: str, other: str) -> str:
    """Return what becomes of two texts that come one after the other."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "pair.variorum", create=True) as library,
    ):
        for number, text in enumerate((one, other)):
            import_articles(library, [read_text(text, origin=f"{number}.txt")])
        if library.reader.value("SELECT count(DISTINCT story) FROM members") == 1:
            return "joined"
        return "asked" if suggestion_count(library.reader) else "apart"


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures of both sets."""
    for name, some in (("first", pairs()), ("later", later_pairs())):
        say(f"the {name} set:")
        measure(some)


def measure(some: Iterable[Pair]) -> None:
    """Print what is not as expected, and the sums."""
    sums = Counter[tuple[bool, str]]()
    for number, pair in enumerate(some):
        said = {said_of(pair.one, pair.other), said_of(pair.other, pair.one)}
        answer = said.pop() if len(said) == 1 else "by order"
        sums[pair.is_one, answer] += 1
        if answer != _expected(pair):
            say(f"{number:3} {pair.kind}: {answer}, expected {_expected(pair)}")
    for is_one in (True, False):
        counts = ", ".join(f"{n} {said}" for (which, said), n in sums.items() if which is is_one)
        say(f"{'one story' if is_one else 'two stories'}: {counts}")


def _expected(pair: Pair) -> str:
    return "joined" if pair.is_one else "apart"


if __name__ == "__main__":
    main()
