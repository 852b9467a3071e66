"""The release anchor: what a branch reads out so that headquarters can hold its grading code against this journal."""

from exams.trust.codes import ALPHABET, shown, with_check

LENGTH = 10
_BITS = 5 * LENGTH


def release_anchor(head: str) -> str:
    """Ten Crockford characters of a journal's head (64 hex) and their check character, as printed: `7KQ2M-X9D4T-H`."""
    first = int(head, 16) >> (4 * len(head) - _BITS)
    return shown(with_check("".join(ALPHABET[first >> 5 * place & 31] for place in reversed(range(LENGTH)))))
