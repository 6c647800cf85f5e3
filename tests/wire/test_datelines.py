"""Datelines of every form in the catalogue, with examples of our own in the same shapes."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.text import Article, PartialDate
from variorum.wire import datelines
from variorum.wire.fields import Fields
from variorum.wire.reader import read

_STORY = "The harbour board said on Monday that it would close both piers for repairs."
_MORE = "\n\nFerries will sail from the new quay until the spring, the board said."


def printed(article: Article) -> str | None:
    """Return a dateline as it stands in the text."""
    return None if article.dateline is None else article.dateline.span.of(article.text)


FORMS = [
    ("P66", "(Bloomberg) -- ", None, "Bloomberg", None),
    ("P67", "MALMO (BLOOMBERG)- ", "MALMO", "BLOOMBERG", None),
    ("P68 underscore", "DURBAN (AP) _ ", "DURBAN", "AP", None),
    ("P68 em dash", "NEW BEDFORD (AP) — ", "NEW BEDFORD", "AP", None),
    ("P69 state", "GALVESTON, Texas (AP) _ ", "GALVESTON, Texas", "AP", None),
    ("P69 short state", "NEW BEDFORD, Mass. (AP) — ", "NEW BEDFORD, Mass.", "AP", None),
    ("P69 country", "VALPARAISO, Chile (AP) — ", "VALPARAISO, Chile", "AP", None),
    ("P70", "OSLO  (Reuters) - ", "OSLO", "Reuters", None),
    ("P70 two", "OSLO/BERGEN (Reuters) - ", "OSLO/BERGEN", "Reuters", None),
    ("P70 none", "(Reuters) - ", None, "Reuters", None),
    ("P71", "OSLO  Nov 3 (Reuters) - ", "OSLO", "Reuters", "--11-03"),
    ("P71 date alone", "Jan 30 (Reuters) - ", None, "Reuters", "--01-30"),
    ("P72", "BERGEN, Feb 26 - ", "BERGEN", None, "--02-26"),
    ("P72 state", "PORT ARTHUR, Texas, March 3 - ", "PORT ARTHUR, Texas", None, "--03-03"),
    (
        "P72 slash",
        "DALLAS/FORT WORTH, Texas, March 3 - ",
        "DALLAS/FORT WORTH, Texas",
        None,
        "--03-03",
    ),
    ("P73", "MALMO, Aug 29, 2014 (AFP) - ", "MALMO", "AFP", "2014-08-29"),
    ("P73 bare agency", "BUSAN, Nov 26 AFP - ", "BUSAN", "AFP", "--11-26"),
    ("P78 unknown", "TARSK, May 14. /SLNA/. ", "TARSK", "SLNA", "--05-14"),
    ("point before a date", "Tarsk. 14 May. INTERFAX - ", "Tarsk", "INTERFAX", "--05-14"),
    ("stamp", "03.06.Jasny Port (PAP) - ", "Jasny Port", "PAP", "--06-03"),
    (
        "stamp with a clock",
        "03/06/2017 14:05 HELDERHAVEN (BELGA) = ",
        "HELDERHAVEN",
        "BELGA",
        "2017-06-03",
    ),
    ("P74", "Nantes, 10 juil 2024 (AFP) - ", "Nantes", "AFP", "2024-07-10"),
    ("P74 no dash", "Nantes, 21 févr. 2019 (AFP) ", "Nantes", "AFP", "2019-02-21"),
    ("P75", "Kiel (dpa) - ", "Kiel", "dpa", None),
    ("P75 long name", "Mülheim an der Ruhr (dpa) - ", "Mülheim an der Ruhr", "dpa", None),
    ("P75 two agencies", "San Diego (tca/dpa) - ", "San Diego", "tca/dpa", None),
    ("P76", "Lausanne (ats afp) ", "Lausanne", "ats afp", None),
    ("P77", "Bilbao, 2 ene (EFE).- ", "Bilbao", "EFE", "--01-02"),
    ("P77 English", "Bilbao, Jan 2 (EFE).- ", "Bilbao", "EFE", "--01-02"),
    ("P78", "MURMANSK, January 21. /TASS/. ", "MURMANSK", "TASS", "--01-21"),
    ("P79 Kyodo", "KOBE, Japan, Dec. 9 Kyodo - ", "KOBE, Japan", "Kyodo", "--12-09"),
    ("P79 Xinhua", "HARBIN, March 31 (Xinhua) -- ", "HARBIN", "Xinhua", "--03-31"),
    ("P79 Portuguese", "PORTO, 18 jun (Xinhua) -- ", "PORTO", "Xinhua", "--06-18"),
    ("two places, two agencies", "Wien/Linz (APA/dpa) - ", "Wien/Linz", "APA/dpa", None),
    ("P78 Gulf", "أبوظبي في 14 مايو / وام / ", "أبوظبي", "وام", "--05-14"),
    ("P78 points", "КИЇВ. 14 травня. УНІАН. ", "КИЇВ", "УНІАН", "--05-14"),
    ("P74 led date", "Nantes, le 10 mai 2024 (AFP) - ", "Nantes", "AFP", "2024-05-10"),
    ("Czech", "Plzeň 14. května (ČTK) - ", "Plzeň", "ČTK", "--05-14"),
    ("Hungarian", "Győr, 2020. május 14., csütörtök (MTI) - ", "Győr", "MTI", "2020-05-14"),
    ("date first", "14.05.2020 Gdynia (PAP) - ", "Gdynia", "PAP", "2020-05-14"),
    ("day of the week", "Aarhus, torsdag /ritzau/ ", "Aarhus", "ritzau", None),
    ("day alone", "Tarsk, 02 (AE) - ", "Tarsk", "AE", None),
    ("city before a point", "Stockholm. ", "Stockholm", None, None),
    ("NTB colon", "Bergen (NTB): ", "Bergen", "NTB", None),
    ("NTB bare", "Bergen NTB: ", "Bergen", "NTB", None),
    ("of old", "TARSK, MAY 14. ", "TARSK", None, "--05-14"),
    ("of old, weekday", "TARSK, Thursday. — ", "TARSK", None, None),
    ("P80 Taiwan", "（中央社記者王小明台中14日電）", "台中", "中央社", None),
    ("P82 two hyphens", "BUSAN -- ", "BUSAN", None, None),
    ("P82 hyphen", "FREMANTLE - ", "FREMANTLE", None, None),
    ("P82 em dash", "TURKU, Finland — ", "TURKU, Finland", None, None),
    ("P82 known city", "Warsaw — ", "Warsaw", None, None),
    ("P82 date in capitals", "SHARJAH, MARCH 14 - ", "SHARJAH", None, "--03-14"),
    ("P83 no space", "NEW BEDFORD (Reuters) -", "NEW BEDFORD", "Reuters", None),
    ("P83 no dash", "MOBILE, Alabama (Reuters) ", "MOBILE, Alabama", "Reuters", None),
    ("P83 no such day", "NEW BEDFORD, March 119 - ", "NEW BEDFORD", None, None),
    ("P83 misspelt month", "NEW BEDFORD, Febuary 9 - ", "NEW BEDFORD", None, "--02-09"),
    (
        "P84",
        "OAKLAND, Dec.  03, 2019  (GLOBE NEWSWIRE) -- ",
        "OAKLAND",
        "GLOBE NEWSWIRE",
        "2019-12-03",
    ),
    (
        "P84 slashes",
        "WACO, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- ",
        "WACO, Texas",
        "PRNewswire-AsiaNet",
        "2017-02-01",
    ),
    ("P85", "ANSA - BARI, 01 LUG - ", "BARI", "ANSA", "--07-01"),
    ("unknown house", "MALMO (The Harbour Gazette) — ", "MALMO", "The Harbour Gazette", None),
    ("ISO date", "MALMO, 2021-03-04 (AFP) - ", "MALMO", "AFP", "2021-03-04"),
    ("weekday", "MALMO, Tuesday (Reuters) - ", "MALMO", "Reuters", None),
    ("Cyrillic", "ТВЕРЬ, 21 января. /ТАСС/. ", "ТВЕРЬ", "ТАСС", "--01-21"),
    ("particles", "Rio de Janeiro, 5 ago (EFE).- ", "Rio de Janeiro", "EFE", "--08-05"),
]


@pytest.mark.parametrize(
    ("opening", "place", "credit", "date"),
    [form[1:] for form in FORMS],
    ids=[form[0] for form in FORMS],
)
def test_dateline_is_read(
    opening: str, place: str | None, credit: str | None, date: str | None
) -> None:
    """Read place, credit and date of each form, from the first character through the dash."""
    article = read(opening + _STORY + _MORE)

    dateline = article.dateline
    assert dateline is not None
    assert printed(article) == opening.rstrip()
    assert dateline.place == place
    assert dateline.credit == credit
    if date is not None:
        assert dateline.date is not None
        assert dateline.date.isoformat() == date


EASTERN = [
    (
        "P80",
        "新华社上海8月12日电（记者王小明）",
        "上海",
        "新华社",
        "--08-12",
        "记者12日从市政府获悉，新的港口将于明年开放，届时将有更多船只停靠。",
    ),
    (
        "P80 title",
        "新华社上海1月5日电 题：",
        "上海",
        "新华社",
        "--01-05",
        "新的港口将于明年开放，届时将有更多船只停靠，市民可以前往参观。",
    ),
    (
        "P80 full width",
        "新华社上海１０月２２日电",
        "上海",
        "新华社",
        "--10-22",
        "新的港口将于明年开放，届时将有更多船只停靠，市民可以前往参观。",
    ),
    (
        "P81",
        "تونس، 3 ديسمبر (رويترز) -",
        "تونس",
        "رويترز",
        "--12-03",
        " قال مجلس الميناء يوم الاثنين إنه سيغلق الرصيفين لإجراء إصلاحات.",
    ),
    (
        "P81 date alone",
        "9 يونيو (رويترز) -",
        None,
        "رويترز",
        "--06-09",
        " قال مجلس الميناء يوم الاثنين إنه سيغلق الرصيفين لإجراء إصلاحات.",
    ),
    (
        "unknown house",
        "تونس، 9 مارس (الميناء) -",
        "تونس",
        "الميناء",
        "--03-09",
        " قال مجلس الميناء يوم الاثنين إنه سيغلق الرصيفين لإجراء إصلاحات.",
    ),
    (
        "Japanese",
        "［東京　２日　ロイター］ -",
        "東京",
        "ロイター",
        None,
        " 港湾当局は月曜日、修理のため両方の桟橋を閉鎖すると発表した。",
    ),
    (
        "Korean",
        "(부산=연합뉴스) 홍길동 기자 =",
        "부산",
        "연합뉴스",
        None,
        " 항만 당국은 월요일 수리를 위해 두 부두를 폐쇄한다고 밝혔다.",
    ),
]


@pytest.mark.parametrize(
    ("opening", "place", "credit", "date", "story"),
    [form[1:] for form in EASTERN],
    ids=[form[0] for form in EASTERN],
)
def test_dateline_without_capitals_is_read(
    opening: str, place: str | None, credit: str, date: str | None, story: str
) -> None:
    """Read the heads of scripts that know no capitals."""
    article = read(opening + story)

    dateline = article.dateline
    assert dateline is not None
    assert printed(article) == opening.rstrip()
    assert (dateline.place, dateline.credit) == (place, credit)
    assert (dateline.date and dateline.date.isoformat()) == date


NOT_DATELINES = [
    "CORRECTED - HARBOUR BOARD PLACES NOTES WITH PENSION FUNDS",
    "The harbour - the oldest on the coast - will close for repairs on Monday, it said.",
    "MALMO, SWEDEN - JULY 11: Visitors walk along the old quay on the first day of summer.",
    "Analysts said the harbour (AP Moller's) would close - and soon - for two long years.",
    "Q - What will happen to the ferries that sail from the old quay every morning?",
    "Three ferries, Nov 3 and 4 only, will sail - weather permitting - from the new quay.",
    "March 3 was the day - a Tuesday - on which the board met and closed both of the piers.",
    "“Nobody told us,” he said (Reuters saw the letter) - and that was the end of the matter.",
]


@pytest.mark.parametrize("words", NOT_DATELINES)
def test_prose_is_no_dateline(words: str) -> None:
    """Take no sentence, tag or caption for a dateline."""
    assert datelines.find(words) is None


def test_second_paragraph_that_looks_like_a_dateline_is_none() -> None:
    """Read the first dateline alone."""
    text = f"OSLO (AP) — {_STORY}\n\nBERGEN (AP) — {_STORY}"

    article = read(text)

    assert article.dateline is not None
    assert article.dateline.place == "OSLO"


def test_stars_before_a_dateline_stay_outside_its_span() -> None:
    """Begin the span at the place, whatever damage stands before it (P83)."""
    article = read("****BERGEN, Feb 26 - " + _STORY)

    assert printed(article) == "BERGEN, Feb 26 -"


def test_dateline_alone_on_its_line_belongs_to_what_follows() -> None:
    """Join a dateline's line with the paragraph after it."""
    article = read(f"OSLO, March 3 (AFP) -\n\n{_STORY}{_MORE}")

    first = article.passages[0]
    assert article.words_of(first).endswith("repairs.")
    assert printed(article) == "OSLO, March 3 (AFP) -"


def test_byline_glued_to_a_dateline_is_read() -> None:
    """Read a byline before the place in one block; the span starts at the place (P61)."""
    article = read(f"By Ann Lee and Bo Ek OSLO  Nov 3 (Reuters) - {_STORY}{_MORE}")

    assert article.byline == "By Ann Lee and Bo Ek"
    assert printed(article) == "OSLO  Nov 3 (Reuters) -"


def test_leaked_date_before_a_dateline_is_a_header() -> None:
    """Set leaked metadata apart within a line, and date the article by it."""
    article = read(f" date 2021-03-04 OSLO (BLOOMBERG)- {_STORY}")

    assert [passage.kind for passage in article.passages] == ["header", "paragraph"]
    assert printed(article) == "OSLO (BLOOMBERG)-"
    assert (str(article.published), article.published_from) == ("2021-03-04", "metadata")


def test_field_gives_the_place_that_copy_does_not_print() -> None:
    """Fill an empty place from the file's fields, and no other."""
    bare = read(f"(Reuters) - {_STORY}", fields=Fields(place="Oslo"))
    printed_one = read(f"BERGEN (Reuters) - {_STORY}", fields=Fields(place="Oslo"))

    assert bare.dateline is not None
    assert bare.dateline.place == "Oslo"
    assert printed_one.dateline is not None
    assert printed_one.dateline.place == "BERGEN"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_dateline_lies_within_any_words(words: str) -> None:
    """Return offsets within the words, and place and credit as printed there."""
    found = datelines.find(words)

    if found is not None:
        assert 0 <= found.start < found.end <= len(words)
        span = words[found.start : found.end]
        assert found.place is None or found.place in span
        assert found.credit is None or found.credit in words


@settings(deadline=None)
@given(
    st.sampled_from(["OSLO", "NEW BEDFORD, Mass.", "SÃO LUÍS", "OSLO/BERGEN"]),
    st.dates(),
    st.sampled_from([" - ", " -- ", " — ", " _ "]),
)
def test_full_date_of_a_dateline_is_the_published_day(place: str, day: dt.date, dash: str) -> None:
    """Read back every day that a dateline can print."""
    text = f"{place}, {day:%B} {day.day}, {day.year:04d} (AFP){dash}{_STORY}"

    article = read(text)

    assert article.dateline is not None
    assert article.dateline.date == PartialDate(day.year, day.month, day.day)
    assert article.published == day


def test_a_dateline_that_is_printed_twice_is_one() -> None:
    """A desk that adds a dateline to copy that has it leaves no second one in the sentence."""
    article = read(f"OSLO (AP) — OSLO (AP) — {_STORY}")

    assert printed(article) == "OSLO (AP) — OSLO (AP) —"


@pytest.mark.parametrize("agency", ["المدى", "نورثلاين"])
@pytest.mark.parametrize("date", ["، 9 مارس", ""])
def test_an_arabic_dateline_of_any_agency_is_read(agency: str, date: str) -> None:
    """A script without capitals needs a date, or a place of a word or two at the very start."""
    article = read(
        f"مانيلا{date} ({agency}) - أغلق مجلس الميناء السوق القديم يوم الجمعة بعد تصويت طويل."
    )

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == ("مانيلا", agency)
    assert article.language == "ar"


def test_a_place_and_its_reporter_in_japanese_brackets_are_a_dateline() -> None:
    """Papers of Japan sign so; a word alone in such brackets may be a label."""
    signed = read(
        "港の橋、再開\n\n【北浜＝高井ゆき】北浜市の鉄橋が通行を再開した。市が三日、発表した。"
    )
    labelled = read("港の橋、再開\n\n【速報】北浜市の鉄橋が通行を再開した。市が三日、発表した。")

    assert signed.dateline is not None
    assert (signed.dateline.place, signed.dateline.credit) == ("北浜", None)
    assert labelled.dateline is None
