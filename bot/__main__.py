"""`python -m bot WORD`: the words are loaded only when they are said."""

import sys
from pathlib import Path

import click


@click.group()
def main() -> None:
    """三色：重大项目协调工作群机器人。"""


@main.command()
@click.option(
    "--registry", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True, help="登记表（JSON）"
)
def understand(registry: Path) -> None:
    """逐行读消息（JSON），逐行给出理解结果。"""
    from bot.understand import run

    sys.exit(run(registry))


if __name__ == "__main__":
    main()
