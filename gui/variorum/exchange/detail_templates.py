"""The names of the fields that stand beside a text, marked so that lupdate finds them."""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.library.detail_fields import Detail

DETAILS: Mapping[Detail, str] = {
    Detail.SLUG: QT_TRANSLATE_NOOP("wording", "Slug"),
    Detail.HEADLINES: QT_TRANSLATE_NOOP("wording", "Further headlines"),
    Detail.STATUS: QT_TRANSLATE_NOOP("wording", "Status"),
    Detail.VERSION: QT_TRANSLATE_NOOP("wording", "Version number"),
    Detail.URGENCY: QT_TRANSLATE_NOOP("wording", "Urgency"),
    Detail.EDITOR_NOTE: QT_TRANSLATE_NOOP("wording", "Editor’s note"),
    Detail.EMBARGO: QT_TRANSLATE_NOOP("wording", "Embargo"),
    Detail.SUBJECTS: QT_TRANSLATE_NOOP("wording", "Subjects"),
    Detail.KEYWORDS: QT_TRANSLATE_NOOP("wording", "Keywords"),
    Detail.PLACES: QT_TRANSLATE_NOOP("wording", "Places"),
    Detail.AUTHORS: QT_TRANSLATE_NOOP("wording", "Authors"),
    Detail.DATELINE: QT_TRANSLATE_NOOP("wording", "Dateline in the file"),
    Detail.CREDIT: QT_TRANSLATE_NOOP("wording", "Credit"),
    Detail.PROVIDER: QT_TRANSLATE_NOOP("wording", "Provider"),
    Detail.COPYRIGHT: QT_TRANSLATE_NOOP("wording", "Copyright"),
    Detail.USAGE_TERMS: QT_TRANSLATE_NOOP("wording", "Usage terms"),
    Detail.CREATED: QT_TRANSLATE_NOOP("wording", "Created"),
    Detail.REVISED: QT_TRANSLATE_NOOP("wording", "Revised"),
    Detail.ADDRESS: QT_TRANSLATE_NOOP("wording", "Address"),
    Detail.GUID: QT_TRANSLATE_NOOP("wording", "Identifier"),
    Detail.EXTRA: QT_TRANSLATE_NOOP("wording", "Column of the file"),
}
