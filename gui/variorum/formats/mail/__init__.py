"""Letters, with the wire copy that they carry."""
