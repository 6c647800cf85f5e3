"""Run long histories of deeds, and compare all that search and filter find with the tables.

python -m tests.crash.long_searches --minutes 10 --steps 80
"""

import argparse
import sys
import time
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.library.search_machine import SearchMachine
from tests.library.search_scan import Query


class Counted(SearchMachine):
    """Count the histories and the questions."""

    histories: ClassVar[int] = 0
    questions: ClassVar[int] = 0

    def compare(self, queries: list[Query]) -> None:
        """Count questions."""
        Counted.questions += 2 * len(queries)
        super().compare(queries)

    def teardown(self) -> None:
        """Count a history whose end was reached."""
        super().teardown()
        Counted.histories += 1


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--steps", type=int, default=80)
    given = parser.parse_args()
    began = time.monotonic()
    while time.monotonic() < began + 60 * given.minutes:
        run_state_machine_as_test(
            Counted,
            settings=settings(
                max_examples=20,
                stateful_step_count=given.steps,
                deadline=None,
                database=None,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
            ),
        )
    print(  # noqa: T201 - a script prints
        f"{Counted.histories} histories of up to {given.steps} steps, {Counted.questions} questions"
        f" in {time.monotonic() - began:.0f} s: search, filter, indexes and tables agree"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
