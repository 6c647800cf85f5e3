"""What a look into watched folders found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Look:
    """Hold what one look found."""

    ready: tuple[Path, ...] = ()
    """Files that are new, and did not change since the look before."""
    stamps: Mapping[Path, str] = field(default_factory=dict[Path, str])
    """Every file that is new, with its size and the moment of its change."""
