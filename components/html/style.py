"""The variables of every style sheet, of the app and of a site: colours, type and space."""

from __future__ import annotations

from components.charts.tokens import SANS, SERIF, SPACE, THEMES, TYPE, rgba

ROOT_PX = 16  # what 1rem is at a browser's usual text size
_NAMES = ("page", "panel", "text", "muted", "accent", "axis", "rule", "grid")


def variables(theme: str) -> dict[str, str]:
    """The CSS variables of `theme` ("light" or "dark"), by name without the dashes.

    Type is in rem, so that it grows with the text size a reader has chosen; space is in px.
    """
    colours = THEMES[theme]
    return {
        **{name: getattr(colours, name) for name in _NAMES},
        "tint": rgba(colours.accent, 0.1),
        "shadow": rgba("#000000", 0.18),
        "sans": SANS,
        "serif": SERIF,
        **{f"t-{step}": f"{px / ROOT_PX:g}rem" for step, px in TYPE.items()},
        **{f"s-{px}": f"{px}px" for px in SPACE},
    }


def declared(theme: str, **changed: str) -> str:
    """The variables as a style sheet declares them; changed: other values for some."""
    return ";".join(f"--{name}:{value}" for name, value in {**variables(theme), **changed}.items())
