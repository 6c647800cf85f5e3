"""The shapes of several versions of one story: each against the base and its forerunner.

Versions are named by their number, from 0; the base is null. Offsets are code points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from variorum.collation.matrix import Cell, Matrix
from variorum.collation.values import Collation
from variorum.exchange.json_shapes import (
    ArticleShape,
    CollationShape,
    Pair,
    article_shape,
    collation_shape,
)
from variorum.stories.descent import Descent, Shared
from variorum.text import Imported, Span

MOST_EVIDENCE = 50
"""Shared readings that are told of a version, the weightiest."""


class CellShape(TypedDict):
    """What became of a passage in a version."""

    relation: str
    moved: bool
    version: list[int]
    kept: float
    loudest: str | None


class RowShape(TypedDict):
    """A passage of the base, with a cell for each version."""

    passage: int
    kind: str
    cells: list[CellShape]


class SharedShape(TypedDict):
    """A reading that a version has from its ancestor."""

    kind: str
    variant_class: str | None
    base: Pair | None
    ancestor: Pair | None
    version: Pair | None


class DescentShape(TypedDict):
    """From what a version was made, and how one can tell."""

    version: int
    ancestor: int | None
    shared: list[SharedShape]
    shared_count: int
    own: float
    against: float
    rival: int | None
    margin: float | None


class AgainstShape(TypedDict):
    """A version against what was printed before it."""

    version: int
    forerunner: int | None
    collation: CollationShape


class SeveralShape(TypedDict):
    """Several versions as `collate` prints them."""

    base: ArticleShape
    versions: list[ArticleShape]
    against_base: list[CollationShape]
    against_forerunner: list[AgainstShape]
    matrix: list[RowShape]
    added: list[list[int]]
    ancestors: list[DescentShape]


@dataclass(frozen=True, slots=True)
class Read:
    """Hold an article with the file that it was read from."""

    imported: Imported
    file: str


@dataclass(frozen=True, slots=True)
class Against:
    """Hold a version's collation with what was printed before it; None is the base."""

    version: int
    forerunner: int | None
    collation: Collation


def several_shape(
    base: Read,
    versions: Sequence[Read],
    *,
    collations: Sequence[Collation],
    against: Sequence[Against],
    table: Matrix,
    ancestors: Sequence[Descent],
) -> SeveralShape:
    """Shape several versions, compared with the base and with one another."""
    kinds = [passage.kind for passage in base.imported.article.passages]
    return {
        "base": article_shape(base.imported, file=base.file),
        "versions": [article_shape(one.imported, file=one.file) for one in versions],
        "against_base": [
            _collation(collation, base, version)
            for collation, version in zip(collations, versions, strict=True)
        ],
        "against_forerunner": [
            {
                "version": one.version,
                "forerunner": one.forerunner,
                "collation": _collation(
                    one.collation,
                    base if one.forerunner is None else versions[one.forerunner],
                    versions[one.version],
                ),
            }
            for one in against
        ],
        "matrix": [
            {"passage": number, "kind": kind, "cells": [_cell(cell) for cell in row]}
            for number, (kind, row) in enumerate(zip(kinds, table.rows, strict=True))
        ],
        "added": [list(numbers) for numbers in table.added],
        "ancestors": [_descent(number, one) for number, one in enumerate(ancestors)],
    }


def _collation(collation: Collation, base: Read, version: Read) -> CollationShape:
    return collation_shape(
        collation,
        base=base.imported,
        version=version.imported,
        base_file=base.file,
        version_file=version.file,
    )


def _cell(cell: Cell) -> CellShape:
    return {
        "relation": cell.relation,
        "moved": cell.moved,
        "version": list(cell.version),
        "kept": round(cell.kept, 4),
        "loudest": cell.loudest,
    }


def _descent(number: int, one: Descent) -> DescentShape:
    return {
        "version": number,
        "ancestor": one.ancestor,
        "shared": [_shared(each) for each in one.shared[:MOST_EVIDENCE]],
        "shared_count": len(one.shared),
        "own": one.own,
        "against": one.against,
        "rival": one.rival,
        # Infinite where there is no other: JSON has no such number.
        "margin": one.margin if one.margin != float("inf") else None,
    }


def _shared(one: Shared) -> SharedShape:
    has_place = one.reading.kind != "added"
    return {
        "kind": one.reading.kind,
        "variant_class": one.version.variant_class,
        "base": _pair(one.reading.base) if has_place else None,
        "ancestor": _pair(one.ancestor.version),
        "version": _pair(one.version.version),
    }


def _pair(span: Span | None) -> Pair | None:
    return None if span is None else (span.start, span.end)
