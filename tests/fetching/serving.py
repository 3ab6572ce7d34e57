"""A web server on this machine that answers, byte by byte, as a test tells it to."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

Piece = bytes | float  # a float is a pause, in seconds
Route = bytes | Callable[[], Iterable[Piece]]

TEXT = "The old bridge over the Orlan will close in May, the council of Port Calder said on Monday."
PAGE = f"<html><body><h1>Bridge to close</h1><p>{TEXT}</p><p>{TEXT} Ferries go on.</p></body></html>".encode()


def answer(
    body: bytes = PAGE, *headers: str, status: str = "200 OK", type: str | None = "text/html; charset=utf-8"
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    lines += [f"Content-Type: {type}"] if type else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str) -> bytes:
    return answer(b"", f"Location: {to}", status="302 Found")


@dataclass
class Site:
    """What a server answers by path, and what it was asked: when, the path and the head of the request."""

    port: int = 0
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]


class Names(AbstractResolver):
    """Looks names up in a table, which has an address for each time a name is asked for; the last stays."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        self.table = table
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        times = self.asked.count(host)
        self.asked.append(host)
        address = self.table[host][min(times, len(self.table[host]) - 1)]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        pass


@contextmanager
def serving(host: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    server = _Server((host, port), _Handler)
    server.site = Site(server.server_address[1])
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    site: Site


class _Handler(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        site = self.server.site
        site.connections += 1
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            head += line
        path = head.split(b" ", 2)[1].decode()
        site.asked.append((time.monotonic(), path, head.decode()))
        route = site.routes.get(path, answer(b"", status="404 Not Found"))
        with suppress(OSError):  # whoever asked has gone
            for piece in [route] if isinstance(route, bytes) else route():
                if isinstance(piece, float):
                    time.sleep(piece)
                else:
                    self.wfile.write(piece)
