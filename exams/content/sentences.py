"""How long the sentences of a text are: Chinese in characters, English in words."""

import re
from collections.abc import Iterator

LONGEST = {"zh": 60, "en": 35}
"""What can be read aloud in one breath; a semicolon or a colon ends a sentence as well."""

_ENDS = {"zh": re.compile(r"[。！？；：!?;|\n]+"), "en": re.compile(r"[.!?;:]+[”’\")]*\s+|[|\n]")}
_ASIDE = re.compile(
    r"《[^》]*》|（[^（）]*）|\([^()]*\)|〔[^〕]*〕"
)  # titles of rules, their numbers and other remarks
_WORD = {
    "zh": re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9{][A-Za-z0-9,.%:{}_–-]*"),
    "en": re.compile(r"[A-Za-z0-9{][\w,.%:{}’'–-]*"),
}


def too_long(text: str, language: str) -> Iterator[tuple[str, int]]:
    """Each sentence beyond the limit with its length; what stands in brackets does not count."""
    for sentence in _ENDS[language].split(_ASIDE.sub("", text)):
        length = len(_WORD[language].findall(sentence))
        if length > LONGEST[language]:
            yield sentence.strip(), length
