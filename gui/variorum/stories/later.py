"""Put off loading what judges between versions until some are to be judged."""

from collections.abc import Sequence
from importlib import import_module

from variorum.text import Article


def choose_base(articles: Sequence[Article]) -> int:
    """Return the number of the base among the versions of one story: see `base.choose_base`."""
    return import_module("variorum.stories.base").choose_base(articles)
