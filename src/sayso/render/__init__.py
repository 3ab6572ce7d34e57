"""A page and its attributions for people: the tree in a terminal, and a page for the browser."""
