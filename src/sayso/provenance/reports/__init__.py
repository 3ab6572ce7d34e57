"""What one page says of a claim, and on whose word."""

from sayso.provenance.reports.report import report

__all__ = ["report"]
