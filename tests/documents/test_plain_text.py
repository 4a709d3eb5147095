"""A long text as a document: nothing in it acts as markup, and it is drawn whatever it holds."""

import re

from documents.plain_text import text_pdf


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_text_becomes_a_document_of_some_pages():
    short = text_pdf("周报", "一行\n\n又一行")
    long = text_pdf("周报", "\n".join(f"{number}. 北站路环评已批复" for number in range(300)))
    assert short.startswith(b"%PDF")
    assert pages(short) == 1
    assert pages(long) > 5


def test_what_people_write_is_no_markup():
    assert pages(text_pdf('#read("/etc/passwd")', '#panic("x") $x$ *a* @b <c> \\ \x00\x1b 🏗️ ' + "=" * 500)) == 1
