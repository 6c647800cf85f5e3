"""Copy in the languages of the catalogue: openings, credits, rights, links, end marks."""

import pytest

from variorum.wire.language import language_of
from variorum.wire.reader import read

_STORIES = {
    "fr": "Les dockers ont cessé le travail mercredi, a indiqué leur syndicat dans un communiqué.",
    "de": "Die Hafenarbeiter haben am Mittwoch die Arbeit niedergelegt, sagte ein Sprecher der Stadt.",
    "es": "Los estibadores pararon este miércoles en el puerto, según informó el sindicato.",
    "nl": "De havenarbeiders hebben woensdag het werk neergelegd, meldt de vakbond in een brief.",
    "it": "I portuali hanno fermato il lavoro mercoledì, ha detto il sindacato in una nota.",
    "nb": "Havnearbeiderne la ned arbeidet onsdag, opplyser fagforeningen i en melding til byen.",
    "sv": "Hamnarbetarna lade ner arbetet på onsdagen, uppger facket i ett brev till staden.",
    "da": "Havnearbejderne nedlagde onsdag arbejdet, oplyser fagforeningen i et brev til byen.",
    "fi": "Satamatyöntekijät menivät lakkoon keskiviikkona, kertoo ammattiliitto kirjeessään.",
    "pt": "Os estivadores pararam na quarta-feira, disse o sindicato em carta ao porto da cidade.",
    "ar": "أضرب عمال الميناء يوم الأربعاء بحسب ما قالت النقابة في بيان لها.",
    "zh": "港口工人12日开始罢工，工会表示罢工将持续两天，渡轮改由新码头开出。",
    "ja": "港湾労働者は水曜日、ストライキに入った。労働組合が明らかにした。",
    "ko": "항만 노동자들이 수요일 파업에 들어갔다고 노조가 성명에서 밝혔다.",
}

OPENINGS = [
    ("fr", "Brelle, 10 juil 2024 (AFP) - ", "Brelle", "AFP"),
    ("fr", "BRELLE, 3 mai (Reuters) - ", "BRELLE", "Reuters"),
    ("fr", "Brelle (ats afp) ", "Brelle", "ats afp"),
    ("de", "Brellhaven (dpa) - ", "Brellhaven", "dpa"),
    ("de", "BERLIN/BRELLHAVEN (AFP) - ", "BERLIN/BRELLHAVEN", "AFP"),
    ("es", "Puerto Brel, 10 jul (EFE).- ", "Puerto Brel", "EFE"),
    ("es", "MADRID, 3 mayo (Reuters) - ", "MADRID", "Reuters"),
    ("nl", "BRELHAVEN (ANP) - ", "BRELHAVEN", "ANP"),
    ("nl", "BRELHAVEN 10/07 (BELGA) = ", "BRELHAVEN", "BELGA"),
    ("it", "(ANSA) - ROMA, 10 LUG - ", "ROMA", "ANSA"),
    ("it", "(AGI) - Brella, 10 lug. - ", "Brella", "AGI"),
    ("it", "Brella, 10 lug. (Adnkronos) - ", "Brella", "Adnkronos"),
    ("nb", "Brelvik (NTB): ", "Brelvik", "NTB"),
    ("sv", "STOCKHOLM. ", "STOCKHOLM", None),
    ("da", "BRELVIG (Ritzau) - ", "BRELVIG", "Ritzau"),
    ("fi", "BRELVIK (STT) - ", "BRELVIK", "STT"),
    ("pt", "SÃO PAULO, 3 Mai (Reuters) - ", "SÃO PAULO", "Reuters"),
    ("ar", "مانيلا، 3 ديسمبر (رويترز) - ", "مانيلا", "رويترز"),
    ("zh", "新华社北京8月12日电（记者李明）", "北京", "新华社"),
    ("ja", "【東京共同】", "東京", "共同"),
    ("ja", "［東京　３日　ロイター］ - ", "東京", "ロイター"),
    ("ko", "(서울=연합뉴스) 김철수 기자 = ", "서울", "연합뉴스"),
]

LINES = [
    ("fr", "(Rédigé par Paul Brun, édité par Anne Sol)", "credit"),
    ("fr", "jm/pb/LyS", "credit"),
    ("fr", "/ATS", "credit"),
    ("fr", "Tous droits réservés.", "copyright"),
    ("fr", "Lire aussi : Les pilotes menacent de partir", "promo"),
    ("fr", "Abonnez-vous à notre newsletter", "clutter"),
    ("fr", "(Corrige le nom du syndicat au 2e paragraphe)", "correction"),
    ("de", "(mit Material von dpa)", "credit"),
    ("de", "Lesen Sie auch: Was der Streik kostet", "promo"),
    ("de", "Alle Rechte vorbehalten", "copyright"),
    ("de", "# Notizblock", "advisory"),
    ("de", "Quelle: dpa", "credit"),
    ("es", "(Reporte de Ana Sol; editado por Luis Mar)", "credit"),
    ("es", "Lea también: El coste de la huelga", "promo"),
    ("es", "Suscríbete a nuestro boletín", "clutter"),
    ("nl", "Lees ook: Wat de staking kost", "promo"),
    ("nl", "Bron: ANP", "credit"),
    ("nl", "Meld je aan voor onze nieuwsbrief", "clutter"),
    ("it", "Leggi anche: Quanto costa lo sciopero", "promo"),
    ("it", "RIPRODUZIONE RISERVATA © Copyright ANSA", "copyright"),
    ("it", "(Bre/Adnkronos)", "credit"),
    ("nb", "Les også: Dette koster streiken", "promo"),
    ("nb", "(©NTB)", "copyright"),
    ("nb", "Foto: Kari Dal / NTB", "caption"),
    ("sv", "Läs mer: Så mycket kostar strejken", "promo"),
    ("sv", "Rättelse: I en tidigare version av artikeln angavs fel namn på facket.", "correction"),
    ("sv", "TT", "credit"),
    ("da", "Læs også: Det koster strejken", "promo"),
    ("da", "/ritzau/", "credit"),
    ("fi", "Lue myös: Mitä lakko maksaa", "promo"),
    ("fi", "(STT)", "credit"),
    ("pt", "(Reportagem de Ana Sol; Edição de Luis Mar)", "credit"),
    ("ar", "(تغطية صحفية أحمد علي - إعداد محمد سعيد للنشرة العربية)", "credit"),
    ("zh", "【编辑:王伟】", "credit"),
    ("zh", "（完）", "end_mark"),
    ("ja", "（共同）", "credit"),
    ("ko", "(끝)", "end_mark"),
    ("ko", "<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>", "copyright"),
]


@pytest.mark.parametrize(("language", "opening", "place", "credit"), OPENINGS)
def test_an_opening_is_read(language: str, opening: str, place: str, credit: str | None) -> None:
    """The dateline is read whole, and the story's words follow it untouched."""
    article = read(opening + _STORIES[language])

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == (place, credit)
    assert article.text[article.dateline.span.end :].lstrip() == _STORIES[language]


@pytest.mark.parametrize(("language", "line", "kind"), LINES)
def test_furniture_below_a_story_is_set_apart(language: str, line: str, kind: str) -> None:
    """A credit, a line of rights, a link, an end mark is known in its own language."""
    article = read(f"{_STORIES[language]}\n\n{line}")

    assert [p.kind.value for p in article.passages] == ["paragraph", kind]


@pytest.mark.parametrize("language", sorted(_STORIES))
def test_the_storys_own_sentences_stay(language: str) -> None:
    """Sentences without any furniture are paragraphs in every language."""
    article = read("\n\n".join([_STORIES[language]] * 3))

    assert [p.kind.value for p in article.passages] == ["paragraph"] * 3


def test_an_end_mark_glued_to_a_chinese_sentence_is_set_free() -> None:
    """The sign that a piece is complete is no part of its last sentence."""
    article = read(_STORIES["zh"] + "\n\n" + _STORIES["zh"] + "（完）")

    assert [p.kind.value for p in article.passages] == ["paragraph", "paragraph", "end_mark"]


def test_a_crosshead_between_dashes_is_one() -> None:
    """Agencies of France set crossheads between dashes."""
    article = read(f"{_STORIES['fr']}\n\n- Sans retour -\n\n{_STORIES['fr']}")

    assert [p.kind.value for p in article.passages] == ["paragraph", "crosshead", "paragraph"]


def test_a_german_take_is_a_slugline_and_the_headline_the_one_below() -> None:
    """The number of a take above the headline is not read for it."""
    article = read(
        f"2. Lead\nHafenarbeiter legen die Arbeit nieder =\n\nKiel (dpa) - {_STORIES['de']}"
    )

    assert article.headline == "Hafenarbeiter legen die Arbeit nieder"
    assert [(mark.kind.value, mark.number) for mark in article.lineage] == [("lead", 2)]


def test_short_russian_copy_is_told_by_its_letters() -> None:
    """Know Russian by its own letters and one small word, where the small words are too few."""
    text = "ТАРСК, 4 мая. /ТАСС/. Паром сел на мель у старой пристани, сообщили спасатели. Пассажиры высажены."

    assert language_of(text) == "ru"


def test_letters_of_a_wrong_table_are_no_russian() -> None:
    """Leave words open that only look Cyrillic, as Hebrew decoded by a wrong table does."""
    assert language_of("ЬЮЫ ДРИЬ ЮНЬ КИ ДТБИЫД ЛЮ ЗЗВИИМ НКИЕЕО ЫДРИЬИИД") is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Lautta ajoi karille varhain aamulla. Laivassa oli noin 200 ihmistä. Kukaan ei loukkaantunut, ja syytä selvitetään yhä."),
        ("tr", "Feribottaki yolcular ekiplerce kurtarıldı. Vali, yolcuların durumunun iyi olduğunu söyledi ve soruşturma için ekip kuruldu."),
        ("id", "Sebuah kapal feri yang mengangkut penumpang kandas pada Kamis pagi, namun seluruh penumpang selamat, kata seorang petugas."),
        ("uk", "Паром сів на мілину у четвер вранці, повідомили рятувальники. Ніхто не постраждав, але рух за маршрутом зупинено до вечора."),
    ],
)  # fmt: skip
def test_short_copy_in_a_language_of_endings_is_told(code: str, text: str) -> None:
    """Need fewer small words where no other language comes near."""
    assert language_of(text) == code
