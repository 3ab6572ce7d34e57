"""Threads in flat text in which a line above each comment says who wrote it, and often when."""
