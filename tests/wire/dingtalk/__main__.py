"""A DingTalk to play with: `python -m tests.wire.dingtalk [--port 8300]`; point the bot at it and talk."""

import argparse
import asyncio
import sys
from datetime import datetime

from tests.wire.dingtalk.faults import Fault
from tests.wire.dingtalk.server import FakeDingTalk
from tests.wire.dingtalk.world import Delivered, World

CHAT = "cidGROUP=="
HELP = """\
文字            以当前身份在群里 @机器人 说这句话
/as 工号        换一个身份（/people 列出）
/private 文字   在单聊里说
/disconnect     服务器轮换连接       /close      正常关闭
/abort          直接断线             /silent     只回 ping，不再推送
/fault 路径 种类 [状态]   让下一次调用出错：empty page half reset hang redirect drip bomb
/state          连接数、令牌、调用次数、投诉
/quit"""


class Table:
    """One person at the keyboard."""

    def __init__(self, ding: FakeDingTalk) -> None:
        self.ding = ding
        self.staff = "0123"
        self.tasks: set[asyncio.Task[None]] = set()

    async def obey(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        gateway, world = self.ding.gateway, self.ding.world
        match word:
            case "/as":
                self.staff = rest if rest in world.staff else self.staff
                print(f"现在是 {world.staff[self.staff]}")
            case "/people":
                print(world.staff)
            case "/private":
                self.say(rest, f"cidSINGLE{self.staff}==")
            case "/disconnect" | "/close" | "/abort" | "/silent" if gateway.ready:
                await self.spoil(word)
            case "/fault":
                path, kind, *status = rest.split()
                self.ding.fault(path, Fault(kind, int(status[0]) if status else 200, {"to": "https://evil.example/"}))
            case "/state":
                print(f"连接 {len(gateway.ready)}，令牌 {len(world.tokens)}，调用 {dict(world.calls)}")
                print(f"投诉 {world.complaints}")
            case _ if word.startswith("/"):
                print(HELP)
            case _:
                self.say(line, CHAT)

    async def spoil(self, word: str) -> None:
        gateway = self.ding.gateway
        if word == "/disconnect":
            await gateway.disconnect()
        elif word == "/close":
            await gateway.close()
        elif word == "/abort":
            gateway.abort()
        else:
            gateway.ready[-1].silent = True

    def say(self, text: str, chat: str) -> None:
        task = asyncio.create_task(self._said(self.ding.world.message(text, self.staff, chat)))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _said(self, body: dict[str, object]) -> None:
        try:
            push = await self.ding.gateway.say(body, within=120)
        except TimeoutError:
            print("  ✗ 两分钟内没有应答")
        else:
            print(f"  ✓ 第 {push.tries} 次推送，{(push.acked_at - push.sent_at) * 1000:.1f} 毫秒应答")


def show(seen: Delivered) -> None:
    mentions = " ".join(f"@{person}" for person in seen.mentions)
    print(f"{datetime.now():%H:%M:%S} [{seen.channel} → {seen.to}] {mentions}\n{seen.text}")  # noqa: DTZ005


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8300)
    world = World()
    world.watch = show
    async with FakeDingTalk(world, port=parser.parse_args().port) as ding:
        world.base = ding.base
        print(f"api 和 oapi 都填 {ding.base}")
        print(f"client_id {world.client_id}  client_secret {world.client_secret}")
        print(f"群机器人地址 {world.add_robot(CHAT)}\n{HELP}")
        table = Table(ding)
        while (line := await asyncio.to_thread(sys.stdin.readline)) and line.strip() != "/quit":
            if line.strip():
                await table.obey(line.strip())


if __name__ == "__main__":
    asyncio.run(main())
