"""What the commands print: JSON that survives every terminal and pipe."""

import json
from collections.abc import Mapping

import click


def print_json(value: Mapping[str, object]) -> None:
    """Print an object on a line of its own.

    In ASCII: neither a terminal's encoding nor a file name that is no UTF-8 can break it.
    """
    click.echo(json.dumps(value, separators=(", ", ": ")))
