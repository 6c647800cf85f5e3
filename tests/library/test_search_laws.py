"""Deeds that change what can be found: search and filter never disagree with the tables.

`python -m tests.crash.long_searches` runs as many and as long histories as are asked for.
"""

from hypothesis import HealthCheck, settings

from .search_machine import SearchMachine

TestSearch = SearchMachine.TestCase
TestSearch.settings = settings(
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
