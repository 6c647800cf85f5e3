"""Merge what persons decided: about articles, stories, links, classes and words.

What was decided here stands. What only the other library decided holds here too, whatever the
rules say; so stories are joined and parted as it was decided there.
"""

import json
from collections.abc import Mapping

from variorum.ids import ArticleId, StoryId
from variorum.library.articles import set_kinds
from variorum.library.connection import Db
from variorum.library.folding import fold
from variorum.library.lists import follow_join, follow_part
from variorum.library.merging.rows import Ledger, Numbers, Row, insert, rows, without_id
from variorum.library.merging.values import Clash, ClashKind, MergeKind
from variorum.library.moments import new_uuid, now
from variorum.text import PassageKind

_KIND = MergeKind.DECISIONS
_PAIRING = ("together", "apart")
_SHOWN = {"source": "shown_source", "published": "shown_published", "headline": "shown_headline"}
_SIDES = ("start", "end", "words")


def title_of(db: Db, article: int) -> str:
    """Return by what an article is called in lists."""
    return db.value(
        "SELECT coalesce(nullif(shown_headline, ''), first_words) FROM articles WHERE id = ?",
        (article,),
    )


class Decisions:
    """Merge decisions, each kind after the other."""

    def __init__(self, db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
        self._db, self._other = db, other
        self._numbers, self._ledger = numbers, ledger

    def merge(self) -> None:
        """Merge all of them."""
        for row in rows(self._other, "decisions", "ORDER BY id"):
            self._merge_decision(row)
        self._merge_bases()
        self._merge_kinds()
        for row in rows(self._other, "pair_decisions", "ORDER BY id"):
            self._merge_pair(row)
        for row in rows(self._other, "word_pairs", "ORDER BY id"):
            self._merge_words(row)

    # --- fields, stories -----------------------------------------------------------------------

    def _merge_decision(self, row: Row) -> None:
        article = self._numbers.articles.get(row["article"])
        partner = self._numbers.articles.get(row["other"]) if row["other"] else None
        if article is None or (row["other"] and partner is None) or article == partner:
            self._ledger.left(_KIND)
            return
        if partner is not None and partner < article:
            article, partner = partner, article
        mine = {**self._own(row), "article": article, "other": partner}
        known = self._db.row(
            "SELECT kind, value FROM decisions WHERE article = ?1 AND other IS ?2"
            " AND (kind = ?3 OR (?3 IN ('together', 'apart') AND kind IN ('together', 'apart')))",
            (article, partner, row["kind"]),
        )
        if known is None:
            self._ledger.new(_KIND)
            insert(self._db, "decisions", mine)
            self._apply(mine)
        elif known == (row["kind"], row["value"]):
            self._ledger.equal(_KIND)
        else:
            pairing = row["kind"] in _PAIRING
            here, there = (known[0], row["kind"]) if pairing else (known[1], row["value"])
            kind = ClashKind.BELONGING if pairing else ClashKind(row["kind"])
            self._clash(kind, article, here, there)

    def _apply(self, row: Row) -> None:
        """Let a decision that came have its effect."""
        kind, article = row["kind"], row["article"]
        if kind == "together":
            self._unite(article, row["other"])
        elif kind == "apart":
            self._divide(article, row["other"])
        elif kind in _SHOWN:
            self._db.write(
                f"UPDATE articles SET {_SHOWN[kind]} = ? WHERE id = ?", (row["value"], article)
            )
            if kind == "headline":
                folded = fold(row["value"]) if row["value"] else None
                self._db.write(
                    "UPDATE articles SET search_headline = ? WHERE id = ?", (folded, article)
                )

    def _unite(self, one: int, other: int) -> None:
        """Make one story of two, unless somebody here parted any of their articles."""
        into, gone = sorted((self._story(one), self._story(other)))
        if into == gone or self._decided("apart", self._members(into), self._members(gone)):
            return
        self._db.write("UPDATE members SET story = ? WHERE story = ?", (into, gone))
        self._db.write("UPDATE notes SET story = ? WHERE story = ?", (into, gone))
        follow_join(self._db, into=StoryId(into), others=[StoryId(gone)])
        self._db.write("DELETE FROM stories WHERE id = ?", (gone,))
        for there, here in self._numbers.stories.items():
            if here == gone:
                self._numbers.stories[there] = into

    def _divide(self, one: int, other: int) -> None:
        """Part a story as the other library has it, unless somebody here joined what would part."""
        story = self._story(one)
        if story != self._story(other):
            return
        home = self._homes_there()
        leaving = {a for a in self._members(story) if home.get(a) == home.get(other)}
        staying = self._members(story) - leaving
        if one in leaving or not staying or self._decided("together", leaving, staying):
            return
        new = self._db.write("INSERT INTO stories (uuid, made) VALUES (?, ?)", (new_uuid(), now()))
        among = "IN (SELECT value FROM json_each(?))"
        wanted = json.dumps(sorted(leaving))
        self._db.write(f"UPDATE members SET story = ? WHERE article {among}", (new, wanted))
        self._db.write(
            f"UPDATE stories SET base_by_hand = NULL WHERE id = ? AND base_by_hand {among}",
            (story, wanted),
        )
        follow_part(self._db, story=StoryId(story), new=StoryId(new))
        self._numbers.stories[home[other]] = new

    def _homes_there(self) -> Mapping[int, int]:
        """Return in which of the other library's stories each article is, as numbered here."""
        found = self._other.rows("SELECT article, story FROM members")
        articles = self._numbers.articles
        return {articles[article]: story for article, story in found if article in articles}

    def _story(self, article: int) -> int:
        return self._db.value("SELECT story FROM members WHERE article = ?", (article,))

    def _members(self, story: int) -> set[int]:
        found = self._db.rows("SELECT article FROM members WHERE story = ?", (story,))
        return {row[0] for row in found}

    def _decided(self, kind: str, some: set[int], others: set[int]) -> bool:
        """Tell whether anybody decided so about an article of each side."""
        query = f"""
            SELECT 1 FROM decisions WHERE kind = ?1 AND (
                (article IN ({_LIST.format(2)}) AND other IN ({_LIST.format(3)}))
                OR (article IN ({_LIST.format(3)}) AND other IN ({_LIST.format(2)})))
        """
        lists = (json.dumps(sorted(some)), json.dumps(sorted(others)))
        return self._db.row(query, (kind, *lists)) is not None

    def _merge_bases(self) -> None:
        """Let a base that was chosen by hand be the base, where none was chosen here."""
        for there, chosen in self._other.rows(
            "SELECT id, base_by_hand FROM stories WHERE base_by_hand IS NOT NULL ORDER BY id"
        ):
            base = self._numbers.articles.get(chosen)
            if base is None or there not in self._numbers.stories:
                continue
            story = self._story(base)
            known = self._db.value("SELECT base_by_hand FROM stories WHERE id = ?", (story,))
            if known is None:
                self._db.write("UPDATE stories SET base_by_hand = ? WHERE id = ?", (base, story))
            elif known != base:
                here, there_said = title_of(self._db, known), title_of(self._db, base)
                self._clash(ClashKind.BASE, base, here, there_said)

    # --- passages ---------------------------------------------------------------------------------

    def _merge_kinds(self) -> None:
        """Take over what passages were said to be, where nothing was said here."""
        for there, start, end, kind in self._other.rows(
            "SELECT article, tile_start, tile_end, kind_by_hand FROM passages"
            " WHERE kind_by_hand IS NOT NULL ORDER BY article, number"
        ):
            article = self._numbers.articles.get(there)
            found = article and self._db.row(
                "SELECT number, kind_by_hand FROM passages"
                " WHERE article = ? AND tile_start = ? AND tile_end = ?",
                (article, start, end),
            )
            if not article or not found:
                self._ledger.left(_KIND)
                continue
            number, known = found
            if known is None:
                self._ledger.new(_KIND)
                set_kinds(
                    self._db,
                    article=ArticleId(article),
                    passages=[number],
                    kind=PassageKind(kind),
                )
            elif known == kind:
                self._ledger.equal(_KIND)
            else:
                self._clash(ClashKind.PASSAGE, article, known, kind)

    # --- words of two versions, and anywhere --------------------------------------------------------

    def _merge_pair(self, row: Row) -> None:
        one = self._numbers.articles.get(row["article"])
        two = self._numbers.articles.get(row["other"])
        if one is None or two is None or one == two:
            self._ledger.left(_KIND)
            return
        mine = {**self._own(row), "article": one, "other": two}
        if two < one:
            mine |= {"article": two, "other": one}
            for side in _SIDES:
                first, second = f"article_{side}", f"other_{side}"
                mine |= {first: row[second], second: row[first]}
        known = self._db.row(
            """
            SELECT kind, variant_class FROM pair_decisions
            WHERE article = ? AND other = ? AND article_start = ? AND article_end = ?
              AND other_start = ? AND other_end = ? AND (kind = 'class') = ?
            """,
            (
                *(mine[column] for column in _PLACE),
                row["kind"] == "class",
            ),
        )
        there = (row["kind"], row["variant_class"])
        if known is None:
            self._ledger.new(_KIND)
            insert(self._db, "pair_decisions", mine)
        elif known == there:
            self._ledger.equal(_KIND)
        else:
            is_class = row["kind"] == "class"
            kind = ClashKind.VARIANT_CLASS if is_class else ClashKind.LINK
            self._clash(kind, mine["article"], known[is_class], there[is_class])

    def _merge_words(self, row: Row) -> None:
        known = self._db.value(
            "SELECT variant_class FROM word_pairs WHERE sorted = ?", (row["sorted"],)
        )
        if known is None:
            self._ledger.new(_KIND)
            insert(self._db, "word_pairs", self._own(row))
        elif known == row["variant_class"]:
            self._ledger.equal(_KIND)
        else:
            about = f"{row['one']} / {row['other']}"
            clash = Clash(ClashKind.WORDS, about, known, row["variant_class"])
            self._ledger.clash(_KIND, clash, set_aside=(known, row["variant_class"]))

    def _own(self, row: Row) -> Row:
        """Return a row without its number, by an annotator as numbered here."""
        return {**without_id(row), "annotator": self._numbers.annotators[row["annotator"]]}

    def _clash(self, kind: ClashKind, article: int, here: str | None, there: str | None) -> None:
        clash = Clash(kind, title_of(self._db, article), here or "", there or "")
        self._ledger.clash(_KIND, clash, article=article, set_aside=(here, there))


_LIST = "SELECT value FROM json_each(?{})"
_PLACE = ("article", "other", "article_start", "article_end", "other_start", "other_end")
