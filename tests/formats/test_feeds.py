"""RSS and Atom: each entry an article, in full where it is sent in full."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind, ProblemKind

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
FULL = "<![CDATA[<p>The old pier closes.</p><h2>Long repairs</h2><p>Ferries leave from the quay.</p>]]>"
ITEM = f"""<item><media:content><media:title>A picture</media:title></media:content><title>Old pier &amp; quay</title>
<link>https://kestrel.example/pier</link><guid isPermaLink="false">kes-4711</guid><dc:creator>Ana Reyes</dc:creator>
<pubDate>Mon, 04 Mar 2024 08:30:00 +1300</pubDate><category>Ports</category>
<description>What the board said.</description><content:encoded>{FULL}</content:encoded></item>"""


def rss(*items: str, spaces: str = SPACES) -> str:
    """Return a feed of RSS 2."""
    channel = (
        "<title>Kestrel News</title><link>https://kestrel.example</link><language>en-nz</language>"
    )
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{channel}{"".join(items)}</channel></rss>'


def atom(*entries: str) -> str:
    """Return a feed of Atom."""
    head = "<title>Kestrel News</title><id>urn:feed</id><updated>2024-03-04T09:00:00Z</updated>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-NZ">{head}{"".join(entries)}</feed>'


def entry(content: str) -> str:
    """Return an entry of Atom."""
    return f"""<entry><title type="html">Old pier &amp;amp; quay</title><id>urn:kes:4711</id>
<link rel="enclosure" href="https://kestrel.example/pier.mp3"/><link href="https://kestrel.example/pier"/>
<author><name>Ana Reyes</name></author><category term="ports" label="Ports"/>
<published>2024-03-03T12:00:00Z</published><updated>2024-03-04T08:30:00Z</updated>{content}</entry>"""


def load(text: str) -> list[Imported]:
    """Read the articles of a file."""
    return registry.read_bytes(text.encode(), name="feed.xml", origin="/a/feed.xml")


def told(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return the passages of an article, each with its words."""
    article = imported.article
    return [(passage.kind, article.words_of(passage)) for passage in article.passages]


STORY = [
    (PassageKind.HEADLINE, "Old pier & quay"),
    (PassageKind.BYLINE, "Ana Reyes"),
    (PassageKind.PARAGRAPH, "The old pier closes."),
    (PassageKind.CROSSHEAD, "Long repairs"),
    (PassageKind.PARAGRAPH, "Ferries leave from the quay."),
]


def test_full_text_is_read() -> None:
    """The full text is the article; the description is kept beside it."""
    (imported,) = load(rss(ITEM))
    article, details = imported.article, imported.details

    assert told(imported) == STORY
    assert imported.format == "rss"
    assert imported.origin == details.address == "https://kestrel.example/pier"
    assert details.guid == "kes-4711"
    assert details.keywords == ("Ports",)
    assert details.authors == ("Ana Reyes",)
    assert details.extra == (("summary", "What the board said."),)
    assert article.source == "Kestrel News"
    assert article.language == "en-NZ"
    assert article.published == dt.datetime.fromisoformat("2024-03-04T08:30:00+13:00")


def test_forgotten_namespaces_are_known() -> None:
    """Many feeds use the usual prefixes without declaring them."""
    assert told(load(rss(ITEM, spaces=""))[0]) == STORY


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("The old pier closes.", "The old pier closes."),
        ("&lt;p&gt;The old pier&lt;/p&gt;&lt;p&gt;closes.&lt;/p&gt;", "The old pier\n\ncloses."),
        ("The old pier &lt;b&gt;closes&lt;/b&gt;.", "The old pier closes."),
        ("Boats &amp;amp; nets.", "Boats & nets."),
    ],
)
def test_summary_is_a_short_article(description: str, text: str) -> None:
    """A feed of summaries is read as short articles."""
    item = f"<item><title>Pier</title><description>{description}</description></item>"

    assert load(rss(item))[0].article.text == f"Pier\n\n{text}"


def test_lines_without_paragraphs_become_some() -> None:
    """Blogs send bare lines and let the page set paragraphs."""
    item = "<item><description>The old pier closes.\n\nFerries leave <![CDATA[<b>early</b>]]>.</description></item>"

    assert load(rss(item))[0].article.text == "The old pier closes.\n\nFerries leave early."


def test_entries_are_told_apart() -> None:
    """Each entry is an article with its own bytes; those without address or guid have a number."""
    bare = "<item><title>{0}</title><description>The {0} closes.</description></item>"
    first, second, third = load(rss(ITEM, bare.format("pier"), bare.format("quay")))

    assert first.origin == "https://kestrel.example/pier"
    assert (second.origin, second.index) == ("/a/feed.xml", 1)
    assert (third.origin, third.index) == ("/a/feed.xml", 2)
    assert third.received == bare.format("quay").encode()


def test_permanent_guid_is_an_address() -> None:
    """A guid is the entry's address unless it says otherwise."""
    item = (
        "<item><guid>https://kestrel.example/a</guid><description>It closes.</description></item>"
    )

    assert load(rss(item))[0].details.address == "https://kestrel.example/a"


def test_author_of_rss_is_a_mailbox() -> None:
    """The standard asks for an address of mail; the name in it is the byline."""
    item = "<item><author>ana@kestrel.example (Ana Reyes)</author><description>It closes.</description></item>"

    assert load(rss(item))[0].article.byline == "Ana Reyes"


def test_rss_1_is_read() -> None:
    """In RSS 1.0 the items stand beside the channel."""
    text = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {SPACES}>
<channel rdf:about="https://kestrel.example"><title>Kestrel News</title></channel>
<item rdf:about="https://kestrel.example/pier"><title>Pier</title><dc:date>2024-03-04T08:30:00Z</dc:date>
<description>The old pier closes.</description></item></rdf:RDF>"""
    (imported,) = load(text)

    assert imported.article.text == "Pier\n\nThe old pier closes."
    assert imported.article.source == "Kestrel News"
    assert imported.details.guid == "https://kestrel.example/pier"


@pytest.mark.parametrize(
    "content",
    [
        "<content type='html'>&lt;p&gt;The old pier closes.&lt;/p&gt;&lt;p&gt;It does.&lt;/p&gt;</content>",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The old pier closes.</p><p>It does.</p></div></content>",
        "<content type='text'>The old pier closes.\n\nIt does.</content>",
        "<content src='https://kestrel.example/a'/><summary type='html'>&lt;p&gt;The old pier closes.&lt;p&gt;It does.</summary>",
    ],
    ids=["html", "xhtml", "text", "elsewhere"],
)
def test_atom_content_is_read_in_every_type(content: str) -> None:
    """HTML, XHTML and plain content become paragraphs; a summary stands in for what is elsewhere."""
    (imported,) = load(atom(entry(content)))
    details = imported.details

    assert (
        imported.article.text == "Old pier & quay\n\nAna Reyes\n\nThe old pier closes.\n\nIt does."
    )
    assert imported.format == "atom"
    assert imported.origin == "https://kestrel.example/pier"
    assert details.guid == "urn:kes:4711"
    assert details.keywords == ("Ports",)
    assert details.created == dt.datetime(2024, 3, 3, 12, 0, tzinfo=dt.UTC)
    assert imported.article.published == dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)
    assert imported.article.language == "en-NZ"


def test_entry_alone_is_read() -> None:
    """An entry may be a document of its own."""
    text = entry("<content>The old pier closes.</content>")
    alone = text.replace("<entry>", '<entry xmlns="http://www.w3.org/2005/Atom">')

    assert load(alone)[0].article.headline == "Old pier & quay"


@pytest.mark.parametrize("feed", [rss, atom])
def test_feed_of_headlines_is_refused(feed: object) -> None:
    """Headlines alone are no articles."""
    bare = "<item><title>Pier</title></item><entry><title>Pier</title></entry>"
    text = rss(bare) if feed is rss else atom(bare)

    with pytest.raises(FormatError, match="holds no text"):
        load(text)


def test_entries_without_text_are_named() -> None:
    """What of a feed was left out is said."""
    (imported,) = load(rss(ITEM, "<item><title>Quay</title><guid>kes-1</guid></item>"))

    assert [problem.kind for problem in imported.problems] == [ProblemKind.PART_UNREAD]
    assert "kes-1" in imported.problems[0].detail
