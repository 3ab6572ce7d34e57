"""From the reports of a claim back to where they have it from."""
