"""The proofs that a block changes nothing, in the order in which they are tried.

A proof below substance must hold whatever the sentence is about; it answers for a whole block
or not at all. Words inside quotation marks are not the desk's own: there only spelling,
typography, capitals, hyphens and marks may differ.
"""

from collections.abc import Mapping

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
from variorum.collation.features import Feature
from variorum.collation.form_proofs import (
    prove_abbreviation,
    prove_apostrophe,
    prove_closed_up,
    prove_contraction,
    prove_digraph,
    prove_lost_apostrophe,
    prove_number_sign,
    prove_point,
    prove_street,
)
from variorum.collation.grammar_proofs import (
    prove_between,
    prove_ended,
    prove_gerund,
    prove_level,
    prove_opened,
    prove_repeated,
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
from variorum.collation.needs import Choice, Needs, WholeProof
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

F = Feature

NEEDS: Mapping[WholeProof, Needs] = {
    prove_marks: Needs(never=F.WORD),
    prove_lost_mark: Needs(never=F.WORD | F.SEVERAL),
    prove_spacing: Needs(each=(F.SIGN,)),
    prove_closed_up: Needs(never=F.MARK, alike=True),
    prove_digraph: Needs(either=(F.FOREIGN,)),
    prove_slip: Needs(never=F.SEVERAL | F.MARK, alike=True),
    prove_said_beside: Needs(either=(F.SAYING, F.SEVERAL)),
    prove_code: Needs(either=(F.SIGN,)),
    prove_honorific: Needs(either=(F.HONORIFIC,)),
    prove_day_preposition: Needs(either=(F.LIGHT,), never=F.SEVERAL),
    prove_date: Needs(either=(F.DAY | F.FIGURE,)),
    prove_quantity: Needs(either=(F.FIGURE | F.UNIT,)),
    prove_name: Needs(either=(F.NAME | F.TITLE,), each=(F.NAME,), never=F.NOT_CALLED),
    prove_company: Needs(never=F.NOT_NAME),
    prove_told_before: Needs(either=(F.TITLE,)),
    prove_office: Needs(either=(F.TITLE,)),
    prove_letters: Needs(either=(F.BRACKET, F.SEVERAL)),
    prove_glossed: Needs(either=(F.BRACKET, F.SEVERAL)),
    prove_middle_initial: Needs(either=(F.POINT,), never=F.SEVERAL),
    prove_other_zone: Needs(either=(F.BRACKET, F.SEVERAL)),
    prove_sounded: Needs(either=(F.BRACKET, F.SEVERAL)),
    prove_owner: Needs(either=(F.OWNER,), never=F.SEVERAL),
    prove_country: Needs(either=(F.PLACE,), never=F.SEVERAL),
    prove_repeated_unit: Needs(either=(F.UNIT,)),
    prove_tense: Needs(either=(F.VERB,), each=(F.VERB,), never=F.MARK),
    prove_relative: Needs(either=(F.LIGHT, F.SEVERAL), never=F.MARK),
    prove_little: Needs(either=(F.LIGHT,), each=(F.LIGHT,)),
    prove_repeated: Needs(never=F.SEVERAL | F.MARK),
    prove_opened: Needs(either=(F.LIGHT,), never=F.SEVERAL),
    prove_ended: Needs(either=(F.LIGHT,), never=F.SEVERAL),
    prove_level: Needs(each=(F.LIGHT,), never=F.SEVERAL),
    prove_between: Needs(each=(F.LIGHT,), never=F.SEVERAL),
    prove_gerund: Needs(either=(F.OWNER,), never=F.SEVERAL | F.MARK, alike=True),
    prove_number_sign: Needs(either=(F.POINT,)),
    prove_street: Needs(either=(F.SHORT,)),
    prove_point: Needs(either=(F.SHORT,), never=F.SEVERAL, alike=True),
    prove_contraction: Needs(either=(F.CONTRACTED,)),
    prove_abbreviation: Needs(either=(F.CAPITALS, F.SEVERAL)),
    prove_initials: Needs(either=(F.CAPITALS, F.NAME)),
    prove_spelt_out: Needs(either=(F.CAPITALS, F.SEVERAL)),
    prove_party: Needs(either=(F.NAME,)),
    prove_arabic_article: Needs(either=(F.HYPHEN,), never=F.SEVERAL),
    prove_romanised: Needs(each=(F.UPPER,)),
    prove_months: Needs(each=(F.DAY,)),
    prove_owning_company: Needs(either=(F.SEVERAL,), each=(F.OWNER,), never=F.NOT_NAME),
    prove_same_digits: Needs(each=(F.FIGURE,), never=F.SEVERAL),
    prove_title: Needs(each=(F.TITLE,), never=F.SEVERAL),
    prove_called: Needs(each=(F.NAME | F.TITLE | F.HONORIFIC,)),
    prove_clock: Needs(either=(F.FIGURE,)),
    prove_range: Needs(each=(F.FIGURE,)),
    prove_cents: Needs(each=(F.FIGURE,)),
    prove_roman: Needs(either=(F.CAPITALS, F.FIGURE)),
    prove_short_year: Needs(each=(F.FIGURE,)),
    prove_fraction: Needs(either=(F.FIGURE,)),
    prove_month: Needs(each=(F.DAY,)),
    prove_same_code: Needs(each=(F.BRACKET,)),
    prove_plural_owner: Needs(each=(F.NAME, F.APOSTROPHE)),
    prove_department: Needs(either=(F.NAME,), each=(F.SEVERAL,)),
    prove_place: Needs(each=(F.PLACE,)),
    prove_apostrophe: Needs(either=(F.APOSTROPHE,), never=F.SEVERAL, alike=True),
    prove_lost_apostrophe: Needs(either=(F.OWNER,), never=F.SEVERAL, alike=True),
    prove_synonym: Needs(each=(F.SYNONYM,), never=F.SEVERAL),
    prove_phrase: Needs(never=F.NOT_PHRASE),
    prove_meaning: Needs(each=(F.MEANING,), never=F.MARK),
    prove_approximate: Needs(each=(F.ABOUT,)),
    prove_reporting_verb: Needs(each=(F.SAYING,)),
    prove_attribution: Needs(each=(F.SAYING,)),
    prove_inverted: Needs(either=(F.SAYING,)),
    prove_reference: Needs(either=(F.REFERS, F.NAME)),
    prove_body: Needs(either=(F.REFERS, F.NAME)),
    prove_pronoun: Needs(either=(F.REFERS, F.SEVERAL)),
    prove_attribute: Needs(either=(F.OWNER,), each=(F.NAME,), never=F.SEVERAL, alike=True),
    prove_adjective: Needs(either=(F.PLACE,), never=F.NOT_NAME),
    prove_former: Needs(either=(F.HYPHEN,)),
    prove_genitive: Needs(either=(F.OWNER,), each=(F.SEVERAL,), never=F.MARK),
    prove_age: Needs(each=(F.FIGURE,)),
    prove_progressive: Needs(either=(F.SEVERAL,), each=(F.VERB,)),
    prove_here: Needs(either=(F.REFERS,)),
    prove_that: Needs(either=(F.LIGHT,), never=F.SEVERAL),
}
"""What the words of a block must show for a proof to hold; what is not listed is always asked.

Only to save time: a proof whose needs are not met would have proved nothing.
"""

IN_QUOTES = Choice(
    (
        prove_marks,
        prove_lost_mark,
        prove_spacing,
        prove_closed_up,
        prove_apostrophe,
        prove_lost_apostrophe,
        prove_digraph,
        prove_slip,
        prove_said_beside,
    ),
    NEEDS,
)
CAME_OR_WENT = Choice(
    (
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
        prove_repeated,
        prove_opened,
        prove_ended,
    ),
    NEEDS,
)
"""For a block with words on one side only; the quiet ones first."""
CHANGED = Choice(
    (
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
        prove_lost_apostrophe,
        prove_digraph,
        prove_tense,
        prove_joint,
        prove_little,
        prove_synonym,
        prove_phrase,
        prove_meaning,
        prove_level,
        prove_between,
        prove_gerund,
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
    ),
    NEEDS,
)
"""For a block with words on both sides; the quiet ones first."""
ACROSS = Choice(
    (
        prove_date,
        prove_clock,
        prove_range,
        prove_quantity,
        prove_attribution,
        prove_inverted,
    ),
    NEEDS,
)
"""What may be proved of two blocks together with the words between them."""
EDGES = Choice(
    (
        prove_honorific,
        prove_day_preposition,
        prove_date,
        prove_quantity,
        prove_code,
        prove_company,
        prove_that,
    ),
    NEEDS,
)
"""What may be split off a larger block as a variant of its own."""
