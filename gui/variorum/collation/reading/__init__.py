"""What one article says, before anything is compared: sentences, forms, figures, days, people."""
