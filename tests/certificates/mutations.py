"""Small harm done to a file or a printed code by chance: never what it was before."""

_HEX = b"0123456789ABCDEFabcdef"


def one_bit(data, chance):
    """One bit flipped, anywhere."""
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def in_the_hole(data, start, end, chance):
    """One to three digits between start and end changed, moved or written in the other case."""
    while True:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(start, start + 2_400 if chance.random() < 0.8 else end)
            spoilt[place] = chance.choice((chance.choice(_HEX), chance.randrange(256), spoilt[place - 1]))
        if bytes(spoilt) != data:
            return bytes(spoilt)


def one_character(text, alphabet, chance):
    """One character exchanged for another of the alphabet."""
    place = chance.randrange(len(text))
    char = chance.choice(alphabet.replace(text[place], ""))
    return text[:place] + char + text[place + 1 :]
