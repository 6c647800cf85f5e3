"""How copy is signed below its last sentence, and the keyword lines and notes above its headline."""

import pytest

from variorum.text import Article
from variorum.wire.fields import Fields
from variorum.wire.reader import read

_HEADLINE = "Ferry runs aground off Lindholm"
_LEAD = "LINDHOLM, May 4 (Reuters) - A ferry with 212 people on board ran aground on Sunday, the coast guard said."
_LAST = "Nobody was hurt, and a tug is on its way from the old harbour."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def words(article: Article) -> list[str]:
    """Return the words of an article's passages in order."""
    return [passage.words.of(article.text) for passage in article.passages]


@pytest.mark.parametrize("sign", ["(ANSA).", "EFE", "(PAP)", "PTI MQ JH"])
def test_agency_behind_the_last_sentence_is_a_credit(sign: str) -> None:
    """Cut an agency's name off the paragraph that it closes."""
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST} {sign}")

    assert kinds(article)[-2:] == ["paragraph", "credit"]
    assert words(article)[-2:] == [_LAST, sign]


def test_credit_of_the_dateline_behind_the_last_sentence_is_a_credit() -> None:
    """Know an agency that no list names by its credit in the dateline."""
    lead = "Lindholm (qnp) - A ferry with 212 people on board ran aground on Sunday, the coast guard said."
    article = read(f"{_HEADLINE}\n\n{lead}\n\n{_LAST} (qnp)\n\nqnp mq jh")

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == ("Lindholm", "qnp")
    assert kinds(article) == ["headline", "paragraph", "paragraph", "credit", "credit"]


@pytest.mark.parametrize("sign", ["mq-jh/kr", "MQ/JH", "MQA // JHB", "QUL-HAL", "mq jh", "Qui/Hal"])
def test_initials_below_the_story_are_a_credit(sign: str) -> None:
    """Read initials however a desk divides them."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\n{sign}"))[-1] == "credit"


@pytest.mark.parametrize(
    "sign",
    [
        "-- Northline",
        "— Quill Hale",
        "--Mara Quill, Northline",
        "- Quill Hale in Lindholm",
        "- By Mara Quill and Jon Hale",
        "---- Lindholm Bureau",
        "Lindholm News Agency",
        "Agencies",
        "Staff writer",
        "With inputs from agencies",
        "(With inputs from agencies)",
        "Mit Agenturen",
        "with AFP and dpa",
    ],
)
def test_a_line_that_says_whose_copy_it_is_is_a_credit(sign: str) -> None:
    """Read who signs behind a dash, and agencies that are not named."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\n{sign}"))[-1] == "credit"


@pytest.mark.parametrize(
    "end",
    [
        f"{_LAST}\n\n- Lindholm\n\n- Harnes\n\n- Vik",
        f'{_LAST} "We were lucky."\n\n— Mara Quill, a passenger',
        f"{_LAST}\n\n- The ferry sails again on Tuesday",
        f"{_LAST}\n\nWith agencies it has no quarrel",
    ],
)
def test_a_line_that_says_something_else_is_none(end: str) -> None:
    """Keep the items of a list, a speaker, and what goes on as a sentence does."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{end}"))[-1] == "paragraph"


def test_small_words_below_the_story_are_no_initials() -> None:
    """Keep a line of a poem, whose words are words."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\nso it was"))[-1] == "paragraph"


@pytest.mark.parametrize(
    "mark", ["mfl", "(END) Dow Jones Newswires", "Lusa/Fim", "(Schluss) mq/jh"]
)
def test_signed_end_marks_are_end_marks(mark: str) -> None:
    """Read an end mark beside an agency or initials."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\n{mark}"))[-1] == "end_mark"


@pytest.mark.parametrize(
    "line", ["12 comments on the plan came from one captain.", "- By Monday", "and"]
)
def test_lines_that_look_like_furniture_stay_in_the_story(line: str) -> None:
    """Keep a sentence that counts replies, a point of a list and a lone word."""
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{line}\n\n{_LAST}")

    assert kinds(article)[2] in {"paragraph", "crosshead"}


def test_names_among_addresses_are_contacts() -> None:
    """Read the names and firms between the head of the addresses and the last of them."""
    below = (
        "Media Contact:\n\nLindholm Ferries\n\nMarta Quill\n\n+44-20-1234-5678\n\nquill@example.com"
    )
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\n{below}")

    assert kinds(article)[3:] == ["contact"] * 5


@pytest.mark.parametrize(
    ("slug", "headline"),
    [
        ("FERRY LINDHOLM", _HEADLINE),
        ("1 LINDHOLM FERRY", _HEADLINE),
        ("2 TRANSPORT Ferry (mf)", _HEADLINE),
        ("Lindholm-ferry,2ndlead", _HEADLINE),
        ("Lindholm-ferry-accident,3rdlead-WRAP", _HEADLINE),
        ("HKN--Lindholm-Oskar, 2nd Ld-Writethru", _HEADLINE),
    ],
)
def test_keyword_line_above_a_headline_is_a_slugline(slug: str, headline: str) -> None:
    """Read a keyword line by its form and by what it shares with the headline below it."""
    article = read(f"{slug}\n{headline}\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ["slugline", "headline", "paragraph", "paragraph"]
    assert (article.slug, article.headline) == (slug, headline)


def test_small_head_in_capitals_is_no_slugline() -> None:
    """Leave capitals above a headline alone that share no word with it."""
    assert read(f"HARBOUR NEWS\n{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}").slug is None


@pytest.mark.parametrize(
    "note",
    [
        "(ATTN: UPDATES with captain's remarks in paras 4-5; ADDS photo)",
        "(Photo+Video+Infographie)",
        "(foto)(vídeo)",
        "(Wiederholung)",
        "(Zusammenfassung 1500 - Neu: Stimmen)",
        "(neu: Küstenwache, Hintergrund)",
        "(Agrega detalles y citas)",
        "(Editors: An alternate lede follows.)",
    ],
)
def test_note_between_headline_and_story_is_an_advisory(note: str) -> None:
    """Read notes of media, of descent and of other languages; none melts into the headline."""
    article = read(f"{_HEADLINE}\n{note}\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ["headline", "advisory", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "stamp",
    [
        "2021-11-02 09:31:02.112 GMT",
        "Source: Xinhua| 2021-11-02 09:12:33|Editor: quill",
    ],
)
def test_stamp_under_a_headline_is_a_header(stamp: str) -> None:
    """Keep a line of date and clock out of the headline, and read when the copy was published."""
    article = read(f"{_HEADLINE}\n{stamp}\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ["headline", "header", "paragraph", "paragraph"]
    assert str(article.published).startswith("2021-11-02")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Marta Quill   |02.11.2021", "Marta Quill"),
        ("Marta Quill, Bo Ek | Nov 2, 2021, 05:31 IST", "Marta Quill, Bo Ek"),
    ],
)
def test_writers_before_a_stamp_are_the_byline(line: str, byline: str) -> None:
    """Cut writers from the page's day behind a bar."""
    article = read(f"{_HEADLINE}\n{line}\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ["headline", "byline", "header", "paragraph", "paragraph"]
    assert article.byline == byline
    assert str(article.published).startswith("2021-11-02")


@pytest.mark.parametrize(
    "line", ["NPA | Updated: Nov 2, 2021 18:47 IST", "Harbour News | 2 November 2021"]
)
def test_desk_before_a_stamp_is_no_writer(line: str) -> None:
    """Leave agencies, papers and sections with the page's day."""
    article = read(f"{_HEADLINE}\n{line}\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article)[1] == "header"


def test_keywords_below_the_story_are_a_header() -> None:
    """Read the line of keywords that some desks set last."""
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\nKeywords: LINDHOLM FERRY/")

    assert kinds(article)[-1] == "header"


def test_label_below_a_list_of_points_is_a_crosshead() -> None:
    """Count bullets for themselves, so that a label below them is no part of their list."""
    points = "* Ferry built in 1998 -owner\n\n* Hull is whole -coast guard"
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{points}\n\nSALVAGE\n\n{_LAST}")

    assert kinds(article)[-2:] == ["crosshead", "paragraph"]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("LINDHOLM (Norland), 4 mai 2021 (AFP) - ", "LINDHOLM (Norland)"),
        ("Lindholm (Norland), 4 may (EFE).- ", "Lindholm (Norland)"),
        ("Lindholm [Norland], May 4 (ANI): ", "Lindholm [Norland]"),
        ("Lindholm (N/R), May 4, GNA - ", "Lindholm (N/R)"),
        ("LINDHOLM. May 4 (Interfax) - ", "LINDHOLM"),
        ("LINDHOLM, Norland--(BUSINESS WIRE)--", "LINDHOLM, Norland"),
        ("Lindholm (awp/sda) - ", "Lindholm"),
    ],
)
def test_dateline_with_a_gloss_is_read(opening: str, place: str) -> None:
    """Read a land in brackets behind the town, and points and dashes that are no part of it."""
    article = read(
        f"{_HEADLINE}\n\n{opening}A ferry with 212 people on board ran aground on Sunday."
    )

    assert article.dateline is not None
    assert article.dateline.place == place


def test_brackets_in_a_sentence_are_no_dateline() -> None:
    """Read no dateline where a small word stands in brackets before a dash."""
    lead = "Captains (most of them) - and there are many - will not see the quay before spring."

    assert read(f"{_HEADLINE}\n\n{lead}\n\n{_LAST}").dateline is None


def test_place_between_byline_and_story_is_a_dateline() -> None:
    """Take capitals alone below the byline for the place, known or not."""
    lead = "A ferry with 212 people on board ran aground on Sunday, the coast guard said."
    article = read(f"{_HEADLINE}\n\nBy Marta Quill\n\nLINDHOLM\n\n{lead}\n\n{_LAST}")

    assert article.dateline is not None
    assert article.dateline.place == "LINDHOLM"


def test_paragraphs_of_one_line_are_not_joined() -> None:
    """Keep two short paragraphs apart that stand on neighbouring lines."""
    lead = "Lindholm, May 4 (PTI) A ferry with 212 people on board ran aground on Sunday, officials said."
    article = read(f"{_HEADLINE}\n{lead}\n{_LAST}\n")

    assert words(article) == [_HEADLINE, lead, _LAST]


SIGNED = [
    ("Jonas Lindh/TT", "credit"),
    ("STT, Turku", "credit"),
    ("AGERPRES/(AB - autor: Ion Popa, editor: Ana Radu)", "credit"),
    ("— Avec des informations de l'Associated Press", "credit"),
    ("(النهاية)", "end_mark"),
    ("./.", "end_mark"),
    ("Enditem/AW", "end_mark"),
    ("(By Ann Lee and Bo Ek)", "credit"),
    ("dk/ra (AFP, Reuters, dpa)", "credit"),
    ("– harbournews.gov.za", "credit"),
    ("1424**1396", "header"),
    ("(Except for the headline, this story has not been edited by our staff.)", "clutter"),
    ("(c) Agencia EFE", "copyright"),
    ("DK847PED", "header"),
    ("ISSN 1234 - 5678", "header"),
    ("Ann Lee is a reporter for the Harbour Post.", "credit"),
    ("Ann Lee covers ports for the Harbour Post. Reach her at lee@example.com.", "contact"),
]


@pytest.mark.parametrize(("sign", "kind"), SIGNED)
def test_sign_below_the_last_sentence_is_set_apart(sign: str, kind: str) -> None:
    """Know how desks of more countries close their copy, and lines about the writer."""
    article = read(f"{_HEADLINE}\n\nBy Ann Lee\n\n{_LEAD}\n\n{_LAST}\n\n{sign}")

    assert kinds(article) == ["headline", "byline", "paragraph", "paragraph", kind]


def test_sentence_about_a_reporter_who_did_not_write_stays_in_the_story() -> None:
    """Set nobody apart whom the byline does not name."""
    last = "Bo Ek is a reporter for the Harbour Post."
    article = read(f"{_HEADLINE}\n\nBy Ann Lee\n\n{_LEAD}\n\n{last}")

    assert kinds(article)[-1] == "paragraph"


@pytest.mark.parametrize(
    "byline",
    [
        "(FROM OUR CORRESPONDENT.)",
        "Special to The Harbour Post.",
        "Staff and agencies in Lindholm",
        "Agencies",
        "Door onze redactie economie",
        "Reuters in Oslo",
    ],
)
def test_line_that_names_no_person_is_a_byline(byline: str) -> None:
    """Take a staff and agencies under a headline for who wrote."""
    article = read(f"{_HEADLINE}\n\n{byline}\n\n{_LAST}\n\n{_LAST}")

    assert kinds(article)[:2] == ["headline", "byline"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("HARBOUR MISHAP", "slugline"),
        ("HARBOUR NEWS", "headline"),
        ("UPI-43", "header"),
        ("(Zusammenfassung 1530 - neu: Zahl der Passagiere)", None),
    ],
)
def test_small_line_above_copy_of_an_agency(line: str, kind: str | None) -> None:
    """Tell a topic in capitals from a paper's section, and a tag that says what is new."""
    sep = "\n\n" if kind else " "
    article = read(f"{line}{sep}{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ([kind] if kind else []) + ["headline", "paragraph", "paragraph"]
    assert [each.kind.value for each in article.lineage] == ([] if kind else ["wrap"])


def test_field_that_names_nobody_yields_to_a_printed_byline() -> None:
    """Take the person whom the copy names for the writer, not the staff of the file's field."""
    text = f"{_HEADLINE}\n\nBy Ann Lee\n\n{_LEAD}\n\n{_LAST}"

    assert read(text, fields=Fields(byline="By Staff Reporter")).byline == "Ann Lee"
    assert read(text, fields=Fields(byline="Bo Ek")).byline == "Bo Ek"
    assert read(f"{_HEADLINE}\n\n{_LEAD}", fields=Fields(byline="Staff Reporter")).byline == (
        "Staff Reporter"
    )


@pytest.mark.parametrize(
    "stamp",
    [
        "LINDHOLM, MAY 14, 2020 08:12 IST",
        "Lindholm - 14 may 2020 - 08:12 CEST",
        "14.mai.2020 às 8h12",
        "Publié le 14 mai 2020 à 08h12 - Mis à jour le 14 mai 2020 à 09h40",
        "14 maggio 2020 (modifica il 14 maggio 2020 | 09:40)",
    ],
)
def test_stamp_of_a_page_is_a_header(stamp: str) -> None:
    """Know a line of date and clock in the forms of more papers, and the name above it."""
    article = read(f"{_HEADLINE}\n\nAnn Lee\n\n{stamp}\n\n{_LAST}\n\n{_LAST}")

    assert kinds(article)[:3] == ["headline", "byline", "header"]
    assert str(article.published) == "2020-05-14"


def test_small_headline_with_a_point_above_a_dateline_is_one() -> None:
    """Read the decks of old papers, which close with a point."""
    article = read(f"STEAMER AGROUND.\n\nPASSENGERS LANDED.\n\n{_LEAD}\n\n{_LAST}")

    assert kinds(article) == ["headline", "headline", "paragraph", "paragraph"]


def test_an_editor_named_below_the_addresses_is_a_contact() -> None:
    """Of several editors only the first has an address."""
    contacts = "To contact the reporter on this story: Mara Quill in Lindholm at mq@nl.example\n"
    editors = (
        "To contact the editors responsible for this story: Jon Hale at jh@nl.example\nIla Thorne"
    )
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{contacts}{editors}")

    assert kinds(article)[-3:] == ["contact"] * 3


@pytest.mark.parametrize("sign", [" (©NTB)", " NTB", "(NTB)"])
def test_the_agency_of_the_dateline_is_cut_off_the_only_paragraph(sign: str) -> None:
    """The paragraph of the dateline may be all there is; no space need stand before a bracket."""
    words = "LINDHOLM (NTB) - A ferry ran aground off the pier on Sunday, the guard said."
    article = read(f"{_HEADLINE}\n\n{words}{sign}")

    assert kinds(article) == ["headline", "paragraph", "credit"]


@pytest.mark.parametrize(
    ("end", "sign"),
    [
        ("The guard went home. qnp mq jh", "qnp mq jh"),
        ("The guard went home. qnp MQ/JH", "qnp MQ/JH"),
    ],
)
def test_initials_behind_the_agency_sign_the_last_sentence(end: str, sign: str) -> None:
    """An agency that no list names signs so too, with those who made the copy."""
    lead = "Lindholm (qnp) - A ferry with 212 people on board ran aground on Sunday, the coast guard said."
    article = read(f"{_HEADLINE}\n\n{lead}\n\n{end}")

    assert words(article)[-1] == sign
    assert kinds(article)[-2:] == ["paragraph", "credit"]


def test_a_sentence_about_the_agency_signs_nothing() -> None:
    """It goes on behind the name."""
    lead = "Lindholm (AFP) - A ferry with 212 people on board ran aground on Sunday, the coast guard said."
    article = read(f"{_HEADLINE}\n\n{lead}\n\nThe guard went home. AFP saw him go.")

    assert kinds(article) == ["headline", "paragraph", "paragraph"]


def test_agencies_joined_by_a_hyphen_open_initials() -> None:
    """Two agencies of one house sign together."""
    assert kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\n(SDA-ATS/mq)"))[-1] == "credit"


def test_items_of_a_list_are_no_initials() -> None:
    """Each word of the list stands alone."""
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_LAST}\n\nHe had with him:\n\nrope\n\nsalt")

    assert "credit" not in kinds(article)
