"""A row a mark: what JSON Lines and workbooks hold of a set of marks, each with its words."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetArticle,
    SetCode,
    SetHighlight,
    SetNote,
    SetPlace,
    SetStory,
    SetVariant,
    StableId,
)


@dataclass(frozen=True, slots=True)
class Known:
    """Look things of a set up by their ids."""

    marks: MarkSet
    articles: dict[StableId, SetArticle]
    story_of: dict[StableId, SetStory]
    codes: dict[StableId, SetCode]
    names: dict[StableId, str]
    highlights: dict[StableId, SetHighlight]

    @classmethod
    def of(cls, marks: MarkSet) -> "Known":
        """Return the things of a set."""
        return cls(
            marks,
            articles={article.id: article for article in marks.articles},
            story_of={member: story for story in marks.stories for member in story.articles},
            codes={code.id: code for code in marks.codes},
            names=dict(marks.names()),
            highlights={highlight.id: highlight for highlight in marks.highlights},
        )

    def code_names(self, highlight: SetHighlight) -> list[str]:
        """Return a highlight's codes by name."""
        return [self.codes[code].name for code in highlight.codes]

    def path(self, code: SetCode) -> list[SetCode]:
        """Return a code with those it stands below, the topmost first."""
        found = [code]
        while (parent := self.codes.get(found[0].parent or StableId(""))) and parent not in found:
            found.insert(0, parent)
        return found


def mark_lines(marks: MarkSet) -> Iterator[str]:
    """Yield marks as JSON Lines: highlights with their notes, then notes on other things."""
    known = Known.of(marks)
    on_highlights = marks.notes_on_highlights()
    for highlight in marks.highlights:
        notes = on_highlights.get(highlight.id, ())
        yield _line(_highlight(known, highlight, notes))
    for note in marks.notes:
        if not isinstance(note.on, OnHighlightOf):
            yield _line({"mark": "note", **_note(known, note), **_place(known, note.on)})


def _line(shape: dict[str, Any]) -> str:
    return json.dumps(shape, ensure_ascii=False) + "\n"


def _highlight(known: Known, highlight: SetHighlight, notes: Sequence[SetNote]) -> dict[str, Any]:
    anchor = highlight.anchor
    return {
        "mark": "highlight",
        "id": highlight.id,
        **_article(known, highlight.article),
        "start": anchor.span.start,
        "end": anchor.span.end,
        "words": anchor.exact,
        "before": anchor.prefix,
        "after": anchor.suffix,
        "codes": [
            {"id": code, "name": known.codes[code].name, "colour": known.codes[code].colour}
            for code in highlight.codes
        ],
        "annotator": known.names.get(highlight.annotator, ""),
        "made": highlight.made.isoformat(),
        "notes": [_note(known, note) for note in notes],
    }


def _article(known: Known, stable: StableId) -> dict[str, Any]:
    article, story = known.articles[stable], known.story_of.get(stable)
    return {
        "article": stable,
        "story": story.id if story else None,
        "headline": article.title,
        "source": article.source,
        "published": article.published,
        "text_sha256": article.text_sha256,
    }


def _note(known: Known, note: SetNote) -> dict[str, Any]:
    return {
        "id": note.id,
        "text": note.text,
        "annotator": known.names.get(note.annotator, ""),
        "made": note.made.isoformat(),
        "changed": note.changed.isoformat(),
    }


def _place(known: Known, on: SetPlace) -> dict[str, Any]:
    match on:
        case OnArticleOf(article):
            return {"on": "article", **_article(known, article)}
        case OnStoryOf(story):
            title = next((each.title for each in known.marks.stories if each.id == story), "")
            return {"on": "story", "story": story, "headline": title}
        case OnHighlightOf(highlight):
            return {"on": "highlight", "highlight": highlight}
        case SetVariant(base, version):
            ends = {
                name: {
                    **_article(known, end.article),
                    "start": end.anchor.span.start,
                    "end": end.anchor.span.end,
                    "words": end.anchor.exact,
                }
                for name, end in (("base", base), ("version", version))
            }
            return {"on": "variant", **ends}


# --- tables -----------------------------------------------------------------------------------------

Cells = Sequence[str | int | None]

HIGHLIGHT_COLUMNS = (
    "id", "headline", "source", "published", "start", "end", "words", "codes", "annotator",
    "made", "notes", "before", "after", "article", "text_sha256",
)  # fmt: skip
NOTE_COLUMNS = (
    "id", "on", "headline", "source", "words", "version_source", "version_words", "text",
    "annotator", "made", "changed",
)  # fmt: skip
CODE_COLUMNS = (
    "id", "code", "below", "colour", "letters", "description", "examples", "memo", "codable",
    "retired", "highlights",
)  # fmt: skip


def highlight_rows(marks: MarkSet) -> Iterator[Cells]:
    """Yield a row a highlight, as `HIGHLIGHT_COLUMNS` says."""
    known = Known.of(marks)
    notes = marks.notes_on_highlights()
    for highlight in marks.highlights:
        article, anchor = known.articles[highlight.article], highlight.anchor
        yield (
            highlight.id,
            article.title,
            article.source,
            article.published,
            anchor.span.start,
            anchor.span.end,
            anchor.exact,
            "; ".join(known.code_names(highlight)),
            known.names.get(highlight.annotator, ""),
            highlight.made.isoformat(),
            "\n\n".join(note.text for note in notes.get(highlight.id, ())),
            anchor.prefix,
            anchor.suffix,
            article.id,
            article.text_sha256,
        )


def note_rows(marks: MarkSet) -> Iterator[Cells]:
    """Yield a row a note, as `NOTE_COLUMNS` says, with the words it is on."""
    known = Known.of(marks)
    for note in marks.notes:
        yield (
            note.id,
            *_cells_of_place(known, note.on),
            note.text,
            known.names.get(note.annotator, ""),
            note.made.isoformat(),
            note.changed.isoformat(),
        )


def _cells_of_place(known: Known, on: SetPlace) -> Cells:
    match on:
        case OnHighlightOf(highlight):
            found = known.highlights[highlight]
            article = known.articles[found.article]
            return ("highlight", article.title, article.source, found.anchor.exact, None, None)
        case OnArticleOf(place):
            article = known.articles[place]
            return ("article", article.title, article.source, None, None, None)
        case OnStoryOf(place):
            title = next((each.title for each in known.marks.stories if each.id == place), "")
            return ("story", title, None, None, None, None)
        case SetVariant(base, version):
            one, other = known.articles[base.article], known.articles[version.article]
            words = base.anchor.exact, other.source, version.anchor.exact
            return ("variant", one.title, one.source, *words)


def code_rows(marks: MarkSet) -> Iterator[Cells]:
    """Yield a row a code, as `CODE_COLUMNS` says."""
    known = Known.of(marks)
    used = Counter(code for highlight in marks.highlights for code in highlight.codes)
    for code in marks.codes:
        above = known.path(code)[:-1]
        below = " › ".join(each.name for each in above)
        yield (
            code.id,
            code.name,
            below,
            code.colour,
            code.sign,
            code.description,
            code.examples,
            code.memo,
            "yes" if code.codable else "no",
            "yes" if code.retired else "no",
            used[code.id],
        )
