"""Exports of press databases, parted into their stories."""
