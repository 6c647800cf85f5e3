"""Agreement on units that are given: Cohen's kappa, Fleiss' kappa, Krippendorff's alpha.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and
Psychological Measurement 20 (1960), 37-46. J. L. Fleiss, "Measuring nominal scale agreement
among many raters", Psychological Bulletin 76 (1971), 378-382. K. Krippendorff, "Computing
Krippendorff's alpha-reliability", University of Pennsylvania (2011).

What is counted is patterns: the values that the annotators gave to one unit, in a fixed order
of annotators, None where one gave none; with how many units have this pattern. A text of many
words has few patterns, so its length costs nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import permutations

from variorum.agreement.values import Value

Pattern = tuple[Value | None, ...]
Patterns = Mapping[Pattern, int]


def cohen(patterns: Patterns) -> float | None:
    """Return Cohen's kappa of two annotators, over the units that both gave a value."""
    both = {pair: count for pair, count in patterns.items() if None not in pair}
    total = sum(both.values())
    if not total:
        return None
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), count in both.items():
        first[one] += count
        second[other] += count
    agreed = sum(count for (one, other), count in both.items() if one == other)
    # In whole numbers as far as it goes: equal must come out as exactly 1.
    by_chance = sum(count * second[value] for value, count in first.items())
    if by_chance == total * total:
        return None
    return (agreed * total - by_chance) / (total * total - by_chance)


def fleiss(patterns: Patterns) -> float | None:
    """Return Fleiss' kappa over the units to which every annotator gave a value."""
    whole = {pattern: count for pattern, count in patterns.items() if None not in pattern}
    units = sum(whole.values())
    raters = len(next(iter(whole), ()))
    if not units or raters < 2:
        return None
    values = Counter[Hashable]()
    same = 0
    for pattern, count in whole.items():
        for value, times in Counter(pattern).items():
            values[value] += times * count
            same += times * (times - 1) * count
    given = units * raters
    by_chance = sum(times * times for times in values.values()) / (given * given)
    if len(values) == 1:
        return None
    observed = same / (units * raters * (raters - 1))
    return 1.0 if observed == 1 else (observed - by_chance) / (1 - by_chance)


def alpha(patterns: Patterns) -> float | None:
    """Return Krippendorff's nominal alpha; units with fewer than two values do not count."""
    pairs = coincidences(patterns)
    values = defaultdict[Hashable, float](float)
    for (one, _), weight in pairs.items():
        values[one] += weight
    total = sum(values.values())
    disagreed = sum(weight for (one, other), weight in pairs.items() if one != other)
    by_chance = total * total - sum(weight * weight for weight in values.values())
    if len(values) < 2:
        return None
    return 1 - (total - 1) * disagreed / by_chance


def observed(patterns: Patterns) -> float | None:
    """Return the share of pairs of values, unit by unit, that are the same."""
    pairs = coincidences(patterns)
    total = sum(pairs.values())
    if not total:
        return None
    return sum(weight for (one, other), weight in pairs.items() if one == other) / total


def coincidences(patterns: Patterns) -> Mapping[tuple[Hashable, Hashable], float]:
    """Count the pairs of values in units, each unit by its number of values less one."""
    found = defaultdict[tuple[Hashable, Hashable], float](float)
    for pattern, count in patterns.items():
        given = [value for value in pattern if value is not None]
        for pair in permutations(given, 2):
            found[pair] += count / (len(given) - 1)
    return found
