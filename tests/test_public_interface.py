from __future__ import annotations

import inspect
import pkgutil

import sayso
from sayso import errors, model


def test_all_is_sorted_and_complete() -> None:
    assert sayso.__all__ == sorted(sayso.__all__)
    modules = {name for _, name, _ in pkgutil.iter_modules(sayso.__path__)}
    public = {name for name in vars(sayso) if not name.startswith("_")} - modules
    assert public == set(sayso.__all__)


def test_the_nouns_and_every_error_are_public() -> None:
    for module in (model, errors):
        for name, value in inspect.getmembers(module, inspect.isclass):
            if value.__module__ == module.__name__:
                assert name in sayso.__all__


def test_everything_public_says_what_it_is() -> None:
    for name in sayso.__all__:
        doc = getattr(sayso, name).__doc__  # not inspect.getdoc, which takes that of a base class too
        assert doc, name
        assert not doc.startswith(f"{name}("), f"{name}: dataclass wrote it"
