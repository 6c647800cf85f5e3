"""Hold an item against the ninjs standard, and name what breaks it by its path."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from variorum.formats.wires.ninjs_table import FIRST, LATER, Kind, Shape

_DEEPEST = 24
_SUFFIX = re.compile(r"[A-Za-z0-9_]+", re.ASCII)
_MARKS_OF_LATER = frozenset({
    "headlines", "bodies", "descriptions", "people", "organisations", "places", "subjects", "events",
    "objects", "infosources", "trustindicators", "genres", "standard", "by", "eventdetails",
    "plannedcoverage", "embargoeduntil",
})  # fmt: skip


def broken_in(item: Mapping[str, Any]) -> Iterator[str]:
    """Yield the path of every property that breaks the standard, `uri` where it is missing.

    The generation of the standard is the one the item names, else the one its properties show.
    """
    yield from _object(item, _generation(item), "", depth=0)


def _generation(item: Mapping[str, Any]) -> Shape:
    keys = {key.casefold() for key in item}
    for key in ("$standard", "standard"):
        said = item.get(key)
        if isinstance(said, dict):
            version = str(cast("dict[str, Any]", said).get("version", ""))
            if version[:1] in {"1", "2", "3"}:
                return FIRST if version[0] == "1" else LATER
    lists = (
        item.get("associations"),
        item.get("altids"),
        item.get("altIds"),
        item.get("renditions"),
    )
    has_lists = any(isinstance(value, list) for value in lists)
    return LATER if keys & _MARKS_OF_LATER or has_lists else FIRST


def _value(value: Any, shape: Shape, path: str, *, depth: int) -> Iterator[str]:
    """Yield what is broken in one property."""
    if depth > _DEEPEST:
        return
    match shape.kind:
        case Kind.OBJECT if isinstance(value, dict):
            yield from _object(cast("dict[str, Any]", value), shape, f"{path}.", depth=depth)
        case Kind.ITEM if isinstance(value, dict):
            item = cast("dict[str, Any]", value)
            yield from _associated(item, shape, f"{path}.", depth=depth)
        case Kind.LIST if isinstance(value, list):
            for number, each in enumerate(cast("list[Any]", value)):
                if shape.items is not None:
                    yield from _value(each, shape.items, f"{path}[{number}]", depth=depth + 1)
        case Kind.TEXT if isinstance(value, str) and _is_word(value, shape):
            pass
        case Kind.NUMBER | Kind.INTEGER if _is_number(value, shape):
            pass
        case _:
            yield path


def _is_word(value: str, shape: Shape) -> bool:
    if shape.allowed and value not in shape.allowed:
        return False
    return shape.pattern is None or re.fullmatch(shape.pattern, value) is not None


def _is_number(value: Any, shape: Shape) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    if shape.kind is Kind.INTEGER and value != value // 1:
        return False
    low, high = shape.least, shape.most
    return (low is None or value >= low) and (high is None or value <= high)


def _associated(item: Mapping[str, Any], shape: Shape, path: str, *, depth: int) -> Iterator[str]:
    """Yield what is broken in an item within an item."""
    is_later = bool(shape.required)
    own = {key: value for key, value in item.items() if not (is_later and key in {"name", "rel"})}
    yield from (f"{path}{name}" for name in shape.required if name not in item)
    yield from _object(own, LATER if is_later else FIRST, path, depth=depth + 1)


def _object(value: Mapping[str, Any], shape: Shape, path: str, *, depth: int) -> Iterator[str]:
    keys = {key.casefold(): key for key in value}
    yield from (f"{path}{name}" for name in shape.required if name not in keys)
    if shape.one_of and sum(name in keys for name in shape.one_of) != 1:
        yield f"{path}{'/'.join(shape.one_of)}"
    for first, second in shape.not_both:
        if first in keys and second in keys:
            yield f"{path}{first}/{second}"
    for key, inner in value.items():
        known = shape.properties.get(key.casefold()) or _of_family(key, shape)
        if known is not None:
            yield from _value(inner, known, f"{path}{key}", depth=depth + 1)
        elif shape.is_closed:
            yield f"{path}{key}"


def _of_family(key: str, shape: Shape) -> Shape | None:
    for beginning, known in shape.families.items():
        if key.startswith(beginning) and _SUFFIX.match(key, len(beginning)):
            return known
    return None
