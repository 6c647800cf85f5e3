"""The stories on the left: their panel, view and painting."""
