"""Saved pages in the build of many outlets: the story's paragraphs, and nothing of the page."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Article, PassageKind, PublishedFrom

LEAD = (
    "The harbour board of Port Almada said on Monday that it would close the old pier "
    "for repairs, after engineers found cracks in three of its pillars."
)
SECOND = (
    "Ferries will leave from the northern quay until the spring, the board said, and the "
    "fish market will stay where it is."
)
QUOTE = "“We would rather close it for six months than lose it for good,” said Ines Varela."
LAST = (
    "The repairs are expected to cost 4.2 million crowns, a third of which the province "
    "has promised to pay."
)
BODY = [LEAD, SECOND, QUOTE, LAST]


def paragraphs(*texts: str) -> str:
    """Return texts as the page's paragraphs."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(body: str, *, head: str = "", lang: str = "en") -> bytes:
    """Return a page around a body."""
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>".encode()
    )


def read(data: bytes) -> Article:
    """Return the one article of a page."""
    (imported,) = registry.read_bytes(data, name="page.html", origin="/a/page.html")
    return imported.article


def story(article: Article) -> list[str]:
    """Return the words of an article's paragraphs."""
    return [article.words_of(p) for p in article.passages if p.kind is PassageKind.PARAGRAPH]


def of_kind(article: Article, kind: PassageKind) -> list[str]:
    """Return the words of an article's passages of a kind."""
    return [article.words_of(p) for p in article.passages if p.kind is kind]


def test_text_is_composed_of_headline_byline_and_paragraphs() -> None:
    """Headline, byline and passages stand in reading order, an empty line between them."""
    head = '<meta name="author" content="By Ines Varela and Tomas Reis"><title>Old pier to close</title>'
    article = read(
        page(f"<h1>Old pier to close</h1><article>{paragraphs(*BODY)}</article>", head=head)
    )

    assert article.text == "\n\n".join(["Old pier to close", "Ines Varela, Tomas Reis", *BODY])
    assert [p.kind for p in article.passages[:2]] == [PassageKind.HEADLINE, PassageKind.BYLINE]
    assert story(article) == BODY


FURNITURE = """
<nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-consent"><p>We use cookies to make this site better for you. Accept them all.</p></div>
<h1>Old pier to close</h1>
<div class="share-bar"><a href="#">Share on Elsewhere</a> <a href="#">Copy link</a></div>
<div class="article-body">
  <figure><img src="x.jpg"><figcaption>The old pier in the winter of 2011. Photo: T. Reis</figcaption></figure>
  {0}
  <div class="inline-newsletter"><p>Sign up for our newsletter and never miss a story from the coast.</p></div>
  {1}
  <div class="related-articles"><h3>Related stories</h3><ul>
    <li><a href="/a">Ferry line to be sold by the province in spring</a></li>
    <li><a href="/b">Fish market asks for another year on the quay</a></li></ul></div>
  {2}
</div>
<div class="author-bio"><p>Ines Varela has written about the coast for this paper since 2014.</p></div>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/c">Ten walks for the long weekend</a></li></ol></section>
<section id="comments"><h2>Comments</h2><p>I have always said that the pier was not safe, and nobody listened.</p></section>
<aside><h3>Weather</h3><p>Sunny spells in the morning, rain moving in from the west later.</p></aside>
<footer><p>© 2024 The Almada Courier. All rights reserved.</p></footer>
"""


def test_furniture_of_the_page_is_never_in_the_story() -> None:
    """Menus, share lines, boxes, captions, lists, comments and footers stay out of the text."""
    body = FURNITURE.format(paragraphs(LEAD), paragraphs(SECOND), paragraphs(QUOTE, LAST))
    article = read(page(body, head="<title>Old pier to close | The Almada Courier</title>"))

    assert article.text == "\n\n".join(["Old pier to close", *BODY])


def test_body_cut_into_pieces_by_advertisements_stays_whole() -> None:
    """Paragraphs of one look belong together, whatever boxes hold them."""
    pieces = "".join(
        f'<div class="widget widget-text"><div class="text"><p>{text}</p></div></div>'
        '<div class="ad-slot"><p>Advertisement</p></div>'
        for text in BODY
    )
    article = read(page(f"<h1>Old pier to close</h1><div class='widgets'>{pieces}</div>"))

    assert story(article) == BODY


def test_crossheads_lists_tables_and_quotations_are_kept() -> None:
    """The page's own structure inside the story survives."""
    table = (
        "<table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2022</td><td>1,204</td></tr></table>"
    )
    body = (
        f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND)}<h2>What it costs</h2>"
        f"{paragraphs(LAST)}{table}<ul><li>Closed: the old pier, from Monday.</li>"
        "<li>Open: the northern quay and the fish market.</li></ul>"
        f"<blockquote><p>{QUOTE}</p></blockquote></article>"
    )
    article = read(page(body))

    assert of_kind(article, PassageKind.CROSSHEAD) == ["What it costs"]
    assert of_kind(article, PassageKind.TABLE) == ["Year\tFerries\n2022\t1,204"]
    assert story(article) == [
        LEAD,
        SECOND,
        LAST,
        "Closed: the old pier, from Monday.",
        "Open: the northern quay and the fish market.",
        QUOTE,
    ]


def test_wire_furniture_in_the_body_is_recognised() -> None:
    """Dateline, contact and copyright are read in a page as in the agency's own file."""
    contact = "To contact the reporter on this story: Ines Varela at ivarela@northline.example"
    lead = f"PORT ALMADA (Northline) -- {LEAD}"
    article = read(
        page(
            f"<h1>Old pier to close</h1><article>{paragraphs(lead, SECOND, LAST, contact)}</article>"
        )
    )

    assert article.dateline is not None
    assert article.dateline.place == "PORT ALMADA"
    assert of_kind(article, PassageKind.CONTACT) == [contact]


def test_link_between_paragraphs_is_a_promo() -> None:
    """A label and a link inside the story are set apart, not taken out and not taken for prose."""
    promo = '<p><strong>READ MORE |</strong> <a href="/x">Ferry line to be sold in spring</a></p>'
    body = f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND)}{promo}{paragraphs(QUOTE, LAST)}</article>"
    article = read(page(body))

    assert story(article) == BODY
    assert of_kind(article, PassageKind.PROMO) == ["READ MORE | Ferry line to be sold in spring"]


def test_line_in_bold_without_a_link_is_a_crosshead() -> None:
    """Where copied text leaves room for doubt, the page's mark-up does not."""
    heads = ["Two Winters Without The Old Pier", "What The Province Wants To Pay For"]
    body = (
        f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND)}<p><strong>{heads[0]}</strong></p>"
        f"{paragraphs(QUOTE)}<p><b>{heads[1]}</b></p>{paragraphs(LAST)}</article>"
    )
    article = read(page(body))

    assert story(article) == BODY
    assert of_kind(article, PassageKind.CROSSHEAD) == heads


def test_links_below_the_story_are_left_out() -> None:
    """Behind the last paragraph nothing leads on."""
    promos = '<p>MORE: <a href="/x">Ferry line to be sold</a></p><p><a href="/y">Ten walks for autumn</a></p>'
    article = read(
        page(f"<h1>Old pier to close</h1><article>{paragraphs(*BODY)}{promos}</article>")
    )

    assert article.text.endswith(LAST)


def test_embedded_post_is_left_out() -> None:
    """What another site lends is not the paper's story."""
    post = (
        '<blockquote class="twitter-tweet"><p>The old pier closes on Monday, see you at the quay!</p>'
        "— Port Almada (@portalmada) <a href='x'>March 4, 2024</a></blockquote>"
    )
    article = read(
        page(
            f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND)}{post}{paragraphs(QUOTE, LAST)}</article>"
        )
    )

    assert story(article) == BODY


def test_quotation_pulled_out_is_printed_once() -> None:
    """A pull quote repeats the story and is no part of it."""
    pulled = (
        "<blockquote>“We would rather close it for six months than lose it for good”</blockquote>"
    )
    article = read(
        page(
            f"<h1>Old pier to close</h1><article>{paragraphs(LEAD)}{pulled}{paragraphs(SECOND, QUOTE, LAST)}</article>"
        )
    )

    assert story(article) == BODY


def test_paragraphs_set_with_breaks_are_paragraphs() -> None:
    """Two breaks, or an editor's stand-ins for them, end a paragraph."""
    body = (
        "<br><br>".join(BODY[:2])
        + '<span class="br"></span><span class="br"></span>'
        + "<br/><br/>".join(BODY[2:])
    )
    article = read(page(f"<h1>Old pier to close</h1><div class='story'>{body}</div>"))

    assert story(article) == BODY


def test_amp_page_is_read() -> None:
    """AMP's elements and its JSON-LD array make no difference."""
    head = (
        '<link rel="canonical" href="https://courier.example/pier">'
        '<script type="application/ld+json">[{"@context":"https://schema.org","@type":"NewsArticle",'
        '"headline":"Old pier to close","datePublished":"2024-03-04T08:30:00+01:00",'
        '"author":[{"@type":"Person","name":"Ines Varela"}]}]</script>'
    )
    body = f"<amp-sidebar><p>Sections</p></amp-sidebar><h1>Old pier to close</h1><main>{paragraphs(*BODY)}</main><amp-ad></amp-ad>"
    (imported,) = registry.read_bytes(
        page(body, head=head).replace(b"<html", b"<html amp"), name="p.html", origin="/p.html"
    )

    assert story(imported.article) == BODY
    assert imported.article.byline == "Ines Varela"
    assert imported.origin == "https://courier.example/pier"


def test_live_blog_keeps_its_entries_in_order() -> None:
    """Each entry's paragraphs are read, the newest first as the page has them."""
    entries = "".join(
        f"<article class='entry'><time datetime='2024-03-04T{hour}:00:00Z'>{hour}:00</time>"
        f"<h2>Update at {hour} on the pier</h2><p>{text}</p></article>"
        for hour, text in ((12, LAST), (11, QUOTE), (10, SECOND), (9, LEAD))
    )
    article = read(page(f"<h1>Old pier closes: live</h1><main>{entries}</main>"))

    assert story(article) == BODY[::-1]
    assert len(of_kind(article, PassageKind.CROSSHEAD)) == 4


def test_stub_behind_a_paywall_keeps_what_can_be_read() -> None:
    """The paragraphs before the wall are the text; the wall is not."""
    wall = (
        '<div class="paywall"><p>Subscribe now for 1 crown a month to continue reading.</p></div>'
    )
    article = read(
        page(f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND)}{wall}</article>")
    )

    assert story(article) == [LEAD, SECOND]


def test_right_to_left_page_is_read_in_logical_order() -> None:
    """Arabic paragraphs come as they stand in the file."""
    lead = "قال مجلس الميناء يوم الاثنين إنه سيغلق الرصيف القديم للإصلاح بعد أن وجد المهندسون شقوقا في ثلاثة من أعمدته."
    second = "وأضاف المجلس أن العبارات ستغادر من الرصيف الشمالي حتى الربيع، وأن سوق السمك سيبقى في مكانه."
    data = page(
        f"<h1>إغلاق الرصيف القديم</h1><article dir='rtl'>{paragraphs(lead, second)}</article>",
        lang="ar",
    )
    article = read(data)

    assert story(article) == [lead, second]
    assert article.language == "ar"


def test_french_spaces_and_quotation_marks_stay() -> None:
    """NO-BREAK SPACE is a character of the text, written as itself or by name."""
    lead = "« Nous préférons le fermer six mois », a déclaré lundi le conseil du port ; le chantier coûtera 4,2 millions."
    marked = lead.replace("« ", "«&nbsp;").replace(" »", "\u00a0»")
    article = read(
        page(
            f"<h1>Le vieux ponton ferme</h1><article>{paragraphs(marked, SECOND)}</article>",
            lang="fr",
        )
    )

    assert story(article)[0] == lead.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def test_entities_are_resolved_once() -> None:
    """What a browser would show is the text, even where it shows an entity."""
    body = paragraphs(
        "The &quot;old&quot; pier &amp; the quay: AT&amp;amp;T paid for the lamps on both of them.",
        *BODY,
    )
    article = read(page(f"<h1>Pier &amp; quay</h1><article>{body}</article>"))

    assert story(article)[0].startswith('The "old" pier & the quay: AT&amp;T paid')
    assert article.headline == "Pier & quay"


HIDDEN = [
    "<script>document.write('A sentence by a script, which nobody has written down.')</script>",
    "<style>p::after { content: 'A sentence by a style, which nobody has written.' }</style>",
    "<noscript><p>Please switch on scripts to read the whole of this story today.</p></noscript>",
    "<template><p>A sentence kept in a template for later, which nobody can see.</p></template>",
    "<p hidden>A sentence that is hidden from everybody who reads this page here.</p>",
    "<p style='color:red; display : none'>A sentence that a style hides from all its readers.</p>",
    "<!-- <p>A sentence in a comment, which nobody but its author ever reads.</p> -->",
    "<svg><text>A sentence drawn into a picture, which is no text of this page.</text></svg>",
    "<iframe srcdoc='x'>A sentence for those who cannot see the frame in this page.</iframe>",
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    """Scripts, styles, comments and hidden elements are never in the text."""
    article = read(
        page(
            f"<h1>Old pier to close</h1><article>{paragraphs(LEAD)}{hidden}{paragraphs(SECOND, QUOTE, LAST)}</article>"
        )
    )

    assert article.text == "\n\n".join(["Old pier to close", *BODY])


@pytest.mark.parametrize(
    "ears",
    [
        "<span class='visually-hidden'>, opens new tab</span>",
        "<span class='sr-only'>(link)</span>",
        "<span style='border:0;clip:rect(0 0 0 0);height:1px'>, opens new tab</span>",
    ],
)
def test_words_for_screen_readers_are_not_in_the_sentence(ears: str) -> None:
    """What is only spoken aloud about a link is not what the paper wrote."""
    linked = f'Ferries will leave from <a href="/q">the northern quay{ears}</a> until the spring.'
    article = read(
        page(f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, linked, LAST)}</article>")
    )

    assert story(article)[1] == "Ferries will leave from the northern quay until the spring."


def test_part_that_a_script_would_move_into_place_is_read() -> None:
    """A page streamed by React keeps its story in a hidden box until its script has run."""
    late = f'<div hidden id="S:0"><article>{paragraphs(*BODY)}</article></div>'
    article = read(page(f"<h1>Old pier to close</h1><template id='B:0'></template>{late}"))

    assert story(article) == BODY


def test_lines_between_headline_and_story_are_read_not_kept() -> None:
    """Section, date and writer's name above the story become fields where they can."""
    above = "<p>COAST</p><p>Ines Varela</p><p>4. März 2024</p>"
    article = read(page(f"<h1>Old pier to close</h1><article>{above}{paragraphs(*BODY)}</article>"))

    assert story(article) == BODY
    assert article.byline == "Ines Varela"
    assert article.published == dt.date(2024, 3, 4)
    assert article.published_from is PublishedFrom.FIELDS


def test_paragraph_said_twice_side_by_side_stays_twice() -> None:
    """A refrain is the story's own; no paragraph is merged or lost."""
    article = read(
        page(f"<h1>Old pier to close</h1><article>{paragraphs(LEAD, SECOND, LEAD, LAST)}</article>")
    )

    assert story(article) == [LEAD, SECOND, LEAD, LAST]


def test_page_without_a_story_is_refused_in_one_sentence() -> None:
    """A list of links holds no article."""
    links = "".join(f'<li><a href="/{n}">Story number {n}</a></li>' for n in range(50))

    with pytest.raises(FormatError, match=r"^No article was found in page\.html\.$"):
        read(page(f"<ul>{links}</ul>"))
