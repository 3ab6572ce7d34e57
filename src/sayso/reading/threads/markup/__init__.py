"""The thread in a web page's markup, for any site."""

from sayso.reading.threads.markup.thread import thread_of

__all__ = ["thread_of"]
