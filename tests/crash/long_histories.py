"""Run long histories of deeds on marks against the model, and say how many.

python -m tests.crash.long_histories --histories 200 --steps 100
"""

import argparse
import sys
import time
from collections import Counter
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.library.marks_machine import MarksMachine

from variorum.library.commands import Command


class Counted(MarksMachine):
    """Count the deeds that are done."""

    histories: ClassVar[int] = 0
    deeds: ClassVar[Counter[str]] = Counter()

    def settle(self, command: Command) -> None:
        """Count a deed."""
        Counted.deeds[command] += 1
        super().settle(command)

    def teardown(self) -> None:
        """Count a history whose end was reached."""
        super().teardown()
        Counted.histories += 1


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--histories", type=int, default=200)
    parser.add_argument("--steps", type=int, default=100)
    given = parser.parse_args()
    began = time.perf_counter()
    run_state_machine_as_test(
        Counted,
        settings=settings(
            max_examples=given.histories,
            stateful_step_count=given.steps,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
    seconds = time.perf_counter() - began
    print(  # noqa: T201 - a script prints
        f"{Counted.histories} histories of up to {given.steps} steps,"
        f" {Counted.deeds.total()} deeds in {seconds:.0f} s: model, library and list agree,"
        f" undoing everything gives back the user's tables row for row"
    )
    for name, count in Counted.deeds.most_common():
        print(f"  {name:20} {count}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
