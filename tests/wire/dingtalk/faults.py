"""What can go wrong on the way: planned for a path, met by the next calls to it."""

import asyncio
import gzip
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Fault:
    """One way of failing. `after` lets the call be done before the answer is spoilt."""

    kind: str
    status: int = 200
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 60.0
    after: bool = False


def page(status: int = 200) -> Fault:
    return Fault("page", status)


def answer(status: int, /, **body: Any) -> Fault:
    return Fault("answer", status, body)


async def play(fault: Fault, request: web.Request) -> web.StreamResponse:
    """Answer a request as the fault says."""
    match fault.kind:
        case "answer":
            return web.json_response(fault.body, status=fault.status, headers=fault.headers)
        case "page":
            return web.Response(
                status=fault.status, text="<html><body>请求过于频繁</body></html>", content_type="text/html"
            )
        case "empty":
            return web.Response(status=fault.status)
        case "half":
            return web.Response(status=200, body=b'{"errcode": 0, "errm', content_type="application/json")
        case "list":
            return web.json_response([1, 2, 3])
        case "redirect":
            raise web.HTTPFound(fault.body["to"])
        case "hang":
            await asyncio.sleep(fault.seconds)
            return web.Response(status=504)
        case "reset":
            return _reset(request)
        case "short":
            return await _short(request)
        case "drip":
            return await _drip(request, fault.seconds)
        case "bomb":
            return _bomb()
        case "flood":
            return await _flood(request)
    raise ValueError(fault.kind)


def _reset(request: web.Request) -> web.Response:
    transport = request.transport
    assert transport is not None
    transport.abort()
    return web.Response()


async def _short(request: web.Request) -> web.StreamResponse:
    """Promise a hundred bytes, give twenty, hang up."""
    response = web.StreamResponse(headers={"Content-Length": "100", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"errcode":0,"errmsg"')
    assert request.transport is not None
    request.transport.close()
    return response


async def _drip(request: web.Request, seconds: float) -> web.StreamResponse:
    """One byte a second."""
    response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
    await response.prepare(request)
    try:
        for _ in range(int(seconds)):
            await response.write(b" ")
            await asyncio.sleep(1)
    except ConnectionError:
        pass
    return response


def _bomb() -> web.Response:
    inner = gzip.compress(json.dumps({"errcode": 0, "x": "0" * (32 << 20)}).encode())
    return web.Response(body=inner, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})


async def _flood(request: web.Request) -> web.StreamResponse:
    """An answer without end."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    try:
        for _ in range(4096):
            await response.write(b" " * 65536)
    except ConnectionError:
        pass
    return response
