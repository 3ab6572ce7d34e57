"""The thread under a story: the comments, and who answers whom."""
