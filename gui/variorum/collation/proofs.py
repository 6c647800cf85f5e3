"""The proofs that a block changes nothing, in the order in which they are tried.

A proof below substance must hold whatever the sentence is about; it answers for a whole block
or not at all. Words inside quotation marks are not the desk's own: there only spelling,
typography, capitals, hyphens and marks may differ.
"""

from collections.abc import Callable

from variorum.collation.alignment import Block
from variorum.collation.clause_proofs import (
    prove_attribute,
    prove_country,
    prove_genitive,
    prove_here,
    prove_progressive,
    prove_relative,
)
from variorum.collation.code_proofs import prove_code
from variorum.collation.fact_proofs import (
    prove_clock,
    prove_date,
    prove_day_preposition,
    prove_place,
    prove_quantity,
    prove_range,
)
from variorum.collation.form_proofs import (
    prove_abbreviation,
    prove_apostrophe,
    prove_closed_up,
    prove_contraction,
    prove_digraph,
    prove_number_sign,
    prove_point,
    prove_street,
)
from variorum.collation.little_proofs import prove_little
from variorum.collation.mark_proofs import prove_marks, prove_spacing
from variorum.collation.meaning_proofs import prove_meaning
from variorum.collation.naming_proofs import (
    prove_called,
    prove_company,
    prove_initials,
    prove_letters,
    prove_office,
    prove_same_digits,
    prove_sounded,
    prove_told_before,
)
from variorum.collation.notation_proofs import (
    prove_age,
    prove_cents,
    prove_department,
    prove_fraction,
    prove_month,
    prove_plural_owner,
    prove_repeated_unit,
    prove_roman,
    prove_same_code,
    prove_short_year,
)
from variorum.collation.people_proofs import (
    prove_honorific,
    prove_name,
    prove_reference,
    prove_title,
)
from variorum.collation.phrase_proofs import prove_phrase
from variorum.collation.proof import Pair, Proof
from variorum.collation.reference_proofs import prove_body, prove_owner, prove_pronoun
from variorum.collation.short_proofs import (
    prove_adjective,
    prove_arabic_article,
    prove_former,
    prove_glossed,
    prove_middle_initial,
    prove_months,
    prove_other_zone,
    prove_owning_company,
    prove_party,
    prove_romanised,
    prove_spelt_out,
)
from variorum.collation.slips import prove_lost_mark, prove_slip
from variorum.collation.speaker_proofs import prove_said_beside
from variorum.collation.tense_proofs import prove_tense
from variorum.collation.wording_proofs import (
    prove_approximate,
    prove_attribution,
    prove_inverted,
    prove_joint,
    prove_reporting_verb,
    prove_synonym,
    prove_that,
)

WholeProof = Callable[[Pair, Block], Proof | None]

IN_QUOTES: tuple[WholeProof, ...] = (
    prove_marks,
    prove_lost_mark,
    prove_spacing,
    prove_closed_up,
    prove_digraph,
    prove_slip,
    prove_said_beside,
)
CAME_OR_WENT: tuple[WholeProof, ...] = (
    prove_marks,
    prove_lost_mark,
    prove_code,
    prove_honorific,
    prove_day_preposition,
    prove_date,
    prove_quantity,
    prove_name,
    prove_company,
    prove_told_before,
    prove_office,
    prove_letters,
    prove_glossed,
    prove_middle_initial,
    prove_other_zone,
    prove_sounded,
    prove_owner,
    prove_country,
    prove_repeated_unit,
    prove_age,
    prove_tense,
    prove_joint,
    prove_relative,
    prove_said_beside,
    prove_little,
)
"""For a block with words on one side only; the quiet ones first."""
CHANGED: tuple[WholeProof, ...] = (
    prove_marks,
    prove_spacing,
    prove_honorific,
    prove_number_sign,
    prove_street,
    prove_point,
    prove_contraction,
    prove_abbreviation,
    prove_initials,
    prove_spelt_out,
    prove_party,
    prove_arabic_article,
    prove_romanised,
    prove_months,
    prove_owning_company,
    prove_same_digits,
    prove_title,
    prove_office,
    prove_called,
    prove_date,
    prove_clock,
    prove_range,
    prove_quantity,
    prove_cents,
    prove_roman,
    prove_short_year,
    prove_fraction,
    prove_month,
    prove_same_code,
    prove_plural_owner,
    prove_department,
    prove_closed_up,
    prove_place,
    prove_name,
    prove_apostrophe,
    prove_digraph,
    prove_tense,
    prove_joint,
    prove_little,
    prove_synonym,
    prove_phrase,
    prove_meaning,
    prove_approximate,
    prove_reporting_verb,
    prove_attribution,
    prove_reference,
    prove_body,
    prove_pronoun,
    prove_attribute,
    prove_adjective,
    prove_former,
    prove_genitive,
    prove_age,
    prove_progressive,
    prove_said_beside,
    prove_here,
    prove_slip,
)
"""For a block with words on both sides; the quiet ones first."""
WITHOUT_FIGURES = tuple(
    proof
    for proof in CHANGED
    if proof not in {prove_cents, prove_short_year, prove_range, prove_age}
)
"""The same where one side tells no figure: these four read one on both."""
ACROSS: tuple[WholeProof, ...] = (
    prove_date,
    prove_clock,
    prove_range,
    prove_quantity,
    prove_attribution,
    prove_inverted,
)
"""What may be proved of two blocks together with the words between them."""
EDGES: tuple[WholeProof, ...] = (
    prove_honorific,
    prove_day_preposition,
    prove_date,
    prove_quantity,
    prove_code,
    prove_company,
    prove_that,
)
"""What may be split off a larger block as a variant of its own."""
