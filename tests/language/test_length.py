"""How much of a message is read, and that it is told where it is not all of it."""

from language.length import MOST, last_read, readable


def test_a_message_of_usual_length_is_read_whole() -> None:
    text = "白溪路：基础完成65%。\n" * 100
    assert readable(text[:MOST]) == text[:MOST]
    assert last_read(text[:MOST]) is None


def test_what_is_longer_is_read_up_to_a_whole_line() -> None:
    text = "白溪路：基础完成65%。\n" * 500
    read = readable(text)
    assert MOST // 2 < len(read) <= MOST
    assert read.endswith("65%。\n")
    assert last_read(text) == "白溪路：基础完成65%。"


def test_without_a_line_or_a_sentence_it_is_cut_where_it_must_be() -> None:
    assert readable("，".join(["啊" * 30] * 200)).endswith("啊，")
    assert len(readable("啊" * 100_000)) == MOST


def test_blanks_behind_the_end_are_nothing_unread() -> None:
    assert last_read("已批。" + " " * 5000) is None
