"""Join the lines of a letter that was broken for its journey: RFC 3676, format=flowed."""


def unflowed(text: str, *, joins_words: bool) -> str:
    """Return a flowed text with its paragraphs on one line each.

    `joins_words` is the RFC's DelSp: the space at a soft break was put in with the break.
    """
    paragraphs: list[list[str]] = []
    depth = 0
    is_open = False
    for line in text.split("\n"):
        deep = len(line) - len(line.lstrip(">"))
        words = line.removeprefix(" ") if not deep else line
        if is_open and deep == depth:
            before = paragraphs[-1]
            before[-1] = before[-1][:-1] if joins_words else before[-1]
            before.append(words[deep:].removeprefix(" ") if deep else words)
        else:
            paragraphs.append([words])
        depth = deep
        # A signature's `-- ` is no soft break.
        is_open = line.endswith(" ") and line.strip("> ") != "--"
    return "\n".join("".join(pieces) for pieces in paragraphs)
