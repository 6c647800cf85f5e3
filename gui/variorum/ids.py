"""Names for rows of a library, so that one kind of number is never taken for another."""

from typing import NewType

ArticleId = NewType("ArticleId", int)
StoryId = NewType("StoryId", int)
HighlightId = NewType("HighlightId", int)
NoteId = NewType("NoteId", int)
CodeId = NewType("CodeId", int)
AnnotatorId = NewType("AnnotatorId", int)
DecisionId = NewType("DecisionId", int)
WordPairId = NewType("WordPairId", int)
CarryingId = NewType("CarryingId", int)
SettlementId = NewType("SettlementId", int)
