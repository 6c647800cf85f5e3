"""All that a library knows of an article: shown, exported, and found by its details."""

import json
from pathlib import Path

from .conftest import Run

Twins = tuple[Path, Path]
PAGE = """<!doctype html><html lang="en"><head><title>Harbour pilots walk out</title>
<meta property="og:site_name" content="Quayle Post"><meta name="author" content="Ines Varga">
<meta name="keywords" content="pilots, dredging">
<link rel="canonical" href="https://post.example/pilots"></head><body><article>
<h1>Harbour pilots walk out</h1>
<p>The pilots of the port of Quayle walked out on Friday, and no ship came in all day.</p>
<p>Their union said that the talks about the night watch had led nowhere since March.</p>
<p>The port said that it would ask the ministry to find somebody to mediate next week.</p>
</article></body></html>
"""


def test_show_and_export_tell_all_of_an_article(run: Run, tmp_path: Path) -> None:
    """Both give what `parse` gives, the details of the file among it, and what came since."""
    page, library = tmp_path / "page.html", tmp_path / "l.variorum"
    page.write_text(PAGE, encoding="utf-8")
    run("import", page, "--library", library)

    (parsed,) = run("parse", page, "--json").lines
    (shown,) = run("show", "1", "--library", library, "--json").lines
    run("export", "--library", library, "--format", "articles", "--to", tmp_path / "out.jsonl")
    said = run("show", "1", "--library", library).out

    assert {name: shown[name] for name in parsed if name != "file"} == {
        name: parsed[name] for name in parsed if name != "file"
    }
    assert parsed["details"]["authors"] == ["Ines Varga"]
    assert shown == json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (shown["article"], shown["kinds_by_hand"]) == (1, [])
    assert "Authors             Ines Varga" in said


def test_show_says_that_there_is_no_such_article(run: Run, twins: Twins, tmp_path: Path) -> None:
    """A wrong number fails in one sentence."""
    library = tmp_path / "l.variorum"
    run("import", *twins, "--library", library)

    outcome = run("show", "99", "--library", library)

    assert (outcome.status, len(outcome.err.splitlines())) == (1, 1)


def test_a_detail_is_found_by_search(run: Run, tmp_path: Path) -> None:
    """The hit names the field."""
    page, library = tmp_path / "page.html", tmp_path / "l.variorum"
    page.write_text(PAGE, encoding="utf-8")
    run("import", page, "--library", library)

    hits = run("search", "dredging", "--library", library, "--json").lines
    said = run("search", "dredging", "--library", library).out

    assert [(hit["kind"], hit["detail"], hit["snippet"]) for hit in hits] == [
        ("detail", "keywords", "dredging")
    ]
    assert "keywords: dredging" in said
