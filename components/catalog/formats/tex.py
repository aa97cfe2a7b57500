"""TeX as it stands in BibTeX files, as plain text: accents, dashes, quotes, special signs."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð",
    "DH": "Ð", "th": "þ", "TH": "Þ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
    "hyphen": "-", "dots": "…", "ldots": "…", "textendash": "–", "textemdash": "—",
    "guillemotleft": "«",
    "guillemotright": "»", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "textquotesingle": "'", "texteuro": "€",
    "euro": "€", "ng": "ŋ", "NG": "Ŋ", "dj": "đ", "DJ": "Đ", "textdegree": "°", "textellipsis": "…",
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’", "par": " ",
    "textunderscore": "_", "textasciigrave": "`", "textbar": "|", "slash": "/",
    "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
# Commands whose argument is all that a plain text has of them, or that say nothing.
_HARMLESS = frozenset((
    "emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup", "textsl",
    "mbox", "hbox", "text", "url", "href", "path", "uppercase", "lowercase", "MakeUppercase",
    "MakeLowercase", "mkbibquote", "mkbibemph", "mkbibbold", "noopsort", "printfirst",
    "switchargs", "em", "it", "bf", "sc", "rm", "sf", "tt", "sl", "relax", "protect",
    "ignorespaces", "quad", "qquad", "bibstring", "autocap", "addcolon", "addcomma", "addspace",
    "addperiod", "adddot", "ensuremath", "nocase",
))  # fmt: skip
# A command with its accented letter, in braces or not; a sign; an escaped sign; what is left.
_TOKEN = re.compile(
    r"\\(?P<accent>[`'^~=.\"])\s*(?:\{\s*(?:\\(?P<dotless1>[ij])|(?P<letter1>\w?))\s*\}|\\(?P<dotless2>[ij])(?![a-zA-Z])\s*|(?P<letter2>\w))"
    r"|\\(?P<named>[urHvdckb])(?:\s*\{\s*(?:\\(?P<dotless3>[ij])|(?P<letter3>\w?))\s*\}|\s+(?P<letter4>\w))"
    r"|\\(?P<command>[a-zA-Z]+)\s*(?:\{\})?"
    r"|\\(?P<escaped>.)"
    r"|(?P<dash>-{2,3})|(?P<quote>``|'')|(?P<brace>[{}])|(?P<tie>~)",
    re.DOTALL,
)
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”"}


def plain(tex: str) -> str:
    """The text that TeX would print, on one line."""
    text = _TOKEN.sub(_said, tex)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _said(found: re.Match[str]) -> str:
    part = found.groupdict()
    if accent := part["accent"] or part["named"]:
        letters = (part[f"{kind}{n}"] for kind in ("letter", "dotless") for n in "1234"
                   if f"{kind}{n}" in part)  # fmt: skip
        letter = next(filter(None, letters), "")
        return letter + _ACCENTS[accent] if letter else ""
    if part["command"]:
        return _SIGNS.get(part["command"], "")
    if part["escaped"]:
        return " " if part["escaped"].isspace() else part["escaped"]
    if part["dash"]:
        return _DASHES[part["dash"]]
    return _QUOTES.get(part["quote"] or "", " " if part["tie"] else "")


def unknown_commands(tex: str) -> list[str]:
    """The commands whose meaning is not known, and which therefore say nothing in `plain`."""
    names = (found["command"] for found in _TOKEN.finditer(tex))
    return [f"\\{name}" for name in names if name and name not in _SIGNS and name not in _HARMLESS]
