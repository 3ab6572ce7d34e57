"""Which page has whose words: passages that two pages share, though they were edited."""

from sayso.provenance.copies.credit import agency_of
from sayso.provenance.copies.finding import copies
from sayso.provenance.copies.shingles import Signature, signature

__all__ = ["Signature", "agency_of", "copies", "signature"]
