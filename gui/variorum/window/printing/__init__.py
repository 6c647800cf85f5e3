"""Put what is read on paper, or into a PDF: the panes page by page, then the details."""
