"""A case of its own for each test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, open_case


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "story.sayso"


@pytest.fixture
def case(file: Path) -> Iterator[Case]:
    with open_case(file, create=True) as opened:
        yield opened


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can see too, which those of pytest are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
