"""Every rule that an answer can name is argued for in the docs, under its own heading."""

import re
from pathlib import Path
from typing import get_args

from sayso.provenance.origins.ground import Rule

DOCS = Path(__file__).parents[3] / "docs" / "independence.md"


def test_every_rule_has_its_heading_and_no_other_has() -> None:
    headings = re.findall(r"^### (.+)$", DOCS.read_text(encoding="utf-8"), re.M)
    assert sorted(headings) == sorted(get_args(Rule))
