"""What tests share: helpers that worker processes can import too, and how hypothesis searches."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# A busy machine is no failure; the search itself is the same everywhere.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")
