"""Do two clauses say the same, word order and voice aside? The decision on what they share."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.languages.fr.paraphrase import Comparison, Unit, compare, plain_words, polarity, same_slot
from mtqa.lexicon import FINITE, INFINITIVE, NOUN, PAST_PARTICIPLE, lemmas, lookup

__all__ = ["restates"]

_LIGHT = frozenset(
    "se trouver situer faire aller exister être avoir y voici désormais ainsi donc aussi alors "
    "également encore déjà même toujours nouveau marché secteur territoire domaine niveau plan "
    "cadre cas fait sein titre matière reste lieu personne gens quantité prévoir dater effectuer "
    "procéder grand".split()
)
"""Words that add nothing to a place, a time and a subject already named."""
_FEWEST = 2
_LIGHTEST = 5.0
_MOST_EXTRA = 0.15
_MOST_LEFT = 0.75
_MANY = 3
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("ouvrir rouvrir", "fermer clore"),
        ("entrer arriver venir revenir", "sortir partir quitter repartir"),
        ("monter augmenter grimper", "descendre baisser diminuer reculer chuter"),
        ("naître apparaître", "mourir décéder disparaître"),
        ("commencer débuter lancer entamer", "finir terminer achever arrêter cesser"),
        ("gagner remporter", "perdre"),
        ("acheter acquérir", "vendre céder"),
        ("autoriser permettre", "interdire"),
        ("aimer adorer", "détester haïr"),
        ("accepter approuver adopter", "refuser rejeter annuler"),
        ("activer allumer", "désactiver éteindre"),
        ("ajouter créer construire", "supprimer retirer détruire"),
        ("donner envoyer prêter", "recevoir prendre emprunter"),
        ("écrire composer", "lire publier jouer"),
    )
)
"""Verbs that a writer sets against each other."""
_BE = frozenset(
    "suis es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient "
    "fut furent soit soient été étant être".split()
)


def restates(
    words: Sequence[str], first: Sequence[Unit], second: Sequence[Unit], *, strict: bool
) -> Comparison | None:
    """What the clauses share where the second says nothing that the first has not said.

    `words` are the document's tokens, in lower case. `strict`: nor may the first say more.
    """
    found = compare(first, second)
    extra = [unit for unit in found.only_second if not _is_light(unit)]
    left = [unit for unit in found.only_first if not _is_light(unit)]
    if len(found.pairs) < _FEWEST or found.weight < _LIGHTEST:
        return None
    if _is_other_verb(found, left, extra):
        left, extra = [], []
    if any(unit.fixed for unit in extra) or _weight(extra) > _MOST_EXTRA * found.weight:
        return None
    if left and (extra or (strict and any(unit.fixed for unit in left))):
        return None
    if _weight(left) > (_MOST_EXTRA if strict else _MOST_LEFT) * found.weight:
        return None
    if any(_is_verbal(unit) for unit in extra) or _swaps(words, found):
        return None
    ours, theirs = polarity(plain_words(words, first)), polarity(plain_words(words, second))
    return found if ours == theirs else None


def _is_other_verb(found: Comparison, left: Sequence[Unit], extra: Sequence[Unit]) -> bool:
    """Have the clauses all their words in common but for one verb, which is no opposite?"""
    if len(left) != 1 or len(extra) != 1 or found.reworded or found.crossed:
        return False
    if len(found.pairs) < _MANY or not same_slot(left[0], extra[0]):
        return False
    ours, theirs = ({unit.word, *lemmas(unit.word)} for unit in (left[0], extra[0]))
    return not any(_divides(pair, ours, theirs) for pair in _OPPOSITES)


def _divides(pair: tuple[frozenset[str], frozenset[str]], ours: set[str], theirs: set[str]) -> bool:
    one, other = pair
    return bool((ours & one and theirs & other) or (ours & other and theirs & one))


def _weight(units: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in units)


def _is_light(unit: Unit) -> bool:
    word = unit.word.rpartition(" ")[2]
    if word in ("de", "d'", "du"):
        return True
    return not unit.fixed and (word in _LIGHT or not _LIGHT.isdisjoint(lemmas(word)))


def _is_verbal(unit: Unit) -> bool:
    head = unit.word.split(" ")[0]
    tags = lookup(head).tags
    return bool(tags & (FINITE | INFINITIVE | PAST_PARTICIPLE)) and not tags & NOUN


def _swaps(words: Sequence[str], found: Comparison) -> bool:
    """Do the two have one verb, in one voice, and change the places of what it joins?

    « Le bleu va avec le vert, le vert va avec le bleu. »
    """
    if not found.crossed:
        return False
    return not any(
        _is_passive(words, one) != _is_passive(words, other)
        or (
            (_is_verbal(one) or _is_verbal(other))
            and set(lemmas(one.word)).isdisjoint(lemmas(other.word))
        )
        for one, other in found.pairs
    )


def _is_passive(words: Sequence[str], unit: Unit) -> bool:
    """Does « être » stand before this participle?"""
    before = words[unit.first - 1] if unit.first else ""
    tags = lookup(words[unit.first]).tags
    return bool(tags & PAST_PARTICIPLE) and before in _BE
