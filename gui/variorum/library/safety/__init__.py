"""What keeps the file whole: backups, restoring, proofs of its state, room for the last deed."""
