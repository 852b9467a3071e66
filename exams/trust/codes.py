"""Codes that people read out and type: Crockford base32 with a check character (Luhn mod 32)."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def plain_code(text: str) -> str:
    """What was meant: upper case, no separators, O read as 0, I and L as 1."""
    return "".join(char for char in text.upper().translate(_LOOKALIKES) if char in ALPHABET)


def with_check(body: str) -> str:
    """The code with its check character."""
    return body + ALPHABET[-_luhn(body + ALPHABET[0]) % 32]


def check_character(text: str) -> str:
    """The check character of a text as it is heard: letters that sound or look alike count as one."""
    return with_check(plain_code(text))[-1]


def code_is_whole(code: str) -> bool:
    """True where the check character fits: catches every single wrong character and most swaps."""
    plain = plain_code(code)
    return len(plain) > 1 and _luhn(plain) == 0


def shown(code: str) -> str:
    """In groups of five, as printed: `7KQ2M-X9D4T-H`."""
    return "-".join(code[start : start + 5] for start in range(0, len(code), 5))


def _luhn(code: str) -> int:
    total = 0
    for place, char in enumerate(reversed(code)):
        value = ALPHABET.index(char) * (2 if place % 2 else 1)
        total += value // 32 + value % 32
    return total % 32
