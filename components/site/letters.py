"""The letters of the pages: the fonts that the charts are measured with, where they are installed.

Source Sans and Source Serif lie in the installed `streamlit` (SIL Open Font License 1.1, which
allows them to be handed on with a document). It is looked up and never imported; without it a
reader sees the letters of their own system.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

# Family: the beginning of its file's name.
FAMILIES = {"Source Sans": "SourceSansVF-Upright", "Source Serif": "SourceSerifVariable-Roman"}
MEASURED = "Source Sans"  # in which the labels of the charts were measured


def font_files() -> dict[str, Path]:
    """The font file of each family that is installed."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        return {}
    media = Path(spec.origin).parent / "static" / "static" / "media"
    found = {name: sorted(media.glob(f"{start}*.woff2")) for name, start in FAMILIES.items()}
    return {name: files[0] for name, files in found.items() if files}


def faces(files: dict[str, Path], address: Callable[[Path], str]) -> str:
    """`@font-face` rules of the fonts; address: gives the URL of a file."""
    return "\n".join(
        f'@font-face{{font-family:"{name}";font-weight:200 900;font-display:swap;'
        f'src:url("{address(path)}") format("woff2")}}'
        for name, path in files.items()
    )


def inlined(path: Path) -> str:
    """A font file as an address that holds it."""
    return f"data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}"
