"""The least that speaks the protocol, to compare with: `python -m tests.bench.bare http PORT` or `stream ADDRESS`.

It verifies and answers, keeps nothing, understands nothing.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import sys

from aiohttp import ClientSession, WSMsgType, web

from tests.bench.mail import CLIENT, SECRET


async def handle(request: web.Request) -> web.Response:
    stamp = request.headers["timestamp"]
    digest = hmac.new(SECRET.encode(), f"{stamp}\n{SECRET}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(base64.b64encode(digest).decode(), request.headers["sign"]):
        return web.Response(status=401)
    message = json.loads(await request.read())
    return web.Response() if message["msgId"] else web.Response(status=400)


async def serve(port: int) -> None:
    app = web.Application()
    app.router.add_post("/dingtalk/callback", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def listen(base: str) -> None:
    async with ClientSession() as session:
        wanted = {"clientId": CLIENT, "clientSecret": SECRET, "subscriptions": []}
        async with session.post(f"{base}/v1.0/gateway/connections/open", json=wanted) as answer:
            place = await answer.json()
        async with session.ws_connect(place["endpoint"], params={"ticket": place["ticket"]}) as socket:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await socket.send_str(acknowledged(message.data))


def acknowledged(text: str) -> str:
    frame = json.loads(text)
    message = json.loads(frame["data"])
    headers = {"messageId": frame["headers"]["messageId"], "contentType": "application/json"}
    code = 200 if message["msgId"] else 400
    return json.dumps({"code": code, "message": "OK", "headers": headers, "data": '{"response": null}'})


if __name__ == "__main__":
    kind, where = sys.argv[1:]
    asyncio.run(serve(int(where)) if kind == "http" else listen(where))
