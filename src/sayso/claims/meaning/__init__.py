"""What texts mean: vectors of short texts, pages found for a claim's text, pages grouped into stories."""

from sayso.claims.meaning.encoder import encode
from sayso.claims.meaning.features import features
from sayso.claims.meaning.ranking import Index, index
from sayso.claims.meaning.stories import stories

__all__ = ["Index", "encode", "features", "index", "stories"]
