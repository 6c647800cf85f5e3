"""Put off loading the rules of collation until the first pair is compared.

They take a tenth of a second to load (measured), and a window that opens on what was compared
before needs none of them.
"""

from importlib import import_module

from variorum.collation.decisions import NO_DECISIONS, Decisions
from variorum.collation.values import Collation
from variorum.progress import Tick, no_tick
from variorum.text import Article


def collate(
    base: Article,
    version: Article,
    *,
    decisions: Decisions = NO_DECISIONS,
    tick: Tick = no_tick,
) -> Collation:
    """Compare two versions of a story, as `collate.collate` does."""
    rules = import_module("variorum.collation.collate")
    return rules.collate(base, version, decisions=decisions, tick=tick)


def rehearse() -> None:
    """Load the rules and read their tables, so that no first comparison waits for these."""
    import_module("variorum.collation.rehearsal").rehearse()
