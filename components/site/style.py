"""The style sheet of a site: the app's, for both themes, and what only a site needs."""

from __future__ import annotations

import re
from pathlib import Path

from components.html.style import declared
from components.site.pictures import Pictures

SERIF = '"Source Serif", Georgia, serif'
_UI = Path(__file__).parents[1] / "ui"
_SHEETS = ("style*.css", "charts.css", "timeline/timeline.css")
_OF_THE_APP = re.compile(r"^[^\n{}]*(?:data-testid|\.stM)[^\n]*\n", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(pictures: Pictures, faces: str) -> str:
    """The whole sheet; faces: `@font-face` rules."""
    rules, light, dark = pictures.sheet()
    sheets = "".join(
        path.read_text("utf-8") for pattern in _SHEETS for path in sorted(_UI.glob(pattern))
    )
    app = re.sub(r"\bimg\b", ".pic", _OF_THE_APP.sub("", sheets))
    own = Path(__file__).with_name("site.css").read_text("utf-8")
    return "\n".join((
        faces,
        f":root{{color-scheme:light;{_variables('light')};{light}}}",
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{"
        f"color-scheme:dark;{_variables('dark')};{dark}}}}}",
        f":root[data-theme=dark]{{color-scheme:dark;{_variables('dark')};{dark}}}",
        _COMMENT.sub("", app), _COMMENT.sub("", own), rules, "",
    ))  # fmt: skip


def _variables(theme: str) -> str:
    return declared(theme, serif=SERIF)
