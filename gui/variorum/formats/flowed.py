"""Join the lines of a letter that was broken for its journey: RFC 3676, format=flowed."""


def unflowed(text: str, *, joins_words: bool) -> str:
    """Return a flowed text with its paragraphs on one line each.

    `joins_words` is the RFC's DelSp: the space at a soft break was put in with the break.
    """
    lines: list[str] = []
    before = ""
    is_open = False
    for line in text.split("\n"):
        words = line.removeprefix(" ") if not line.startswith(">") else line
        depth = len(words) - len(words.lstrip(">"))
        deep = len(before) - len(before.lstrip(">"))
        if is_open and depth == deep:
            start = lines.pop()
            words = (start[:-1] if joins_words else start) + words.lstrip(">").removeprefix(
                " " if depth else ""
            )
        lines.append(words)
        before = line
        # A signature's `-- ` is no soft break.
        is_open = line.endswith(" ") and line.lstrip("> ") != "-- " and line.strip() != "--"
    return "\n".join(lines)
