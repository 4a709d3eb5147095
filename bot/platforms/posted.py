"""What the platforms post to us: read with a limit and in time, refused in a way that nobody can hold the line."""

import asyncio

from aiohttp import web

LARGEST_BODY = 256 << 10
READING = 10.0


async def read_body(request: web.Request) -> bytes | web.Response:
    """The body, as long as it is short and comes in time; else the refusal."""
    parts, size = [], 0
    try:
        if request.content.is_eof():  # all of it came with the head, as it nearly always does
            body = await request.content.read()
            return body if len(body) <= LARGEST_BODY else await _hung_up(request, 413)
        async with asyncio.timeout(READING):
            async for chunk in request.content.iter_any():
                parts.append(chunk)
                size += len(chunk)
                if size > LARGEST_BODY:
                    return await _hung_up(request, 413)
    except TimeoutError:
        return await _hung_up(request, 408)
    except (web.HTTPException, ConnectionError, ValueError, web.RequestPayloadError):
        return closing(400)
    return b"".join(parts)


def unreadable(request: web.Request) -> web.Response | None:
    """The refusal of a body that we would not read to its end: packed, or longer than any message."""
    if "Content-Encoding" in request.headers:
        return closing(415)
    return closing(413) if (request.content_length or 0) > LARGEST_BODY else None


def closing(status: int) -> web.Response:
    """A refusal after which the connection is not used again."""
    response = web.Response(status=status)
    response.force_close()
    return response


async def _hung_up(request: web.Request, status: int) -> web.Response:
    """A refusal in the middle of a body: said, and hung up, so that nobody holds the line by going on."""
    response = closing(status)
    await response.prepare(request)
    await response.write_eof()
    if request.transport is not None:
        request.transport.close()
    return response
