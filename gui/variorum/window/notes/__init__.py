"""The reader's notes on the right: cards, their editor, and the codebook below them."""
