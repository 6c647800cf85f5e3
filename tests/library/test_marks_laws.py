"""Deeds on marks against a model: library, list and model agree, and all of it can be undone.

`python -m tests.crash.long_histories` runs as many and as long histories as are asked for.
"""

from hypothesis import HealthCheck, settings

from .marks_machine import MarksMachine

TestMarks = MarksMachine.TestCase
TestMarks.settings = settings(
    max_examples=8,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
