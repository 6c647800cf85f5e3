"""Several people in one library: who they are, merging their work, agreement, settling it."""
