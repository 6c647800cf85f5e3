"""What is known of a batch before it is placed is what the library would say at any time."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.formats.documents.plain import read_text
from variorum.intake.foreknown import Foreknown
from variorum.intake.memory import Memory
from variorum.intake.newcomers import Newcomer
from variorum.intake.placing import place
from variorum.library.articles import begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index

from ..fresh import library_at
from .conftest import WIRE

TEXTS = (WIRE, WIRE.replace("14 ships", "17 ships"), "The harbour is closed.", "It is open.")
ORIGINS = ("wire", "paper", "desk")


def newcomer(text: str, origin: str) -> Newcomer:
    """Return an article on its way."""
    return Newcomer.of(read_text(text, origin=origin))


newcomers = st.builds(newcomer, st.sampled_from(TEXTS), st.sampled_from(ORIGINS))


@settings(max_examples=25)
@given(st.lists(newcomers, max_size=4), st.lists(newcomers, min_size=1, max_size=6))
def test_what_came_since_is_known_as_if_it_were_asked_anew(
    before: list[Newcomer], batch: list[Newcomer]
) -> None:
    """Texts and origins are known that were there, and that came earlier in the batch."""
    with (
        tempfile.TemporaryDirectory() as folder,
        library_at(Path(folder) / "known.variorum") as library,
    ):
        library.run(Command.IMPORT, lambda db: bring(db, before))
        library.run(Command.IMPORT, lambda db: bring(db, batch))


def bring(db: Db, coming: Sequence[Newcomer]) -> None:
    """Place articles, and compare after each what is known with what the library says."""
    known, index, memory = Foreknown.of(db, coming), Index(db), Memory()
    import_id = begin_import(db)
    for each in coming:
        place(db, each, import_id=import_id, memory=memory, index=index, known=known)
        asked = Foreknown.of(db, coming)
        for one in coming:
            assert list(known.of_text(one)) == list(asked.of_text(one))
            assert known.of_origin(one) == asked.of_origin(one)
