"""`python -m bot WORD`: the words are loaded only when they are said."""

import sys
from pathlib import Path

import click

from bot.command_line import Words

CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    default=Path("config.toml"),
    envvar="SANSE_CONFIG",
    help="配置文件；不写就是 config.toml",
)
STORY = click.argument("story", metavar="故事", type=click.Path(path_type=Path))


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """三色：重点项目调度工作群里的机器人。每个词后面加 --help 看用法。"""


@main.command()
@CONFIG
def run(config_path: Path) -> None:
    """启动机器人：接上配置里启用的平台，直到收到停止信号。"""
    from bot.words import run_bot

    sys.exit(run_bot(config_path))


@main.command()
@click.option("--registry", type=click.Path(path_type=Path), required=True, help="登记表（JSON）")
def understand(registry: Path) -> None:
    """从标准输入逐行读消息（JSON），逐行给出理解结果。"""
    from bot.understand import run as run_understand

    sys.exit(run_understand(registry))


@main.command()
@STORY
def simulate(story: Path) -> None:
    """按写好的故事（JSON Lines）演一遍，打印机器人说的每句话和最后的状态。"""
    from bot.simulate import run as run_simulate

    sys.exit(run_simulate(story))


@main.command()
@click.option("--registry", type=click.Path(path_type=Path), default=None, help="登记表（JSON）；不写就用样例区")
@click.option("--start", default=None, help="从什么时候开始，如 2026-06-12T09:00；不写就是现在")
def chat(registry: Path | None, start: str | None) -> None:
    """在终端里和机器人说话，可以扮成任何人；数据是临时的，退出就没有了。"""
    from bot.chat import run as run_chat

    sys.exit(run_chat(registry, start))


@main.command("import")
@CONFIG
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="不再询问，直接写入")
@click.option("--reference", default="", help="改动已批准的计划日期时的依据，如会议纪要名称")
def import_file(config_path: Path, file: Path, yes: bool, reference: str) -> None:
    """导入登记表（JSON）或办公室的台账（.xlsx）：先列出会改什么、哪些格子读不懂，确认后写入。"""
    from bot.importing import run as run_import

    sys.exit(run_import(config_path, file, yes, reference))


@main.command()
@CONFIG
def migrate(config_path: Path) -> None:
    """把数据库升级到最新结构；升级前自动备份，重复执行没有影响。"""
    from bot.words import migrate_store

    sys.exit(migrate_store(config_path))


@main.command()
@CONFIG
def check(config_path: Path) -> None:
    """检查配置、数据库、字体和各平台的凭证，说明缺什么、在哪里补。"""
    from bot.check import run as run_check

    sys.exit(run_check(config_path))


@main.command()
@CONFIG
def health(config_path: Path) -> None:
    """问一声正在运行的机器人是否一切正常（容器和监控用）。"""
    from bot.health import run as run_health

    sys.exit(run_health(config_path))


if __name__ == "__main__":
    main()
