"""The command line, one command a verb."""

from sayso.cli import cases, reading
from sayso.cli.app import app, main

__all__ = ["app", "cases", "main", "reading"]
