"""The thread in a web page's markup, for any site."""

from sayso.reading.threads.markup.thread import Thread, thread_of

__all__ = ["Thread", "thread_of"]
