"""Threads as sites and archives export them: which export it is, and the stories and comments in it."""

from sayso.reading.threads.exports.reading import Export, are_comments, exports_of

__all__ = ["Export", "are_comments", "exports_of"]
