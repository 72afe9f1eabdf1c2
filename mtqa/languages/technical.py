"""Words by which a document shows that it is about the very things that look like residue."""

from __future__ import annotations

__all__ = ["MARKUP_WORDS"]

MARKUP_WORDS = frozenset(
    """
    html html5 xhtml xml sgml css balise balises balisage markdown javascript php wikicode
    bbcode parseur
    """.split()
)
"""Of documents that name tags and entities."""
