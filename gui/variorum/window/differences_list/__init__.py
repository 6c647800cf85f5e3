"""The list of all differences of the version that is read, also of those that are hidden."""
