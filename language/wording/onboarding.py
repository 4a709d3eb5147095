"""What is said while groups and their webhooks are registered in the chat."""

from collections.abc import Sequence

HIDDEN_KEY = "（群机器人地址）"
"""Stands in a kept message for an address that is a secret."""


def group_bound(name: str) -> str:
    """That this group is bound."""
    called = f"，名称“{name}”" if name else ""
    return f"本群已绑定{called}。周报提示、三色图将发到这里；涉密不上网，上网不涉密。"


def unnamed(end: str) -> str:
    """A group without a name."""
    return f"编号尾号{end}的群"


def key_said_in_group() -> str:
    """Privately: a secret was said in front of everybody."""
    return (
        "群机器人地址等于钥匙，请不要发在群里。刚才的没有登记；群里的人已经看到，"
        "请在群设置里删掉那个群机器人、重新添加，再把新地址单独私聊发给我。"
    )


def key_is_foreign() -> str:
    """That an address does not belong to the platform."""
    return "这不是本平台的群机器人地址，没有登记。请在群设置的“消息推送”里复制 Webhook 地址，私聊发给我。"


def no_group_yet() -> str:
    """That no group is bound to which an address could belong."""
    return "还没有绑定的群。请先在那个群里 @我 说“绑定本群”，再把地址私聊发给我。"


def which_group(names: Sequence[str]) -> str:
    """To which group an address belongs; the platform does not tell."""
    choices = " ".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f"这个地址是哪个群的：{choices}。回数字即可。"


def which_group_openly(names: Sequence[str]) -> str:
    """The same where there are too many groups for a choice."""
    return f"绑定的群有{len(names)}个，请把群名和地址写在同一条里再发一次：{'、'.join(names)}。"


def key_kept(name: str) -> str:
    """That an address was registered."""
    return f"已登记为{name}的群机器人。我会马上在那个群里 @您 一次；如果没有响，或响错了群，请重新发正确的地址。"


def key_works() -> str:
    """Into the group, through the address itself: who registered it sees that it is the right one."""
    return "群机器人已登记，今后本群的催报由它 @ 到人。"


def webhook_dead(name: str) -> str:
    """To the office: the platform does not know a group's webhook any more."""
    return f"{name}的群机器人地址已失效（被停用、删除或移出群），今后那里 @ 不到人。请重新添加，并把新地址私聊发给我。"
