"""Build the table of spellings from VarCon: `build_spelling.py varcon.txt VARCON-README.txt`.

The table has a line for every spelling that differs from the American one: the spelling, the
American form, the standards that use it (B British, Z British -ize, C Canadian, D Australian),
and, where the spelling holds in one sense only, the headword under which senses are told apart.
VarCon's notice travels in the table's head.
"""

import re
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "resources" / "lexicons" / "spelling.tsv"
MAX_LEVEL = 80
"""SCOWL level above which words "may not even be legal" (VarCon's README)."""
USED = ("", ".", "v")
"""Preferred, equal and ordinary variants; rarer ones are left out."""

Entry = tuple[str, str, str, str]


def tags_of(text: str) -> dict[str, str]:
    """Return each category with its best mark, as `{"A": "", "C": "v"}`."""
    tags: dict[str, str] = {}
    for tag in re.findall(r"([ABZCD_])([.vVx-]?)", text):
        tags.setdefault(tag[0], tag[1])
    return tags


def read_line(line: str) -> list[tuple[dict[str, str], str]]:
    """Split a VarCon line into its spellings with their tags, the implied ones included."""
    entries: list[tuple[dict[str, str], str]] = []
    for part in line.split("|", maxsplit=1)[0].split("#", maxsplit=1)[0].split(" / "):
        tags, _, word = part.partition(":")
        if word.strip():
            entries.append((tags_of(tags), word.strip()))
    for missing, source in (("Z", "B"), ("C", "Z"), ("D", "B")):
        if not any(missing in tags for tags, _ in entries):
            for tags, _ in entries:
                if source in tags:
                    tags[missing] = tags[source]
    return entries


def clusters(text: str) -> list[tuple[str, list[str]]]:
    """Return the clusters of common words: headword and lines."""
    found: list[tuple[str, list[str]]] = []
    keep = False
    for line in text.splitlines():
        head = re.match(r"# (\S+).*\(level (\d+)\)", line)
        if head:
            keep = int(head[2]) <= MAX_LEVEL
            if keep:
                found.append((head[1], []))
        elif keep and line and not line.startswith("#"):
            found[-1][1].append(line)
    return found


def american_words(groups: list[tuple[str, list[str]]]) -> set[str]:
    """Return the spellings that are good American in some sense."""
    return {
        word
        for _, lines in groups
        for line in lines
        for tags, word in read_line(line)
        if tags.get("A") in {"", "."}
    }


def entries_of(headword: str, lines: list[str], american: set[str]) -> list[Entry]:
    """Return the table's lines for one cluster."""
    shared = {
        word
        for line in lines
        for tags, word in read_line(line)
        if tags.get("A") == "" and tags.get("B") == ""
    }
    entries: list[Entry] = []
    for line in lines:
        spellings = read_line(line)
        home = next((word for tags, word in spellings if tags.get("A") == ""), None)
        if home is None or home.endswith("'s") or "(-)" in line:
            continue
        for tags, word in spellings:
            standards = "".join(t for t in "BZCD" if tags.get(t) in USED)
            if word == home or not standards:
                continue
            depends = "|" in line and (home in shared or word in american)
            entries.append((word, home, standards, headword if depends else ""))
    return entries


def _without_chains(table: dict[str, Entry]) -> dict[str, Entry]:
    """Let every spelling lead to a form that is in the table no more."""
    ends: dict[str, Entry] = {}
    for word, (_, american, standards, sense) in table.items():
        end = american
        while end in table and table[end][1] != word:
            end = table[end][1]
        ends[word] = (word, end, standards, sense)
    return {word: entry for word, entry in ends.items() if entry[1] not in ends}


def main(varcon: Path, readme: Path) -> None:
    """Write the table."""
    groups = clusters(varcon.read_text("utf-8", "replace"))
    american = american_words(groups)
    table: dict[str, Entry] = {}
    for headword, lines in groups:
        for entry in entries_of(headword, lines, american):
            table.setdefault(entry[0], entry)
    table = _without_chains(table)
    text = readme.read_text("utf-8", "replace")
    notice = text[text.index("Copyright 2000-2019") :]
    head = [
        "Spellings that differ from the American ones, built by packaging/build_spelling.py.",
        "Source: VarCon 2020.12.07, http://wordlist.aspell.net/. Licence: its notice below.",
        "spelling<TAB>American<TAB>standards<TAB>headword where the sense decides",
        "",
        *notice.splitlines(),
    ]
    body = ["\t".join(entry).rstrip() for _, entry in sorted(table.items())]
    lines = [*(f"# {line}".rstrip() for line in head), *body]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(body)} spellings, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
