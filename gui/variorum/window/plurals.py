"""Put the numbers of English sentences right: tr() alone leaves "1 version(s)" as it is."""

import re

from PySide6.QtCore import QObject, QTranslator

_EITHER = re.compile(r"(?<!\w)(\w++)\|(\w++)")


class EnglishPlurals(QTranslator):
    """Choose between the forms of a counted word: "version(s)" and "story|stories"."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Say no: Qt does not ask an empty translator."""
        return False

    def translate(
        self,
        context: bytes | str,  # noqa: ARG002 - Qt's signature
        source_text: bytes | str,
        disambiguation: bytes | str | None = None,  # noqa: ARG002 - Qt's signature
        n: int = -1,
    ) -> str | None:
        """Return a counted sentence with the right form; nothing for any other sentence."""
        if n < 0:
            return None
        text = source_text if isinstance(source_text, str) else bytes(source_text).decode()
        text = text.replace("(s)", "" if n == 1 else "s")
        return _EITHER.sub(r"\1" if n == 1 else r"\2", text)
