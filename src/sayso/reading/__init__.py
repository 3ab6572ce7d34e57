"""Bytes to Page: plain text, JSON lines and HTML articles."""

from sayso.reading.inputs import Input, find_inputs, page_of
from sayso.reading.page import MAX_BYTES, read_page

__all__ = ["MAX_BYTES", "Input", "find_inputs", "page_of", "read_page"]
