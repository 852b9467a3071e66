"""What a hand types: a field's text after each key, numbers and half numbers and none, drawn from a seed."""

from random import Random

SIGNS = "0123456789.,-%a"
LONGEST = 20


def typed_texts(seed: int, keys: int) -> list[str]:
    """The text after every key; about one key in four takes a sign back."""
    chance, text, texts = Random(seed), "", list[str]()  # nothing secret: what is typed
    for _ in range(keys):
        back = text and (len(text) == LONGEST or chance.random() < 0.25)
        text = text[:-1] if back else text + chance.choice(SIGNS)
        texts.append(text)
    return texts
