"""What a first comparison would wait for is read before."""

import subprocess
import sys

READ = """
from variorum.collation.later import rehearse
rehearse()
from variorum.collation.lexicons.words import known_words, people, spellings, words
from variorum.collation.reading.verbs import verb_forms
print(sum(table.cache_info().currsize for table in (known_words, people, spellings, verb_forms, words)))
"""


def test_the_dear_tables_are_read() -> None:
    """The words of the language, their spellings and the forms of verbs take a tenth of a second."""
    done = subprocess.run([sys.executable, "-c", READ], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "5"
