"""Prove that a difference changes nothing; judge what no proof explains."""
