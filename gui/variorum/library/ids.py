"""Names for rows that only the library and who speaks to it know."""

from typing import NewType

ImportId = NewType("ImportId", int)
ListId = NewType("ListId", int)
