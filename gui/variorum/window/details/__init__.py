"""What is known of an article beside its text: shown in a panel, corrected by hand."""
