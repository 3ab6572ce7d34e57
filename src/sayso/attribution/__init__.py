"""Who says what on a page: the tagger's links, nested and given their scope and meaning."""

from sayso.attribution.attributing import attribute, numbered

__all__ = ["attribute", "numbered"]
