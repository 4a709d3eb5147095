"""What its sender takes back by the name of what it was about: 再生水厂环评撤回，领导说先别报."""

from datetime import timedelta

from actions.report import facts_of, reported_lately, withdraw
from handlers.turn import Turn
from language.query_filters import node_kinds_in
from language.understanding import Command, Query, Understanding
from language.withdrawing import takes_back
from language.wording import report as report_wording
from models.mailbox import Inbox, Reply

WITHIN = timedelta(days=7)
"""An older report is corrected, not taken back."""


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """The message that told of the named works is taken back; None where none of this sender's did."""
    if turn.person is None or isinstance(understood, Command | Query) or not takes_back(turn.plain):
        return None
    message = await meant(turn)
    if message is None:
        return None
    facts = await withdraw(message, turn.person, turn.now)
    subjects = [(fact.project_id, fact.node_id) for fact in facts]
    text = report_wording.withdrawn(turn.lexicon.registry, subjects, message.sent_at, turn.today)
    return (Reply(text),)


async def meant(turn: Turn) -> Inbox | None:
    """The sender's last message here that told of nothing but the one project named, and of the node where one is."""
    assert turn.person is not None
    named = set(turn.lexicon.sure_projects(turn.plain, turn.person.id))
    if len(named) != 1:
        return None
    kinds = set(node_kinds_in(turn.plain))
    nodes = {node.id: node.kind for node in turn.lexicon.registry.projects[next(iter(named))].nodes}
    since = turn.now - WITHIN
    for message in await reported_lately(turn.person, turn.message.chat_address, since, turn.now):
        told = await facts_of(message)
        if {project for project, _ in told} != named:
            continue
        spoken_of = {nodes[node] for _, node in told if node in nodes}
        if not kinds or not spoken_of or kinds & spoken_of:
            return message
    return None
