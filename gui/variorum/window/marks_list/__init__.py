"""The list of all highlights, and the review of those that were carried."""
