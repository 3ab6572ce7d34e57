"""The reply tree of a page that was saved as flat text, where only "In reply to …" lines tell it."""
