"""All that the reader can do, as tables: words, keys, deeds. It stands over the hands, and no hand knows it."""
