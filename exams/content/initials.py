"""Pinyin initials of Chinese text: `gskl` is how 挂失口令 is typed by whoever knows how it sounds.

Made while a content database is built, by pypinyin, which knows words: 银行 is yh, 行走 is xz. No search needs it.
"""

import re
import unicodedata
from functools import lru_cache

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_HAN}]+")
_QUERY = re.compile(r"[a-z]{2,16}")


def initials_of(text: str) -> str:
    """As long as the text: a Chinese character's initial in its place, a blank in any other."""
    parts, place = [], 0
    for run in _RUN.finditer(text):
        parts += [" " * (run.start() - place), _of_run(run.group())]
        place = run.end()
    return "".join(parts) + " " * (len(text) - place)


def initials_asked(query: str) -> str:
    """The initials that a query may stand for; empty where it holds anything but two to sixteen letters."""
    letters = unicodedata.normalize("NFKC", query).strip().lower()
    return letters if _QUERY.fullmatch(letters) else ""


@lru_cache(maxsize=32_768)
def _of_run(run: str) -> str:
    # Word by word out of the library's own tables: asked for a style, it spells every syllable out five times as long.
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.mmseg import seg

    letters = ""
    for word in seg.cut(run):
        phrase = PHRASES_DICT.get(word) if len(word) > 1 else None
        sounds = [sound[0] for sound in phrase] if phrase else [PINYIN_DICT.get(ord(one), "") for one in word]
        letters += "".join(map(_first, sounds))
    return letters if len(letters) == len(run) else " " * len(run)


def _first(sound: str) -> str:
    """Its first letter without a tone; a blank for a character that is not in the tables."""
    return unicodedata.normalize("NFD", sound)[:1] or " "
