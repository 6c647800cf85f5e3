"""Web pages: where the story stands, what is furniture, who wrote it and when."""
