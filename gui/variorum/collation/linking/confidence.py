"""Say how sure a link is: how many links as alike were right where a person had linked by hand.

The figures are those of the pairs that may be looked at (tests/benchmarks/labels): the share of
right links by how much of the two sentences agrees, made a little less sure than it came out.
"""

from bisect import bisect_right

from variorum.collation.linking.ties import Tie

_LIKENESS = (0.0, 0.25, 0.35, 0.45, 0.5, 0.6, 0.8, 1.0)
_RIGHT = (0.5, 0.7, 0.8, 0.86, 0.93, 0.96, 0.98, 1.0)
_HALVES = (0.8, 0.95)
"""The same of links that a half has joined, by how much of it the joined sentence tells."""


def confidence(tie: Tie) -> float:
    """Return how sure a link is, 0 to 1, to three places."""
    at = min(max(bisect_right(_LIKENESS, tie.score) - 1, 0), len(_LIKENESS) - 2)
    low, high = _LIKENESS[at], _LIKENESS[at + 1]
    share = (tie.score - low) / (high - low)
    sure = _RIGHT[at] + share * (_RIGHT[at + 1] - _RIGHT[at])
    if tie.told < 1:
        sure = min(sure, _HALVES[0] + tie.told * (_HALVES[1] - _HALVES[0]))
    return round(sure, 3)
