"""Take another library's articles, marks and decisions into this one, with a rehearsal before."""
