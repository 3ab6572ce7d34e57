"""The command line, one command a verb."""

from sayso.cli import reading
from sayso.cli.app import app, main

__all__ = ["app", "main", "reading"]
