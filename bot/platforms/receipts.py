"""The platforms' own ids of what was sent: as many as the store keeps for one letter."""

from collections.abc import Iterable

LONGEST = 200


def joined(receipts: Iterable[str]) -> str:
    """The receipts that are worth keeping, as many as there is room for."""
    kept = ""
    for receipt in filter(None, receipts):
        longer = f"{kept},{receipt}" if kept else receipt
        kept = longer if len(longer) <= LONGEST else kept
    return kept
