"""The sources on which events rest, for reference managers and for print."""

from __future__ import annotations

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.chicago import bibliography, bibliography_key, plain
from components.catalog.citations.csl import one_line
from components.catalog.citations.formats import bibtex_file, csl_file, ris_file
from components.catalog.formats.parts import sources_of, terms_of_use


def csl(catalog: Catalog, table: pd.DataFrame) -> str:
    """CSL-JSON."""
    return csl_file(sources_of(catalog, table))


def bibtex(catalog: Catalog, table: pd.DataFrame) -> str:
    """BibTeX; what stands outside its entries is a comment."""
    header = catalog.header
    head = f"% {one_line(header.title)}. {terms_of_use(header)}".replace("@", "(at)")
    return f"{head}\n\n{bibtex_file(sources_of(catalog, table))}"


def ris(catalog: Catalog, table: pd.DataFrame) -> str:
    """RIS."""
    return ris_file(sources_of(catalog, table))


def text(catalog: Catalog, table: pd.DataFrame) -> str:
    """A bibliography to print, in Chicago style, under the catalogue's title."""
    header = catalog.header
    entries = sorted(sources_of(catalog, table), key=bibliography_key)
    lines = [header.title, terms_of_use(header), *(plain(bibliography(one)) for one in entries)]
    return "\n\n".join(lines) + "\n"
