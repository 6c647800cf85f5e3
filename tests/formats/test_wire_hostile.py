"""Wire files that are damaged, or mean harm: articles or one sentence, and nothing else."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported

SAMPLES = {
    "nitf": "<nitf><head><docdata><doc-id id-string='a'/></docdata></head><body><body.head><hedline><hl1>Pier</hl1></hedline>"
    "<byline>By Ana</byline></body.head><body.content><p>The pier closes.</p><table><tr><td>1</td></tr></table></body.content></body></nitf>",
    "newsml-g2": "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a' version='1'><contentMeta><headline>Pier</headline>"
    "</contentMeta><contentSet><inlineXML><html><body><p>The pier closes.</p></body></html></inlineXML></contentSet></newsItem>",
    "newsml-1": "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Pier</HeadLine></NewsLines><ContentItem><DataContent>"
    "<p>The pier closes.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
    "rss": "<rss><channel><title>K</title><item><title>Pier</title><pubDate>Mon, 04 Mar 2024 08:30:00 +1300</pubDate>"
    "<description>&lt;p&gt;The pier closes.&lt;/p&gt;</description></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Pier</title><updated>2024-03-04T08:30:00Z</updated>"
    "<content type='html'>&lt;p&gt;The pier closes.&lt;/p&gt;</content></entry></feed>",
    "xml": "<?xml version='1.0'?><story><headline>Pier</headline><date>2024-03-04</date>"
    "<body>The old pier closes for the winter, the harbour board said.</body></story>",
}
PIECES = st.sampled_from(
    ["<", ">", "</p>", "<p>", "&", "&#0;", "&x;", "<![CDATA[", "]]>", "<!--", "<?x", "\x00", "é"]
)


def outcome(data: bytes) -> list[Imported] | str:
    """Return the articles of a file, or the sentence that says why there are none."""
    try:
        return registry.read_bytes(data, name="item.xml", origin="/a/item.xml")
    except FormatError as error:
        return error.message


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_of_its_format(name: str) -> None:
    """What is damaged below is sound to begin with."""
    found = outcome(SAMPLES[name].encode())

    assert isinstance(found, list)
    assert [imported.format for imported in found] == [name]


@given(
    name=st.sampled_from(sorted(SAMPLES)),
    cuts=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 6), PIECES), max_size=4),
)
@settings(max_examples=300)
def test_damaged_files_are_read_or_refused(name: str, cuts: list[tuple[int, int, str]]) -> None:
    """Whatever is cut out or put in, passages tile the text of what is read."""
    text = SAMPLES[name]
    for place, length, piece in cuts:
        text = text[:place] + piece + text[place + length :]
    found = outcome(text.encode("utf-8", "surrogatepass"))

    for imported in found if isinstance(found, list) else []:
        spans = [passage.span for passage in imported.article.passages]
        assert sum(map(len, spans)) == len(imported.article.text)


@given(name=st.sampled_from(sorted(SAMPLES)), seed=st.integers(0, 2**32))
def test_flipped_bytes_are_read_or_refused(name: str, seed: int) -> None:
    """Bytes that a line or a disk spoiled raise nothing else."""
    chance = random.Random(seed)
    data = bytearray(SAMPLES[name].encode())
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)

    assert outcome(bytes(data)) is not None


@given(name=st.sampled_from(sorted(SAMPLES)), share=st.floats(0, 1))
def test_files_cut_short_are_read_or_refused(name: str, share: float) -> None:
    """A transmission that broke off gives what came, or a sentence."""
    data = SAMPLES[name].encode()

    assert outcome(data[: int(len(data) * share)]) is not None


HOSTILE: dict[str, Callable[[], str]] = {
    "deep components": lambda: "<NewsML><NewsItem>" + "<NewsComponent>" * 5_000,
    "nested tables": lambda: (
        f"<nitf><body><body.content>{'<table><tr><td>' * 60}x{'</td></tr></table>' * 60}</body.content></body></nitf>"
    ),
    "many elements": lambda: (
        f"<nitf><body><body.content>{'<p><em>a</em></p>' * 60_000}</body.content></body></nitf>"
    ),
    "many headlines": lambda: SAMPLES["newsml-g2"].replace(
        "<headline>Pier</headline>", "<headline>P</headline>" * 20_000
    ),
    "long word": lambda: SAMPLES["nitf"].replace("closes", "x" * 1_000_000),
    "spaces": lambda: SAMPLES["rss"].replace("closes", " \n" * 300_000),
    "ampersands": lambda: SAMPLES["rss"].replace("closes", "&" * 200_000),
    "less than": lambda: SAMPLES["rss"].replace("closes", "<" * 100_000),
    "open comments": lambda: SAMPLES["nitf"].replace("closes", "<!-- " * 50_000),
    "escaped tags": lambda: SAMPLES["rss"].replace("closes", "&lt;b " * 50_000),
    "spaced tag": lambda: SAMPLES["rss"].replace("closes", "&lt;b" + " " * 200_000),
    "many entries": lambda: (
        f"<rss><channel>{'<item><description>It closes.</description></item>' * 500}</channel></rss>"
    ),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_ends_soon(make: Callable[[], str]) -> None:
    """Size and depth end in articles or in a sentence."""
    assert outcome(make().encode()) is not None
