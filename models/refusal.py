"""What cannot be done and why, as exceptions that hold data; the words for them are in `language.wording`."""


class Refusal(Exception):
    """Something a person may be told; everything else that is raised is a fault."""
