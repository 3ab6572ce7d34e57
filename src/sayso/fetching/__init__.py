"""Addresses to bytes: fetched politely, and never from where a program on this machine has no business."""

from sayso.fetching.fetched import Fetched, names_and_addresses
from sayso.fetching.policy import Policy
from sayso.fetching.streaming import fetch_all

__all__ = ["Fetched", "Policy", "fetch_all", "names_and_addresses"]
