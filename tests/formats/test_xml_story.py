"""XML of no known kind: wrapped items, records with telling names, and what is refused."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported

TEXT = "&lt;p&gt;The old pier closes on Friday.&lt;/p&gt;&lt;p&gt;Ferries leave from the quay until spring.&lt;/p&gt;"
RECORD = f"""<KesNews><NewsID>kes-{{0}}</NewsID><PublishDate>2024-03-04T08:30:00Z</PublishDate><headline>Pier {{0}}</headline>
<byLine>Ana Reyes</byLine><version>2</version><Priority>3</Priority><desk>Harbour</desk><content>{TEXT}</content></KesNews>"""


def load(text: str) -> list[Imported]:
    """Read the articles of a file."""
    return registry.read_bytes(text.encode(), name="item.xml", origin="/a/item.xml")


def test_records_are_read_by_their_names() -> None:
    """A house's own XML names its fields tellingly; the others are kept under their names."""
    (imported,) = load(f'<?xml version="1.0"?>{RECORD.format(1)}')
    article, details = imported.article, imported.details

    assert imported.format == "xml"
    assert article.text.endswith(
        "The old pier closes on Friday.\n\nFerries leave from the quay until spring."
    )
    assert article.headline == "Pier 1"
    assert article.byline == "Ana Reyes"
    assert article.published == dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)
    assert imported.origin == details.guid == "kes-1"
    assert details.version == "2"
    assert details.urgency == "3"
    assert details.extra == (("desk", "Harbour"),)


def test_every_record_is_an_article() -> None:
    """Records may stand in a list, in an answer."""
    several = "".join(RECORD.format(n) for n in range(3))
    found = load(f'<?xml version="1.0"?><Answer><error>0</error><List>{several}</List></Answer>')

    assert [imported.details.guid for imported in found] == ["kes-0", "kes-1", "kes-2"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<nitf><body><body.content><p>The old pier closes.</p></body.content></body></nitf>",
        "<newsItem guid='a' version='1'><contentSet><inlineData>The old pier closes.</inlineData></contentSet></newsItem>",
        "<NewsItem><NewsComponent><ContentItem><DataContent>The old pier closes.</DataContent></ContentItem></NewsComponent></NewsItem>",
        "<rss><channel><item><description>The old pier closes.</description></item></channel></rss>",
        "<feed><entry><content>The old pier closes.</content></entry></feed>",
    ],
    ids=["nitf", "newsml-g2", "newsml-1", "rss", "atom"],
)
def test_known_formats_are_found_in_their_wrapper(wrapped: str) -> None:
    """Answers of services wrap what the standards define."""
    (imported,) = load(f'<?xml version="1.0"?><Envelope><Body>{wrapped}</Body></Envelope>')

    assert imported.article.text == "The old pier closes."


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><settings><size>3</size><name>pier</name></settings>',
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><title>Pier</title></svg>',
        '<?xml version="1.0"?><kes/>',
    ],
    ids=["settings", "drawing", "empty"],
)
def test_other_xml_is_refused(text: str) -> None:
    """XML without a story says what it is."""
    with pytest.raises(FormatError, match="XML of a kind that is not known"):
        load(text)
