"""Documents that people write: Word, OpenDocument, RTF, PDF, Markdown, plain text."""
