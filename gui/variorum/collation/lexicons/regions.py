"""Load provinces, states and counties with their short forms."""

from collections.abc import Mapping
from functools import cache

from variorum.assets import lexicon
from variorum.collation.lexicons.names import parties


@cache
def regions() -> Mapping[str, frozenset[str]]:
    """Return by each form, closed up in small letters without points, the regions it may stand for."""
    found: dict[str, set[str]] = {}
    for region, forms in lexicon("regions.toml")["regions"].items():
        for form in (region, *forms):
            found.setdefault(form.replace(" ", ""), set()).add(region)
    return {form: frozenset(meant) for form, meant in found.items()}


@cache
def regions_behind_towns() -> Mapping[str, frozenset[str]]:
    """Return the same with the states of the United States, whose letters are too common to stand alone."""
    found = dict(regions())
    for form, state in parties().states.items():
        found[form] = found.get(form, frozenset()) | {state}
    return found
