"""Who a source stands for within its page."""

from .resolve import resolve

__all__ = ["resolve"]
