"""What IPTC ninjs asks of an item: the names of its properties, and what each may hold.

Written from the standard's published schemas, versions 1.0 to 1.8, 2.0 to 2.4 and 3.0 to 3.3
(https://iptc.org/std/ninjs/, CC BY 4.0), as one table: what came in with a later version of a
generation is no fault in an earlier one. Names are in small letters here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """Say what a property holds."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    OBJECT = "object"
    LIST = "list"
    ITEM = "item"
    """Another item of news."""


_NONE: Mapping[str, "Shape"] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold what a value has to be."""

    kind: Kind
    allowed: frozenset[str] = frozenset()
    pattern: str | None = None
    least: int | None = None
    most: int | None = None
    properties: Mapping[str, "Shape"] = field(default_factory=lambda: _NONE)
    families: Mapping[str, "Shape"] = field(default_factory=lambda: _NONE)
    """Beginnings of names; each may be followed by letters without accents, figures and `_`."""
    is_closed: bool = True
    """An object has no properties but these."""
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    """Exactly one of these is there."""
    not_both: tuple[tuple[str, str], ...] = ()
    items: "Shape | None" = None


TEXT = Shape(Kind.TEXT)
NUMBER = Shape(Kind.NUMBER)
INTEGER = Shape(Kind.INTEGER)
_PERCENT = Shape(Kind.INTEGER, least=0, most=100)
_TRUNCATED = Shape(
    Kind.TEXT,
    pattern=r"-?\d{4,}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?",
)


def _one_of(*words: str) -> Shape:
    return Shape(Kind.TEXT, allowed=frozenset(words))


def _texts(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, TEXT)


def _object(properties: Mapping[str, Shape], *, required: tuple[str, ...] = ()) -> Shape:
    return Shape(Kind.OBJECT, properties=properties, required=required)


def _list(items: Shape) -> Shape:
    return Shape(Kind.LIST, items=items)


_CONTACTS = _list(
    Shape(
        Kind.OBJECT,
        properties={
            **_texts("type", "role", "lang", "name", "value"),
            "address": _object(
                {"lines": _list(TEXT), **_texts("locality", "area", "postalcode", "country")}
            ),
        },
        one_of=("value", "address"),
    )
)
_RENDITION = {
    **_texts("href", "title", "format", "aspectratio", "videocodec", "transportprotocol"),
    **_texts("bitrate", "mimetype", "contenttype"),
    **dict.fromkeys(("height", "width", "sizeinbytes", "duration", "framerate"), NUMBER),
    "scantype": _one_of("progressive", "interlaced"),
    "poi": _object({"x": INTEGER, "y": INTEGER}),
    "resources": _list(_object(_texts("role", "title", "language", "contenttype", "href"))),
    "extensions": Shape(Kind.OBJECT, is_closed=False),
}
_SHARED = {
    **_texts("uri", "profile", "version", "firstcreated", "versioncreated", "contentcreated"),
    **_texts("contentdigitised", "expires", "copyrightholder", "copyrightnotice", "usageterms"),
    **_texts("ednote", "language", "title", "slugline", "located"),
    "pubstatus": _one_of("usable", "withheld", "canceled"),
    "urgency": Shape(Kind.INTEGER, least=1, most=9),
    "rightsinfo": Shape(
        Kind.OBJECT,
        properties=_texts("langid", "linkedrights", "encodedrights"),
        one_of=("linkedrights", "encodedrights"),
    ),
    "digitalsourcetype": _object(_texts("name", "uri", "literal")),
}
_STANDARD = _object(_texts("name", "version", "schema"))
_TYPES = ("text", "audio", "video", "picture", "graphic", "composite", "component")


def _coded(*more: str) -> Shape:
    """Return the list of what is known by a scheme and a code: version 1."""
    extra = {"contactinfo": _CONTACTS} if "contactinfo" in more else {}
    return _list(_object({**_texts("name", "rel", "scheme", "code"), **extra}))


def _known_as(*more: str) -> Shape:
    """Return the list of what is known by an address or a word: from version 2 on."""
    extra = {"contactinfo": _CONTACTS} if "contactinfo" in more else {}
    texts = [name for name in more if name != "contactinfo"]
    return _list(_object({**_texts("name", "rel", "uri", "literal", *texts), **extra}))


_RATED = {"creator": TEXT, "relevance": _PERCENT, "confidence": _PERCENT}
_SYMBOLS = _list(_object(_texts("ticker", "exchange", "symboltype", "symbol")))
FIRST = Shape(
    Kind.OBJECT,
    properties={
        **_SHARED,
        **_texts("mimetype", "embargoed", "byline", "headline"),
        "type": _one_of(*_TYPES),
        "representationtype": _one_of("complete", "incomplete"),
        "person": _coded("contactinfo"),
        "organisation": _list(
            _object(
                {
                    **_texts("name", "rel", "scheme", "code"),
                    "symbols": _SYMBOLS,
                    "contactinfo": _CONTACTS,
                }
            )
        ),
        "place": _list(
            Shape(
                Kind.OBJECT,
                properties={
                    **_texts("name", "rel", "scheme", "code"),
                    "contactinfo": _CONTACTS,
                },
                families={"geometry_": Shape(Kind.OBJECT, is_closed=False)},
            )
        ),
        "subject": _list(_object({**_texts("name", "rel", "scheme", "code"), **_RATED})),
        "event": _coded(),
        "object": _coded(),
        "infosource": _coded("contactinfo"),
        "charcount": NUMBER,
        "wordcount": NUMBER,
        "renditions": Shape(Kind.OBJECT, families={"": _object(_RENDITION)}),
        "associations": Shape(Kind.OBJECT, families={"": Shape(Kind.ITEM)}),
        "altids": Shape(Kind.OBJECT, is_closed=False),
        "trustindicator": _list(_object(_texts("scheme", "code", "title", "href"))),
        "$standard": _STANDARD,
        "genre": _list(_object(_texts("name", "scheme", "code"))),
        "extensions": Shape(Kind.OBJECT, is_closed=False),
    },
    families={"description_": TEXT, "body_": TEXT, "headline_": TEXT},
    required=("uri",),
)
"""Versions 1.0 to 1.8."""

_DATES = Shape(
    Kind.OBJECT,
    properties={
        **_texts("startdate", "enddate", "expectedduration"),
        "expectedstartdate": _TRUNCATED,
        "expectedenddate": _TRUNCATED,
        "recurrence": Shape(Kind.OBJECT, is_closed=False),
    },
    not_both=(("startdate", "expectedstartdate"), ("enddate", "expectedenddate")),
)
_ORGANISATION = _object(
    {
        **_texts("name", "rel", "uri", "literal"),
        "symbols": _SYMBOLS,
        "contactinfo": _CONTACTS,
    }
)
_WORDING = {**_texts("role", "contenttype", "value"), "charcount": INTEGER, "wordcount": INTEGER}
_PLACED = {**_texts("name", "rel", "uri", "literal"), "contactinfo": _CONTACTS}
_GEOJSON = Shape(
    Kind.OBJECT,
    properties={
        "type": _one_of(
            *("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
            *("GeometryCollection", "Feature", "FeatureCollection"),
        )
    },
    is_closed=False,
    required=("type",),
)
_RENDITIONS = _list(_object({**_RENDITION, "name": TEXT}, required=("name",)))
_COVERAGE = {
    **_texts("uri", "title", "ednote", "language"),
    "pubstatus": _SHARED["pubstatus"],
    "type": _one_of(*_TYPES, "event", "planning"),
    "urgency": _SHARED["urgency"],
    "wordcount": INTEGER,
    "dates": _DATES,
    "renditions": _RENDITIONS,
}
LATER = Shape(
    Kind.OBJECT,
    properties={
        **_SHARED,
        **_texts("embargoed", "embargoeduntil", "by", "contenttype", "readtime"),
        "type": _one_of(*_TYPES, "event", "planning"),
        "representationtype": _one_of("complete", "incomplete", "full", "partial"),
        "descriptions": _list(_object(_WORDING, required=("value",))),
        "bodies": _list(_object(_WORDING, required=("value",))),
        "headlines": _list(_object(_WORDING, required=("value",))),
        "people": _known_as("contactinfo"),
        "organisations": _list(_ORGANISATION),
        "places": _list(_object({**_PLACED, "geojson": _GEOJSON})),
        "subjects": _list(_object({**_texts("name", "rel", "uri", "literal"), **_RATED})),
        "events": _known_as("id"),
        "objects": _known_as(),
        "eventdetails": _object(
            {
                **_texts("eventstatus", "plannedcoveragestatus"),
                "dates": _DATES,
                "organiser": _ORGANISATION,
            }
        ),
        "plannedcoverage": _list(Shape(Kind.OBJECT, properties=_COVERAGE, is_closed=False)),
        "infosources": _known_as("role", "contactinfo"),
        "renditions": _RENDITIONS,
        "associations": _list(Shape(Kind.ITEM, required=("name",))),
        "altids": _list(_object(_texts("role", "value"))),
        "trustindicators": _list(_object(_texts("role", "title", "href"))),
        "standard": _STANDARD,
        "genres": _known_as(),
        "extensions": Shape(Kind.OBJECT, is_closed=False),
    },
    required=("uri",),
)
"""Versions 2.0 to 2.4 and 3.0 to 3.3, which differ in capitals."""
