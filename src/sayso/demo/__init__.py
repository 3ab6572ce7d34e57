"""An invented case that shows what Sayso finds: pages of a town, a harbour and some drums."""
