"""What cannot be done and why, as exceptions that hold data; the words for them are in `language.wording.refused`."""

from models.vocabulary import CommandName


class Refusal(Exception):
    """Something a person may be told; everything else that is raised is a fault."""


class Stranger(Refusal):
    """The speaker is not in the roster, so nothing can be recorded in their name."""


class NotAllowed(Refusal):
    """The speaker's role may not order this."""

    def __init__(self, command: CommandName) -> None:
        super().__init__(command.value)
        self.command = command


class OfficeOnly(Refusal):
    """The speaker's role may not give this order, which has no command of its own in the contract."""


class Unfinished(Refusal):
    """The order lacks what it needs; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NoCycle(Refusal):
    """There is no report in this week."""


class NoSuchIssue(Refusal):
    """No problem has this number, or it is closed already."""

    def __init__(self, number: int, closed: bool) -> None:
        super().__init__(number)
        self.number = number
        self.closed = closed


class NoSuchDecision(Refusal):
    """No decision of a meeting has this number, or it is closed, or nobody has asked to close it."""

    def __init__(self, number: str, closed: bool = False) -> None:
        super().__init__(number)
        self.number = number
        self.closed = closed


class NoMeeting(Refusal):
    """No meeting is known that has ended lately."""


class NoEvidence(Refusal):
    """A decision is closed only on some ground, and nobody has said one."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class OwnRequest(Refusal):
    """Who asks to close a decision may not be who closes it."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NoReference(Refusal):
    """A planned date may only be changed with the meeting that decided it."""


class NoDraft(Refusal):
    """There is no draft to do that to; `published` is the week whose bulletin is out already, if that is why."""

    def __init__(self, published: str = "") -> None:
        super().__init__(published)
        self.published = published


class CardOver(Refusal):
    """The button that was pressed stands on a letter whose matter is settled, or is another person's."""


class NotForGroups(Refusal):
    """The words may not be said in a group, so they may not stand in what is published there."""


class NoBulletin(Refusal):
    """No bulletin of that week was published; `withdrawn` is the week of one that was taken back."""

    def __init__(self, withdrawn: str = "") -> None:
        super().__init__(withdrawn)
        self.withdrawn = withdrawn


class NoSuchParagraph(Refusal):
    """The draft has no paragraph of this number."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__(number)
        self.number = number
        self.count = count


class NotClosed(Refusal):
    """There is no closed problem to be opened again."""


class NoSuchWords(Refusal):
    """A paragraph of the draft, or of number 0 all or none of it, does not have these words once."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__(number)
        self.number = number
        self.words = words


class NotInRoster(Refusal):
    """Nobody of this name, or more than one, is in the roster."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooLate(Refusal):
    """This week's cut-off has passed, or would."""


class NoSuchRequest(Refusal):
    """No request to move a planned date has this number, or is about what was named; or it is decided."""

    def __init__(self, number: int | None = None) -> None:
        super().__init__(number)
        self.number = number


class NoSuchProject(Refusal):
    """No project, or more than one, is meant by a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AliasTaken(Refusal):
    """A name already belongs to a project."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
