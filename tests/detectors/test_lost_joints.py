"""What speaks of lost joints, and how far it speaks."""

from __future__ import annotations

from mtqa.joins import near_signs, stray_stops
from mtqa.text import Document


def test_a_text_without_capitals_has_no_stray_stops() -> None:
    text = "Il est là. et toi. elle vient. on part. ils restent. tout va bien. je dors. oui."
    assert stray_stops(Document(text)) == ()


def test_signs_speak_of_their_own_article_only() -> None:
    article = "La mairie a rouvert la piscine. et le gymnase voisin.\n\n"
    document = Document(article + "Le maire a parlé hier soir.\n\n" * 400)
    assert near_signs(document, 30)
    assert not near_signs(document, 30, least=2)
    assert not near_signs(document, len(document.tokens) - 1)
