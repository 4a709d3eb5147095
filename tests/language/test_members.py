"""Members of enumerations are plain attributes of their class, which a reader asks for thousands of times a message."""

from enum import Enum, EnumType

import pytest

from language.report.tokens import Kind
from language.tables.marks import Mark
from models.vocabulary import Status


@pytest.mark.parametrize("sort", [Kind, Mark, Status])
def test_every_member_is_found_on_its_class(sort: type[Enum]) -> None:
    assert "__getattr__" not in vars(EnumType)
    assert all(getattr(sort, name) is member for name, member in sort.__members__.items())


def test_what_is_no_member_is_no_attribute() -> None:
    assert not hasattr(Mark, "OTHER")
    assert Mark["DONE"] is Mark.DONE
