"""The codebook: its tree, what is said of a code, and the reader's hand on both."""
