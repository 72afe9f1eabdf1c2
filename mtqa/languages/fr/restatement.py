"""Do two clauses say the same, word order and voice aside? The decision on what they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from mtqa.languages.fr.clauses import AUXILIARIES
from mtqa.languages.fr.paraphrase import Comparison, Unit, compare, plain_words, polarity
from mtqa.lexicon import (
    CONJUNCTION,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    lemmas,
    lookup,
)

__all__ = ["known_units", "restates"]

_LIGHT = frozenset(
    "se trouver situer faire aller exister être avoir y voici désormais ainsi donc aussi alors "
    "également encore déjà même toujours nouveau marché secteur territoire domaine niveau plan "
    "cadre cas fait sein titre matière reste lieu personne gens quantité prévoir dater effectuer "
    "procéder grand tout compris voir suivre devoir pouvoir suffire mettre rester "
    "permettre consister moyennant durée éviter animal objet".split()
)
_COMMANDS = frozenset("pensez oubliez veillez veuillez assurez évitez".split())
"""Verbs that only ask for what the next one says."""
"""Words that add nothing to a place, a time and a subject already named."""
_OF = ("de", "d'", "du")
_FEWEST = 2
_LIGHTEST = 4.0
_HEAVY = 9.0
_MANY = 3
# How much the one may say beyond the other, as a share of what they have in common.
_SLIGHT = 0.15
_SUPERSET = 0.35
_SUBSET = 0.35
_VERBS_LEFT = 0.5
# How much they must have in common where one word stands for another.
_VERB_APART = 0.62
_WORD_APART = 0.7
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
        ("afficher montrer", "fermer masquer cacher"),
        ("écrire composer", "lire publier jouer"),
    )
)
"""Verbs that a writer sets against each other."""


def restates(
    words: Sequence[str], first: Sequence[Unit], second: Sequence[Unit], most_left: float = _SUBSET
) -> Comparison | None:
    """What the two share where the second says nothing that the first has not said, or hardly.

    `words` are the document's tokens, in lower case; `most_left` is how much of what the two
    share the first may say beyond it.
    """
    found = compare(first, second)
    left = [unit for unit in found.only_first if not _is_light(unit)]
    extra = [unit for unit in found.only_second if not _is_light(unit)]
    if len(found.pairs) < _FEWEST or found.weight < _LIGHTEST:
        return None
    if any(unit.fixed for unit in extra) or not _leaves_little(found, left, extra, most_left):
        return None
    if _swaps(words, found, first, second):
        return None
    ours, theirs = polarity(plain_words(words, first)), polarity(plain_words(words, second))
    return found if ours == theirs else None


def known_units(first: Sequence[Unit], second: Sequence[Unit]) -> list[Unit]:
    """The units of the second that the first may hold too."""
    keys = frozenset[str]().union(*(unit.keys for unit in first))
    return [unit for unit in second if not keys.isdisjoint(unit.keys)]


def _leaves_little(
    found: Comparison, left: Sequence[Unit], extra: Sequence[Unit], most_left: float
) -> bool:
    """Is all in both, or nearly all: a verb apart, or something that only one of them adds?"""
    if not most_left:
        return not left and not extra
    if not extra:
        spare = _weight(left) <= min(_SLIGHT, most_left) * found.weight
        many = len(found.pairs) >= _MANY or most_left > _SUBSET
        plain = not any(unit.fixed for unit in left) or most_left > _SUBSET
        share = max(most_left, _VERBS_LEFT) if all(map(_is_verbal, left)) else most_left
        return spare or (many and plain and _weight(left) <= share * found.weight)
    if any(unit.fixed for unit in left) or any(_is_verbal(unit) for unit in extra) > len(left):
        return False
    if not left:
        more = _SUPERSET if found.reworded and found.weight > _HEAVY else _SLIGHT
        return _weight(extra) <= more * found.weight
    return len(left) == len(extra) == 1 and _fills_the_place(found, left[0], extra[0])


def _fills_the_place(found: Comparison, left: Unit, extra: Unit) -> bool:
    """Is what alone differs a verb that is no opposite, or a word in a clause built otherwise?"""
    ours, theirs = ({unit.word, *lemmas(unit.word)} for unit in (left, extra))
    if len(found.pairs) < _MANY or any(_divides(pair, ours, theirs) for pair in _OPPOSITES):
        return False
    share = found.weight / (found.weight + max(left.weight, extra.weight))
    if _is_verbal(left) and _is_verbal(extra):
        return share >= _VERB_APART
    return share >= _WORD_APART and (found.synonyms > 1 or (found.crossed and found.synonyms > 0))


def _divides(pair: tuple[frozenset[str], frozenset[str]], ours: set[str], theirs: set[str]) -> bool:
    one, other = pair
    return bool((ours & one and theirs & other) or (ours & other and theirs & one))


def _weight(units: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in units)


def _is_light(unit: Unit) -> bool:
    """Does this unit add nothing?"""
    word = unit.word.rpartition(" ")[2]
    return word in _OF or (_is_light_word(word, unit.first == unit.last) and not unit.fixed)


@lru_cache(maxsize=1 << 13)
def _is_light_word(word: str, alone: bool) -> bool:
    if word in _COMMANDS or word in _LIGHT:
        return True
    if alone and lookup(word).tags & (PREPOSITION | CONJUNCTION):
        return True
    return not _LIGHT.isdisjoint(lemmas(word))


def _is_verbal(unit: Unit) -> bool:
    head = unit.word.split(" ")[0]
    tags = lookup(head).tags
    return bool(tags & (FINITE | INFINITIVE | PAST_PARTICIPLE)) and not tags & NOUN


def _swaps(
    words: Sequence[str], found: Comparison, first: Sequence[Unit], second: Sequence[Unit]
) -> bool:
    """Do the same nouns change places in one construction?

    « Le bleu va avec le vert, le vert va avec le bleu. »
    """
    same = [
        pair for pair in found.pairs if pair[0].word == pair[1].word and not _is_verbal(pair[0])
    ]
    if all(one[1].first < other[1].first for one, other in pairwise(same)):
        return False
    if _links(words, first) != _links(words, second):
        return False
    governed = [(_governor(words, one), _governor(words, other)) for one, other in same]
    return any(one != other for one, other in governed) or not any(map(any, governed))


def _governor(words: Sequence[str], unit: Unit) -> str:
    """The preposition before this unit, or nothing."""
    before = words[max(0, unit.first - 2) : unit.first]
    return next((word for word in reversed(before) if lookup(word).tags & PREPOSITION), "")


def _links(words: Sequence[str], units: Sequence[Unit]) -> list[str]:
    """The grammatical words between the units, articles aside, in alphabetical order."""
    return sorted(word for word in plain_words(words, units) if _is_link(word))


def _is_link(word: str) -> bool:
    tags = lookup(word).tags
    return bool(tags & (PREPOSITION | CONJUNCTION)) or word in AUXILIARIES
