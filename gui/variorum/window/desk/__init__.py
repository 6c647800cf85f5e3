"""The reading desk: panes of the compared articles, level, with what was found and marked.

What is laid out is kept apart from what is painted, and both from the arithmetic: `rows`
and `differences` (which passages stand level, where F8 goes) and `levels` (how high
everything is) know no Qt. The desk shows what it is given and tells what the reader did;
it never reads the library and never changes a mark.
"""
