"""Link sentences the ways that other tools do, to be measured beside ours.

The sentences are ours for all methods but the line diffs, which compare the lines of the files.
"""

import difflib
import re
from collections.abc import Callable, Sequence

from label_scores import Found
from rapidfuzz import fuzz

from variorum.collation.reading.sentences import sentences
from variorum.text import Article, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LIKE = 60
"""Of 100: from here on best match takes two sentences for versions of one another."""

Peer = Callable[[Article, Article], list[Found]]


def by_lines(base: Article, version: Article) -> list[Found]:
    """Compare lines, and pair changed blocks line by line, as visual diff tools do."""
    return _by_blocks(base.text, version.text, _lines(base.text), _lines(version.text))


def by_sentences(base: Article, version: Article) -> list[Found]:
    """Compare sentences as if they were lines."""
    return _by_blocks(base.text, version.text, _sentences(base), _sentences(version))


def by_best_match(base: Article, version: Article) -> list[Found]:
    """Give each sentence of the base the version's likest, if it is like enough and free."""
    one, other = _sentences(base), _sentences(version)
    words = [span.of(base.text) for span in one], [span.of(version.text) for span in other]
    likest = sorted(
        (-fuzz.token_sort_ratio(here, there), i, j)
        for i, here in enumerate(words[0])
        for j, there in enumerate(words[1])
    )
    used: tuple[set[int], set[int]] = set(), set()
    found: list[Found] = []
    for score, i, j in likest:
        if -score >= _LIKE and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append(Found((one[i],), (other[j],)))
    return found


def _by_blocks(base: str, version: str, one: Sequence[Span], other: Sequence[Span]) -> list[Found]:
    matcher = difflib.SequenceMatcher(
        None,
        [" ".join(span.of(base).split()) for span in one],
        [" ".join(span.of(version).split()) for span in other],
        autojunk=False,
    )
    found: list[Found] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag in {"equal", "replace"}:
            found += [Found((a,), (b,)) for a, b in zip(one[i1:i2], other[j1:j2], strict=False)]
    return found


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in _LINE.finditer(text)]


def _sentences(article: Article) -> list[Span]:
    return [sentence.span for sentence in sentences(article)]


PEERS: dict[str, Peer] = {
    "lines as Meld does": by_lines,
    "difflib by sentences": by_sentences,
    "rapidfuzz best match": by_best_match,
}
