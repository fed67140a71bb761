"""`geo completion` and `geo man`: what a shell and `man` know of the commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
from click.shell_completion import get_completion_class

from geo.base.packaged import version

_SHELLS = ("bash", "zsh", "fish")
#: What click marks in a help text: a paragraph that is not to be filled.
_AS_IT_IS = "\b"
_EXIT = "0 done, 1 a check found a difference, 2 an input is wrong and nothing is written."


@click.command("completion", short_help="Print the script that completes commands in SHELL.")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion_command(shell: str) -> None:
    """Print the script that completes commands, options and files in SHELL.

    \b
    geo completion bash > ~/.local/share/bash-completion/completions/geo
    geo completion zsh > ~/.zfunc/_geo               with ~/.zfunc among fpath
    geo completion fish > ~/.config/fish/completions/geo.fish
    """  # noqa: D301 - click wants the backspace character itself
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click has all of `_SHELLS`
    root = click.get_current_context().find_root().command
    if shell == "bash":
        # click runs bash to see that it is no older than 4.4, and there may be none here.
        kind = type("Bash", (kind,), {"_check_version": staticmethod(lambda: None)})
    script = kind(root, {}, "geo", "_GEO_COMPLETE").source()
    # Fish would show what a command does up to the first comma.
    click.echo(script.replace('string split ","', 'string split --max 1 ","'))


@click.command("man")
def man_command() -> None:
    r"""Print the manual page: geo man | man -l -."""
    context = click.get_current_context().find_root()
    click.echo("\n".join(_page(context)))


def _page(context: click.Context) -> Iterator[str]:
    """Yield the lines of the manual page, in man(7)."""
    root = context.command
    assert isinstance(root, click.Group)  # noqa: S101 - the command line itself
    yield f'.TH GEO 1 "" "geo {version()}"'
    yield from (".SH NAME", f"geo \\- {_escaped(_first(root.help).rstrip('.'))}")
    yield from (".SH SYNOPSIS", ".B geo", ".I COMMAND", r"[\fIOPTION\fR]...")
    yield ".SH COMMANDS"
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        if command is not None:
            yield from _command(command, click.Context(command, context, f"geo {name}"))
    yield from (".SH EXIT STATUS", _EXIT)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join([context.info_name or "", *command.collect_usage_pieces(context)])
    yield f'.SS "{_escaped(usage)}"'
    yield from _paragraphs(command.help or "")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record:
            yield from (".TP", rf"\fB{_escaped(record[0])}\fR", _escaped(record[1]) or r"\&")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [_escaped(line.strip()) for line in paragraph.splitlines()]
        if lines[0] == _AS_IT_IS:
            yield from (".PP", ".nf", *lines[1:], ".fi")
        else:
            yield from (".PP", " ".join(lines))


def _first(text: str | None) -> str:
    return (text or "").split("\n\n")[0].replace("\n", " ")


def _escaped(text: str) -> str:
    r"""Return text whose backslashes and hyphens are themselves in man(7), and no line a request.

    >>> _escaped(".--only")
    '\\&.\\-\\-only'
    """
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain[:1] in {".", "'"} else plain
