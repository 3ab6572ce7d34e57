"""From the trails of a claim to the number of its independent origins."""

from .apart import kept_apart
from .count import count

__all__ = ["count", "kept_apart"]
