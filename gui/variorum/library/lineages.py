"""Keep what copy says of its descent with its article, as it was read."""

import json
from collections.abc import Iterable

from variorum.text import Lineage, LineageKind, Span

LINEAGE = (
    # JSON: [[kind, number, start, end, soft], ...], as read
    "ALTER TABLE articles ADD COLUMN lineage TEXT NOT NULL DEFAULT '[]'",
)
"""What the fifth schema adds."""


def to_json(lineage: Iterable[Lineage]) -> str:
    """Return marks of descent as the column holds them."""
    return json.dumps(
        [
            [m.kind, m.number, m.span and m.span.start, m.span and m.span.end, m.soft]
            for m in lineage
        ]
    )


def from_json(kept: str) -> tuple[Lineage, ...]:
    """Return the marks of descent that the column holds."""
    return tuple(
        Lineage(LineageKind(kind), number, None if start is None else Span(start, end), soft)
        for kind, number, start, end, soft in json.loads(kept)
    )
