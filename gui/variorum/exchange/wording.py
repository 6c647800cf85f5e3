"""English for every enum of the domain, marked for translation.

The domain returns enums; whoever speaks to the user asks a `Wording` for the sentence. The
window hands in its own `Translate`, so that one table serves the window, the command line
and every export. This is the one domain room that holds sentences; they stand
in `templates`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import Formatter

from variorum.annotations.values import CarriedStatus
from variorum.collation.values import Reason, Relation, Rule, Variant, VariantClass, Verdict
from variorum.exchange import lineage_templates, templates
from variorum.exchange.detail_templates import DETAILS
from variorum.exchange.query_templates import FIELD_MEANT, TROUBLES
from variorum.library.detail_fields import Detail
from variorum.library.search.language import Trouble
from variorum.library.search.matching import Field
from variorum.library.search.values import WORDS_OF
from variorum.text import Lineage, LineageKind, PassageKind, Problem, PublishedFrom

Translate = Callable[[str], str]
"""Turn an English template of the context `CONTEXT` into the reader's language."""

CONTEXT = "wording"


def in_english(text: str) -> str:
    """Leave a template in English."""
    return text


@dataclass(frozen=True, slots=True)
class Wording:
    """Say what an enum means, in the language of the `translate` handed in."""

    translate: Translate = in_english

    def variant_class(self, variant_class: VariantClass) -> str:
        """Name a class of variants."""
        return self.translate(templates.CLASSES[variant_class])

    def variant_class_line(self, variant_class: VariantClass) -> str:
        """Explain a class of variants in one sentence."""
        return self.translate(templates.CLASS_LINES[variant_class])

    def rule(self, rule: Rule) -> str:
        """Name a rule."""
        return self.translate(templates.RULES[rule][0])

    def classed(self, variant: Variant) -> str:
        """Name a variant's class, and the rule that gave it unless a person did."""
        by = self.translate(templates.BY_HAND) if variant.decided else self.rule(variant.rule)
        return f"{self.variant_class(variant.variant_class)} · {by}"

    def rule_line(self, rule: Rule) -> str:
        """Explain a rule in one sentence."""
        return self.translate(templates.RULES[rule][1])

    def reason(self, reason: Reason) -> str:
        """Say in one sentence why a variant has its class."""
        fields = {"base": reason.base, "version": reason.version, "detail": reason.detail}
        return self._fill(templates.REASONS[reason.kind], fields)

    def relation(self, relation: Relation) -> str:
        """Name how two sides correspond."""
        return self.translate(templates.RELATIONS[relation])

    def verdict(self, verdict: Verdict) -> str:
        """Say what became of a quotation."""
        return self.translate(templates.VERDICTS[verdict])

    def status(self, status: CarriedStatus) -> str:
        """Say what carrying made of a mark."""
        return self.translate(templates.STATUSES[status])

    def passage_kind(self, kind: PassageKind) -> str:
        """Name a kind of passage."""
        return self.translate(templates.KINDS[kind])

    def gap(self, kind: PassageKind, relation: Relation) -> str:
        """Label the gap that a passage without a partner leaves in the other pane.

        The relation is `CUT` when the base alone has the passage, `ADDED` when the version has.
        """
        labels = templates.GAPS_ADDED if relation is Relation.ADDED else templates.GAPS_CUT
        return self.translate(labels[kind])

    def problem(self, problem: Problem) -> str:
        """Say in one sentence what was odd about a file."""
        return self._fill(templates.PROBLEMS[problem.kind], {"detail": problem.detail})

    def published_from(self, origin: PublishedFrom) -> str:
        """Say where an article's date was read."""
        return self.translate(templates.PUBLISHED_FROM[origin])

    def lineage_kind(self, kind: LineageKind) -> str:
        """Name a kind of mark of an item's descent."""
        return self.translate(lineage_templates.LINEAGES[kind])

    def lineage(self, mark: Lineage) -> str:
        """Name a mark of an item's descent, with its number: update 2."""
        if mark.soft:
            return self.translate(lineage_templates.SOFT_CORRECTION)
        name = self.lineage_kind(mark.kind)
        if mark.number is None:
            return name
        return self.translate(lineage_templates.NUMBERED).format(mark=name, number=mark.number)

    def detail(self, detail: Detail) -> str:
        """Name a field that stands beside a text."""
        return self.translate(DETAILS[detail])

    def trouble(self, trouble: Trouble) -> str:
        """Say what cannot be understood of a query, and how it is to be written."""
        names = (
            WORDS_OF.get(trouble.field, ()) if trouble.field else [field.value for field in Field]
        )
        sentence = TROUBLES[trouble.kind] if trouble.meant is None else FIELD_MEANT
        return self.translate(sentence).format(
            term=trouble.typed,
            typed=trouble.typed.partition(":")[0] + ":",
            names=", ".join(names),
            meant=f"{trouble.meant}:",
        )

    def label(self, label: templates.Label) -> str:
        """Return a word that stands beside figures and lists."""
        return self.translate(templates.LABELS[label])

    def _fill(self, sentences: tuple[str, ...], fields: Mapping[str, str]) -> str:
        known = {name for name, value in fields.items() if value}
        fitting = next(text for text in sentences if fields_of(text) <= known)
        return self.translate(fitting).format(**fields)


ENGLISH = Wording()


def fields_of(template: str) -> set[str]:
    """Return the names of a template's fields."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}
