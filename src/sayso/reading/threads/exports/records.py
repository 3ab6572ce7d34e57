"""The records of an export, whatever it is written in, and what each of them lies within."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from sayso.errors import UnreadablePage
from sayso.model import Problem
from sayso.reading.problems import problem
from sayso.reading.threads.exports.formats import DISQUS, WORDPRESS, Format, Record, format_of

_MEND = "export the thread as a list of comments that name their parents"
_FIELDS = "parent", "reply", "children", "kids", "comments", "storyID", "asset_id", "created_utc"
_HINTS = tuple(f'"{field}' for field in _FIELDS)
_XML = re.compile(r"\s*+(?:<\?[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+<(disqus|rss)\b", re.S)
_ESCAPES = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_AROUND = ("data", "story", "comments", "utterances", "items", "children", "edges", "nodes", "node")
_ANSWERS = ("replies", "children", "kids", "comments", "wp:comment")


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a file, each with the number of the one it is nested in, if it is."""

    form: Format
    found: tuple[tuple[Record, int | None], ...]
    problems: tuple[Problem, ...] = ()


def records_of(text: str, file: str) -> Records | None:
    """The records in ``text``, or None if it is no export that is known.

    Raises :class:`UnreadablePage` for JSON that is nested deeper than can be read.
    """
    if xml := _XML.match(text):
        return _from_xml(text, xml[1])
    if text[:100].lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and any(hint in text for hint in _HINTS):
        return _from_json(text.lstrip("\ufeff"), file)
    return None


def _from_json(text: str, file: str) -> Records | None:
    whole, halves = _without_halves(text)
    try:
        value, bad = _json(whole)
    except RecursionError:
        raise UnreadablePage(file, "its JSON is nested too deep to be read", _MEND) from None
    found = tuple(_walk(value))
    form = format_of(record for record, _ in found)
    counts = {"lone-surrogates": halves, "unread-lines": bad}
    told = tuple(problem(code, count=count) for code, count in counts.items() if count)
    return None if form is None else Records(form, found, told)


def _without_halves(text: str) -> tuple[str, int]:
    """JSON without lone halves of characters, and how many there were."""
    halves = 0

    def whole(escape: re.Match[str]) -> str:
        nonlocal halves
        halves += escape[1] is not None
        return "\\ufffd" if escape[1] else escape[0]

    return (_ESCAPES.sub(whole, text), halves) if "\\u" in text else (text, 0)


def _json(text: str) -> tuple[Any, int]:
    """The value of a JSON text, or a list of those of its lines and how many lines have none."""
    try:
        return json.loads(text), 0
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
    values, bad = [], 0
    for line in lines:
        try:
            values.append(json.loads(line))
        except ValueError:
            bad += 1
    return (values, bad) if values else (None, 0)


def _walk(value: Any) -> Iterator[tuple[Record, int | None]]:
    """Every record in ``value``, each before those nested in it."""
    number = 0
    ahead: list[tuple[Any, int | None]] = [(value, None)]
    while ahead:
        value, above = ahead.pop()
        if isinstance(value, list):
            ahead.extend((item, above) for item in reversed(value))
        elif isinstance(value, dict):
            around = [] if "id" in value else _within(value, _AROUND)
            if not around:
                yield value, above
                around, above = _within(value, _ANSWERS), number
                number += 1
            ahead.extend((item, above) for item in reversed(around))


def _within(value: dict[str, Any], names: tuple[str, ...]) -> list[Any]:
    return [value[name] for name in names if isinstance(value.get(name), list | dict)]


def _from_xml(text: str, root: str) -> Records | None:
    """What has a document type is not come to here, so that there are no entities to be blown up."""
    form, tags = (DISQUS, ("{*}thread", "{*}post")) if root == "disqus" else (WORDPRESS, ("{*}item",))
    if form is WORDPRESS and "<wp:comment" not in text:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, recover=True, encoding="utf-8"
    )
    tree = etree.fromstring(text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), parser)
    if tree is None:
        return None
    within = tree if form is DISQUS else tree.find("{*}channel")
    elements = [] if within is None else within.iterchildren(*tags)
    damaged = (problem("damaged-xml"),) if parser.error_log.filter_from_fatals() else ()
    return Records(form, tuple(_walk([_record(element, 2) for element in elements])), damaged)


def _record(element: etree._Element, depth: int) -> dict[str, Any]:
    """What ``element`` holds by name: text, or records ``depth`` levels down; a list where it is repeated."""
    record: dict[str, Any] = {
        f"@{etree.QName(name).localname}": value for name, value in element.attrib.items()
    }
    for child in element.iterchildren(etree.Element):
        name = child.tag.rpartition("}")[2]
        name = f"{child.prefix}:{name}" if child.prefix else name
        record |= {f"{name}@{etree.QName(key).localname}": value for key, value in child.attrib.items()}
        nested = depth and next(child.iterchildren(etree.Element), None) is not None
        value = _record(child, depth - 1) if nested else _text(child)
        if name not in record:
            record[name] = value
        elif isinstance(record[name], list):
            record[name].append(value)
        else:
            record[name] = [record[name], value]
    return record


def _text(element: etree._Element) -> str:
    """The text directly in ``element``; an entity that nothing declares stays as it is written."""
    pieces = [element.text or ""]
    for node in element:
        pieces += [node.text if isinstance(node, etree._Entity) else "", node.tail or ""]
    return "".join(pieces)
