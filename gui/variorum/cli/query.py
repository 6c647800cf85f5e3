"""Refuse a query that cannot be understood, with the sentence that says how to write it."""

import re

import click

from variorum.errors import UsageError
from variorum.exchange.wording import ENGLISH
from variorum.library.connection import Db
from variorum.library.differing import uncompared
from variorum.library.search.language import leaves, read_query
from variorum.library.search.nowhere import terms_without_hits
from variorum.library.search.values import Kinded

_RULES_OUT = re.compile(r"-[^-]")
ADVICE = "Fewer words find more; a star finds beginnings, as in harb*."

NOT_COMPARED = (
    "The field class: knows only versions that were compared; not compared yet: {count}. Open the"
    " library with variorum open, and choose Story › Compare all versions of the library."
)


class QueryCommand(click.Command):
    """Take a query that begins with a minus, as -dock, for a query and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what begins with one minus behind the options."""
        end = args.index("--") if "--" in args else len(args)
        ruled_out = [each for each in args[:end] if _RULES_OUT.match(each) and each != "-h"]
        others = [each for each in args[:end] if each not in ruled_out]
        return super().parse_args(ctx, [*others, "--", *ruled_out, *args[end + 1 :]])


def understood(query: str) -> str:
    """Return a query, or raise a `UsageError` about the first thing in it that is not understood."""
    for trouble in read_query(query).troubles:
        raise UsageError(ENGLISH.trouble(trouble))
    return query


def why_nothing(db: Db, query: str) -> str:
    """Say why a query finds nothing, and what to do."""
    if read_query(query).ask is None:
        return "The query asks for no word; write a word, or a field such as source:northline."
    if any(isinstance(leaf, Kinded) for leaf in leaves(read_query(query).ask)):
        waiting = len(uncompared(db))
        if waiting:
            return NOT_COMPARED.format(count=waiting)
    nowhere = ", ".join(f"“{term}”" for term in terms_without_hits(db, query))
    if nowhere:
        return f"{nowhere} stands nowhere in this library. {ADVICE}"
    return f"All of this stands somewhere, but nowhere together. {ADVICE}"
