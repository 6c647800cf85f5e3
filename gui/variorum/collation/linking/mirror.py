"""Turn links and variants round: what was the base becomes the version."""

from typing import overload

from variorum.collation.values import Link, Reason, ReasonKind, Relation, Rule, Variant

_RELATIONS = {
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.CUT: Relation.ADDED,
    Relation.ADDED: Relation.CUT,
}
_RULES = {Rule.DETAIL_CUT: Rule.DETAIL_ADDED, Rule.DETAIL_ADDED: Rule.DETAIL_CUT}
_KINDS = {ReasonKind.CUT: ReasonKind.ADDED, ReasonKind.ADDED: ReasonKind.CUT}


@overload
def mirrored(one: Link) -> Link: ...
@overload
def mirrored(one: Variant) -> Variant: ...
def mirrored(one: Link | Variant) -> Link | Variant:
    """Return a link or a variant as seen from the other side."""
    if isinstance(one, Link):
        relation = _RELATIONS.get(one.relation, one.relation)
        return Link(one.version, one.base, relation, moved=one.moved, confidence=one.confidence)
    reason = one.reason
    kind = _KINDS.get(reason.kind, reason.kind)
    return Variant(
        rule=_RULES.get(one.rule, one.rule),
        base=one.version,
        version=one.base,
        reason=Reason(kind, reason.version, reason.base, reason.detail),
        decided=one.decided,
    )
