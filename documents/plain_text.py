"""A long text as a PDF, for platforms that take documents and no text files."""

from documents.canvas import Canvas, default_canvas, printable

LONGEST_LINE = 4000


def text_pdf(title: str, text: str, canvas: Canvas | None = None) -> bytes:
    """The text, line by line, under its title."""
    lines = [printable(line, LONGEST_LINE) for line in text.split("\n")]
    return (canvas or default_canvas()).pdf("plain_text.typ", {"title": printable(title), "lines": lines})
