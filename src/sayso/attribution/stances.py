"""What a source does in saying something; the closed list is one of the nouns (`sayso.model`)."""

from __future__ import annotations

from sayso.model import Stance

__all__ = ["Stance"]
