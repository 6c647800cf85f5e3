"""Every place of a word, one below the other: a page over the desk."""
