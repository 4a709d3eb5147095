"""A WeChat Work to play with: `python -m tests.wire.wecom [--port 8400]`; point the bot at it and talk."""

import argparse
import asyncio
import sys
from datetime import datetime

from tests.wire.dingtalk.faults import Fault
from tests.wire.wecom.server import FakeWeCom
from tests.wire.wecom.world import APP_TOKEN, KEY, Delivered, World

GROUP = "wrGROUP"
HELP = """\
文字            以当前身份在群里 @机器人 说这句话
/as 账号        换一个身份（/people 列出）
/private 文字   在单聊里说
/picture        在群里发一句话带一张图
/press 字样      按自己收到的最新一张卡片上的这个按钮
/login 账号      这个人在浏览器里点“用企业微信登录”时是谁
/callback 地址   应用“接收消息”的地址，如 http://127.0.0.1:8080/wecom/app；不设就没有按钮
/close          正常关闭连接     /abort  直接断线     /silent  不再应答
/kick           另一处登录，顶掉这个连接
/remove         把机器人移出群
/fault 路径 种类 [状态]   让下一次调用出错：empty page half reset hang redirect drip bomb
/refuse 错误码  下一次回复或推送被拒（如 6000、45009）
/state          连接、调用次数、投诉
/quit"""
PICTURE = bytes.fromhex("89504e470d0a1a0a") + b"three-colour"


class Table:
    """One person at the keyboard."""

    def __init__(self, wecom: FakeWeCom) -> None:
        self.wecom = wecom
        self.user = "zhangwei"

    async def obey(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        gateway, world = self.wecom.gateway, self.wecom.world
        match word:
            case "/as":
                self.user = rest if rest in world.staff else self.user
                print(f"现在是 {world.staff[self.user]}")
            case "/people":
                print(world.staff)
            case "/private":
                await self.say(rest, None)
            case "/picture":
                items = [{"msgtype": "text", "text": {"content": "@项目 助手 桩基完成"}}]
                items.append({"msgtype": "image", "image": world.add_object(PICTURE)})
                await self.say("", GROUP, msgtype="mixed", mixed={"msg_item": items})
            case "/press":
                await self.press(rest)
            case "/login":
                world.signing_in = {"userid": rest}
            case "/callback":
                world.app_callback = rest
            case "/close" | "/abort" | "/silent" | "/kick":
                await self.spoil(word)
            case "/remove":
                world.removed.add(GROUP)
            case "/fault":
                path, kind, *status = rest.split()
                fault = Fault(kind, int(status[0]) if status else 200, {"to": "https://evil.example/"})
                self.wecom.fault(path, fault)
            case "/refuse":
                gateway.refuse.append(int(rest))
            case "/state":
                print(f"连接 {len(gateway.ready)}（共 {gateway.connected} 次），调用 {dict(world.calls)}")
                print(f"投诉 {world.complaints}")
            case _ if word.startswith("/"):
                print(HELP)
            case _:
                await self.say(line, GROUP)

    async def press(self, label: str) -> None:
        """A button on a card of the application's or of the 智能机器人's."""
        try:
            _, card = self.wecom.world.card_of(self.user, label)
        except StopIteration:
            print("  ✗ 没有这样的按钮")
            return
        if card.channel == "app":
            print(f"  应答 {await self.wecom.press(self.user, label)}")
        else:
            await self.wecom.gateway.press(self.user, label)
        await asyncio.sleep(1)
        print(f"  卡片现在是：{card.shown or '没有变'}")

    async def spoil(self, word: str) -> None:
        gateway = self.wecom.gateway
        if not gateway.ready:
            print("  ✗ 没有连接")
        elif word == "/close":
            await gateway.close()
        elif word == "/abort":
            gateway.abort()
        elif word == "/kick":
            await gateway.kick()
        else:
            gateway.ready[-1].deaf = True

    async def say(self, text: str, chat: str | None, **more: object) -> None:
        if not self.wecom.gateway.ready:
            print("  ✗ 机器人没有连上，这条就丢了")
            return
        await self.wecom.gateway.push(self.wecom.world.message(text, self.user, chat, **more))


def show(seen: Delivered) -> None:
    mentions = " ".join(f"@{person}" for person in seen.mentions)
    body = f"[{seen.name or seen.kind} {len(seen.body)} 字节]" if seen.body else seen.text
    if seen.kind == "template_card":
        body += "  " + "".join(f"[{one['text']}]" for one in seen.raw["template_card"]["button_list"])
    print(f"{datetime.now():%H:%M:%S} [{seen.channel} → {seen.to}] {mentions}\n{body}")  # noqa: DTZ005


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8400)
    world = World()
    world.watch = show
    async with FakeWeCom(world, port=parser.parse_args().port) as wecom:
        print(f'api = "{wecom.base}"  socket = "{wecom.socket}"')
        print(f'bot_id = "{world.bot_id}"  bot_name = "项目 助手"  Secret {world.bot_secret}')
        print(f'corp_id = "{world.corp}"  agent_id = {world.agent_id}  应用 Secret {world.app_secret}')
        print(f'login = "{wecom.base}"  authorize = "{wecom.base}"  应用 Token {APP_TOKEN}  EncodingAESKey {KEY}')
        print(f"群 {GROUP}，群机器人地址 {world.add_hook(GROUP)}\n{HELP}")
        table = Table(wecom)
        while (line := await asyncio.to_thread(sys.stdin.readline)) and line.strip() != "/quit":
            if line.strip():
                await table.obey(line.strip())


if __name__ == "__main__":
    asyncio.run(main())
