"""Which versions stand on the desk, and in what order: what each deed on the panes makes of them.

The base stands first wherever more than one version is shown; no version is shown twice. Knows
numbers of articles only. `versions` are all of a story's, its base first.
"""

from collections.abc import Sequence
from typing import Final

from variorum.ids import ArticleId

MOST: Final = 4
"""Panes that stand side by side at most."""

Panes = tuple[ArticleId, ...]


def opened(versions: Sequence[ArticleId], *, count: int, wanted: ArticleId | None) -> Panes:
    """Return what is shown of a story that is turned to: the version asked for beside the base."""
    if not versions:
        return ()
    asked = wanted if wanted in versions else None
    if count == 1:
        return (asked or versions[0],)
    return filled((asked,) if asked else (), versions, count=count)


def filled(shown: Sequence[ArticleId], versions: Sequence[ArticleId], *, count: int) -> Panes:
    """Return what is still there of what was shown, with more versions up to so many panes."""
    there = [article for article in dict.fromkeys(shown) if article in versions]
    if count == 1 or not versions:
        return tuple(there[:1] or versions[:1])
    base, *others = versions
    kept = [article for article in there if article != base]
    kept += [article for article in others if article not in kept]
    return (base, *kept[: max(1, min(count, MOST)) - 1])


def counted(
    shown: Sequence[ArticleId], versions: Sequence[ArticleId], *, count: int, keep: ArticleId
) -> Panes:
    """Return so many panes; the pane in use is among them, and stands alone when it is one."""
    if count == 1:
        return (keep,)
    fits = list(shown)
    beside = [article for article in shown if article not in (keep, versions[0])]
    while len(fits) > count and beside:
        fits.remove(beside.pop())
    return filled(fits, versions, count=count)


def added(shown: Sequence[ArticleId], versions: Sequence[ArticleId]) -> Panes:
    """Return one pane more, with the next version that is not shown yet."""
    return filled(shown, versions, count=min(MOST, len(shown) + 1))


def closed(shown: Sequence[ArticleId], article: ArticleId) -> Panes:
    """Return what is left when a pane is closed; the base stays while versions stand beside it."""
    is_needed = article == shown[0] and len(shown) > 2
    left = tuple(one for one in shown if one != article)
    return tuple(shown) if is_needed or not left else left


def exchanged(shown: Sequence[ArticleId], *, old: ArticleId, new: ArticleId) -> Panes:
    """Return the panes with another version in the place of one; one shown already trades places.

    The base gives its place to nobody while versions stand beside it.
    """
    if old == new or (len(shown) > 1 and shown[0] in (old, new)):
        return tuple(shown)
    trade = {old: new, new: old}
    return tuple(trade.get(one, one) for one in shown)


def stepped(
    shown: Sequence[ArticleId], versions: Sequence[ArticleId], *, at: ArticleId, by: int
) -> Panes:
    """Return the panes with the next (1) or previous (-1) version that is not shown in one of them."""
    if at not in versions or (len(shown) > 1 and at == shown[0]):
        return tuple(shown)
    ring = [article for article in versions if article == at or article not in shown]
    return exchanged(shown, old=at, new=ring[(ring.index(at) + by) % len(ring)])


def moved(shown: Sequence[ArticleId], *, article: ArticleId, to: int) -> Panes:
    """Return the panes with one of the versions in another place, from 0; the base stays first."""
    if article not in shown or article == shown[0]:
        return tuple(shown)
    others = [one for one in shown[1:] if one != article]
    others.insert(max(1, to) - 1, article)
    return (shown[0], *others)
