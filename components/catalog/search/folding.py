"""Finding words whatever their spelling: Эйнштейн, Einstein and Einshtein are one word here.

A word is kept in two forms. `plain` drops case, accents and punctuation and romanises Cyrillic
letter by letter, so that any beginning of a word finds it. `fold` goes on until the usual ways of
writing one Slavic name in Latin letters meet. A query word is found when either form of it begins
a word of the text; all words of a query must be found.

Folding only joins spellings, it never ranks them; English and Spanish words pass through the same
rules on both sides, so they still find themselves. What the rules cannot join (Pyotr for Peter,
Chabarov for Khabarov, an abbreviation) belongs into `aliases`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letter by letter, so that half a word romanises to half a word. й, ё and ї have lost their marks
# by the time this table is used. Source: BGN/PCGN 1947 with iu and ia as in the Library of
# Congress; the letters abolished in 1918 after their successors.
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "ѣ": "e", "э": "e", "ю": "iu", "я": "ia", "ѳ": "f",
    "ѵ": "i", "ј": "j",
}  # fmt: skip
# Letters that Unicode does not take apart into a base letter and a mark.
UNDIVIDED = {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
APOSTROPHES = "'’‘ʼʹʺ`´"
NOTHING = str.maketrans(dict.fromkeys(APOSTROPHES, ""))
SPACES = str.maketrans(dict.fromkeys(APOSTROPHES, " "))
ROMAN = str.maketrans({**CYRILLIC, **UNDIVIDED, "·": ""})
WORD = re.compile(r"[^\W_]+")
INITIALS = re.compile(r"\b(?:\w\.){2,}\w\b\.?")  # C.N.T. is one word, S.A. are two initials.

# In this order, again and again until nothing changes. Every rule shortens a word or takes a
# letter out of the alphabet for good, so this ends.
SPELLINGS = tuple(
    (re.compile(pattern), common)
    for pattern, common in (
        ("schtsch|shch|chtch", "sc"),  # щ: Щ, Shch, Schtsch, Chtch, Šč
        ("tsch|tch|tc", "c"),  # ч by German and French ears; тч
        ("sch|sh", "s"),  # ш: š, sh, sch; so that -shtein and -stein meet
        ("ch|cz|tz|ts(?=.)", "c"),  # ч and ц: č, ch, c, ts, tz; plural -ts is left alone
        ("zh", "z"),  # ж: ž, zh
        ("kh", "h"),  # х: h, kh
        ("x", "ks"),  # Alexandrov
        ("w", "v"),  # Alexandrow
        ("ff?$", "v"),  # Alexandroff
        ("(?<=[bcdfghklmnpqrstvz])yo", "e"),  # ё: Artyom, Artem
        ("[yj]", "i"),  # й, ы, я, ю: Gorodetsky, Gorodetskij, Tjutchev
        ("ie", "e"),  # Yermak, Ermak; Afanas'ev, Afanasiev
        (r"([^\W\d])\1+", r"\1"),  # Gorodetskii; never digits: 1900 is not 190
    )
)


def plain(text: str) -> str:
    """Words of `text` in lower case a–z without marks, one space between; other scripts stay.

    Apostrophes and the soft and hard signs vanish (Afanas'ev is afanasev), other signs part words.
    """
    return " ".join(word for piece in text.split() for word in _plain_words(piece))


def fold(text: str) -> str:
    """The common form in which spellings of one word meet; folding twice changes nothing."""
    return " ".join(_folded(word) for word in plain(text).split())


def indexed(*texts: str) -> str:
    """What a search looks into: both forms of each word once, a space before each."""
    words = (word for text in texts for piece in text.split() for word in all_words(piece))
    return "".join(f" {word}" for word in dict.fromkeys(words))


@lru_cache(maxsize=65536)
def _plain_words(piece: str) -> tuple[str, ...]:
    """The words of a piece of text without spaces, mostly one."""
    joined = INITIALS.sub(lambda found: found[0].replace(".", ""), piece.translate(NOTHING))
    return tuple(WORD.findall(_bare(joined).translate(ROMAN)))


@lru_cache(maxsize=65536)
def all_words(piece: str) -> tuple[str, ...]:
    """The words by which a piece can be found; l'Estat by Estat as well."""
    parted = (word for part in piece.translate(SPACES).split() for word in _plain_words(part))
    words = dict.fromkeys((*_plain_words(piece), *parted))
    return tuple(dict.fromkeys((*words, *map(_folded, words))))


def _bare(text: str) -> str:
    """Lower case without marks. Twice: taking marks off can bring capitals to light."""
    for _ in range(2):
        parted = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return text


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    while True:
        before = word
        for pattern, common in SPELLINGS:
            word = pattern.sub(common, word)
        if word == before:
            return word
