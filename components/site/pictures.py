"""Small drawings of the pieces, which know one theme, as classes of the style sheet, which has two.

A mark stands on a page thousands of times; as a class it is written once.
"""

from __future__ import annotations

import base64
import re
from urllib.parse import quote

from markupsafe import Markup

from components.charts.tokens import DARK, LIGHT

_IMAGE = re.compile(
    r'<img alt="([^"]*)" height="(\d+)" src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)">'
)
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NAMES = ("page", "panel", "period", "fold", "text", "muted", "accent", "axis", "rule", "grid")
_DARK = {
    **{getattr(LIGHT, name): getattr(DARK, name) for name in _NAMES},
    **{hue: DARK.hues[slot] for slot, hue in LIGHT.hues.items()},
}


class Pictures:
    """The drawings of a site by their SVG text, each with the name of its class."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}

    def as_classes(self, markup: str) -> str:
        """HTML in which every drawing has become an element with a class."""
        return _IMAGE.sub(self._element, markup)

    def _element(self, found: re.Match[str]) -> str:
        alt, height, data = found.groups()
        key = (base64.b64decode(data).decode(), int(height))
        name = self._names.setdefault(key, f"p{len(self._names)}")
        said = Markup(' role="img" aria-label="{}"').format(Markup(alt)) if alt else ""
        return f'<span class="pic {name}"{said}></span>'

    def sheet(self) -> tuple[str, str, str]:
        """Rules of the classes, and the values of their variables in the light and dark theme."""
        rules, light, dark = [], [], []
        for (svg, height), name in self._names.items():
            wide, high = (float(size) for size in _SIZE.search(svg).groups())
            width = round(wide * height / high, 2)
            rules.append(
                f".{name}{{width:{width:g}px;height:{height}px;background-image:var(--{name})}}"
            )
            light.append(f"--{name}:{_address(svg)}")
            dark.append(f"--{name}:{_address(_COLOUR.sub(_dark, svg))}")
        return "\n".join(rules), ";".join(light), ";".join(dark)


def _dark(found: re.Match[str]) -> str:
    return _DARK.get(found[0], found[0])


def _address(svg: str) -> str:
    return f'url("data:image/svg+xml,{quote(svg, safe=" =:/,.()-")}")'
