"""What the docs say is what the program does."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import harbour
import pytest
from bench import batch

from sayso import model
from sayso.exits import CODES
from sayso.model import Stance
from sayso.reading import problems

ROOT = Path(__file__).parent.parent
JSON_DOC = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

_spec = importlib.util.spec_from_file_location("refresh_docs", ROOT / "scripts" / "refresh_docs.py")
assert _spec is not None
assert _spec.loader is not None
refresh_docs = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(refresh_docs)


def section(heading: str) -> str:
    return re.split(r"^## ", JSON_DOC.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.M)[0]


def first_column(text: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.M))


def names(noun: type) -> set[str]:
    return {field.name for field in dataclasses.fields(noun)}


def test_the_command_reference_is_current() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == refresh_docs.commands(), (
        "run scripts/refresh-docs"
    )


def test_the_sample_output_in_the_readme_is_current() -> None:
    assert refresh_docs.readme(README) == README, "run scripts/refresh-docs"


def test_every_field_of_the_object_is_documented() -> None:
    written = harbour.harbour().as_dict()
    assert first_column(section("The object")) == set(written)
    assert first_column(section("`page`")) == set(written["page"])


@pytest.mark.parametrize(
    ("heading", "nouns"),
    [
        ("`blocks[]`", [model.Block]),
        ("`attributions[]`", [model.Attribution, model.Speaker]),
        ("`comments[]`", [model.Comment, model.Quotation]),
        ("`citations[]`", [model.Citation]),
    ],
)
def test_every_field_of_a_noun_is_documented(heading: str, nouns: list[type]) -> None:
    assert first_column(section(heading)) == set().union(*map(names, nouns))


def test_every_problem_is_documented() -> None:
    assert first_column(section("`problems[]`")) == names(model.Problem) | set(problems.MESSAGES)


@pytest.mark.parametrize(
    ("heading", "field", "values"),
    [
        ("`blocks[]`", "kind", model.BlockKind),
        ("`attributions[]`", "kind", model.SpeakerKind),
        ("`attributions[]`", "manner", model.Manner),
        ("`attributions[]`", "within", model.Within),
        ("`attributions[]`", "stance", Stance),
    ],
)
def test_every_value_of_a_closed_list_is_documented(heading: str, field: str, values: object) -> None:
    (meaning,) = re.findall(rf"^\| `{field}` \|[^|]*\| (.*) \|$", section(heading), re.M)
    assert re.findall(r"`(\w+)`", meaning) == list(get_args(values))


def test_the_contract_s_version_is_documented() -> None:
    assert f'`"{model.CONTRACT}"`' in JSON_DOC


def test_every_exit_code_is_documented() -> None:
    documented = dict(re.findall(r"^\| `(\d+)` \| (.*) \|$", JSON_DOC, re.M))
    assert documented == {str(code): meaning for code, meaning in CODES.items()}


def test_the_readme_shows_what_the_sample_says() -> None:
    capture = README.split(refresh_docs.BEGIN)[1].split(refresh_docs.END)[0]
    sample = " ".join(harbour.harbour().text.split())
    words = " ".join(re.sub(r"[│├└─]", " ", capture).split())
    assert "Harrell-Voss" in words
    for quotation in re.findall(r"“[^”“…]{12,}”", words):
        assert quotation.strip("“”") in sample


def test_the_readme_s_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    assert len(code.strip().splitlines()) <= 5
    shutil.copy(harbour.FILE, tmp_path / "story.html")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert "“The seals were whole and every drum was counted,”" in capsys.readouterr().out


@pytest.mark.parametrize("benchmark", ["accuracy", "batch", "misses", "speed"])
def test_a_benchmark_without_its_corpora_says_what_is_missing(
    benchmark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bench.corpora.POLNEAR", tmp_path / "gone")
    monkeypatch.setattr("sys.argv", [benchmark])
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(f"bench.{benchmark}").main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "the gold corpora are not here (see bench/README.md)\n"


def test_a_benchmark_of_a_program_that_fails_gives_no_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dev.jsonl").write_text('{"text": "A story."}\n')
    monkeypatch.setattr("bench.batch.POLNEAR", tmp_path)
    monkeypatch.setattr("bench.batch.READ", [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(subprocess.CalledProcessError):
        batch.many(articles=1)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *[
    f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))
]])  # fmt: skip
def test_links_within_the_project_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / document).parent / target).exists(), target


def test_scripts_the_docs_name_are_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        for script in re.findall(r"\bscripts/[\w-]+", (ROOT / document).read_text(encoding="utf-8")):
            assert (ROOT / script).exists(), script
