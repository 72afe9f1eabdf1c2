"""How French text falls into tokens and sentences: elisions, clitics, abbreviations."""

from __future__ import annotations

__all__ = ["ABBREVIATIONS", "ALSO_WORDS", "CLITICS", "ELISIONS", "WHOLE_WORDS"]

ELISIONS = r"jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[cdjlmnst]"
"""Words that lose their vowel before an apostrophe, as an alternation."""

CLITICS = r"je|tu|ils?|elles?|on|nous|vous|moi|toi|lui|leur|y|en|ce|les?|la|ci|là"
"""Pronouns and adverbs that hang on a verb or noun by a hyphen, as an alternation."""

WHOLE_WORDS = (
    r"aujourd['’]hui|quelqu['’]une?s?|presqu['’]îles?|c['’]est-à-dire"
    r"|rendez-vous|va-et-vient|celles?-ci|celles?-là|ceux-ci|ceux-là|celui-ci|celui-là|oui-dire"
    r"|ouï-dire|on-dit|vous-mêmes?|nous-mêmes?|je-ne-sais-quoi"
)
"""Words that hold an apostrophe or a clitic and are one word all the same."""

ABBREVIATIONS = frozenset(
    """
    adj adv al anc ann apr art asbl av bd bibl boul bull bur c.-à-d ca cap cf ch chap circ coll
    comp conf coul dép dept dir dr dép ed éd édit env ets ét etc ex exp fasc fém fig figs fol fr
    gal gén hab hôp ibid id ill incl inf inv jr kg l.c lat lieut litt loc ltd m mar masc math max
    me mgr min mlle mme mm mr mrs ms ms n.b nb n° no nos nov op opp orig p pag par paragr parag
    pers phil pl pp pr prof prés prop pt réf rééd rel rem resp rev r.-v s sc sect sept sing sq
    sqq ss st ste suiv sup supp suppl syn t tabl tél tom trad univ us v var vol vols vs zool
    janv févr avr juil oct déc lun mar mer jeu ven sam dim
    """.split()
)
"""Words that a full stop shortens, lower-case, without the stop."""

ALSO_WORDS = frozenset("art cap jeu mer".split())
"""Abbreviations that are words, too, and end sentences: « la mer. Il », « art. L. 12 »."""
