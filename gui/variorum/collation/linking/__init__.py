"""Which sentences and words of two articles stand for one another, and which moved or parted."""
