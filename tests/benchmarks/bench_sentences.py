# ruff: noqa: T201 - a script prints
"""Measure our sentence rules beside nupunkt's, on hard wire cases of our own: F1 and time.

Run from the root of the checkout: `python tests/benchmarks/bench_sentences.py`.
"""

import time
from collections.abc import Callable

import nupunkt

from variorum.collation.reading.sentences import sentences
from variorum.text import Article, Passage, PassageKind, Span

BREAK = " | "
CASES = """The U.S. Senate met in Mapleton. | It voted 5-4.
He lives in the U.S. | The house is big.
It opens at 5 p.m. Tuesday in Oakford.
It closed at 5 p.m. | Visitors left.
Shares of Yahoo! Inc. rose 2 percent. | Traders cheered.
Sen. Mara Quill, R-Ariz., said so. | She left.
In Brown v. Board the court ruled. | It was 1954.
On Jan. 5 he left. | On Feb. 6 he returned.
"Why now?" Quill asked. | Nobody knew.
"Why now?" he asked.
"We will go." | The crowd cheered.
He works for Acme Corp. | It makes anvils.
Acme Corp. Chief Executive Jan Moor resigned.
He said 2.5 percent. | That was low.
Gen. Ian Rood and Lt. Col. Bea Fox spoke. | Both left.
George W. Stone ran. | He lost.
J.P. Harlow Inc. said it would sell. | Its shares fell.
The St. Mary's bridge collapsed. | Three died.
He moved to Washington, D.C. | There he met Dr. Voss.
Prices rose 3 pct. | No. 2 pump failed.
What next? | Nobody knows! | The end.
"It is over," he said. | "We lost."
Ms. Ortiz (born Nov. 3, 1970) won. | She smiled.
The firm, based in Portland, Ore., makes shoes. | It hires.
He waited ... and left. | Then it rained.
"Stop!" she cried. | Nobody did.
Officials from the U.N. and the E.U. met. | They agreed.
The company, Wm. Green & Co., is old. | It is from 1820.
The bill passed, he said. | (The vote was 5-4.) | It is law.
Mr. and Mrs. Hill won. | They drove home.
He scored a No. 1 hit. | It sold well.
It cost $5. | That was cheap.""".splitlines()
LONG = " ".join(case.replace(BREAK, " ") for case in CASES) * 6


def ours(text: str) -> list[int]:
    """Return where our rules end sentences."""
    whole = Span(0, len(text))
    article = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),))
    return [sentence.span.end for sentence in sentences(article)]


def theirs(text: str) -> list[int]:
    """Return where nupunkt ends sentences, white space left out."""
    return [start + len(text[start:end].rstrip()) for start, end in nupunkt.sent_spans(text)]


def f1(find: Callable[[str], list[int]]) -> float:
    """Return the F1 of ends of sentences over all cases."""
    right = found = wanted = 0
    for case in CASES:
        text, gold, place = case.replace(BREAK, " "), set[int](), 0
        for part in case.split(BREAK):
            place += len(part)
            gold.add(place)
            place += 1
        got = set(find(text))
        right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
    return 2 * right / (found + wanted)


def main() -> None:
    """Print the figures."""
    for name, find in (("ours, words included", ours), ("nupunkt, bare spans", theirs)):
        times: list[float] = []
        for _ in range(10):
            start = time.perf_counter()
            find(LONG)
            times.append(time.perf_counter() - start)
        print(
            f"{name:<22} F1 {f1(find):.3f}  {min(times) * 1e3:6.2f} ms for {len(LONG)} characters"
        )


if __name__ == "__main__":
    main()
