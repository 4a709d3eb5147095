"""The command line in Chinese: click's own headings and mistakes, said as the person at the screen speaks."""

import sys
from typing import Any

import click

from language.wording import command_line as wording


class Word(click.Command):
    """A word of `python -m bot`."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, wording.usage(pieces), prefix=wording.USAGE)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What can be said beside it."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row is not None]
        if rows:
            with formatter.section(wording.OPTIONS):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = wording.HELP
        return option


class Words(Word, click.Group):
    """All the words; mistakes are told in Chinese and end with status 2, as everywhere."""

    command_class = Word

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The words, with one line each."""
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(70)) for name in self.list_commands(ctx)]
        with formatter.section(wording.COMMANDS):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are written, the most used first."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; what click would say in English is said in Chinese."""
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            print(error.format_message())
            sys.exit(0)
        except click.UsageError as error:
            print(_told(error), file=sys.stderr)
            sys.exit(2)
        except click.exceptions.Exit as done:
            sys.exit(done.exit_code)
        except (click.Abort, KeyboardInterrupt):
            print(wording.STOPPED, file=sys.stderr)
            sys.exit(1)


def _told(error: click.UsageError) -> str:
    """One line for what was written wrongly."""
    path = error.ctx.command_path if error.ctx else ""
    match error:
        case click.NoSuchOption():
            words = wording.no_option(error.option_name, error.possibilities or [])
        case click.MissingParameter():
            words = wording.missing(error.param.human_readable_name if error.param else "")
        case _ if error.ctx is not None and isinstance(error.ctx.command, click.Group):
            words = wording.no_word(list(error.ctx.command.commands))
        case _:
            words = wording.WRONG
    return wording.look_at_help(words, path)
