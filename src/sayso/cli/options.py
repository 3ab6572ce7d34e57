"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.reading import MAX_LINES

Stories = Annotated[
    list[str], typer.Argument(metavar="STORY...", help="Files, folders, patterns, or - for standard input.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object, for one story.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="A JSON object a line.")]
Html = Annotated[
    str | None, typer.Option("--html", metavar="FILE", help="A page for the browser, in this file.")
]
Target = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]
Full = Annotated[bool, typer.Option("--full", help="Shorten nothing in the tree.")]
ShowAll = Annotated[bool, typer.Option("--show-all", help="Fold no comment for its abusive words.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Stories at a time; as many as cores if not given.")
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        min=1,
        metavar="BYTES",
        help=f"Refuse larger stories. Text of more than {MAX_LINES:,} lines is refused under any limit: "
        "give one story a file.",
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a mistake in Sayso.")]
