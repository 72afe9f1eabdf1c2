"""Spans, offset maps, tokens, sentences, paragraphs, quotation pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.readers import read_document
from mtqa.readers.masking import mask
from mtqa.readers.plain import read_plain
from mtqa.text import MASK, Document, Lines, Span


def sentences(text: str) -> list[str]:
    document = read_plain(text)
    return [
        document.text[slice(*document.span(sentence.first, sentence.last - 1))]
        for sentence in document.sentences
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("qu’il l’a vu", "qu’ il l’ a vu"),
        ("Aujourd’hui, quelqu'un vient", "Aujourd’hui , quelqu'un vient"),
        ("a-t-il dit celui-ci peut-être ?", "a -t-il dit celui-ci peut-être ?"),
        ("dit-elle, donnez-le-moi", "dit -elle , donnez -le-moi"),
        ("les États-Unis, Saint-Germain-en-Laye", "les États-Unis , Saint-Germain-en-Laye"),
        ("un rendez-vous", "un rendez-vous"),
        ("le G20 à 14h30, 2,3 %, 12/31/2023.", "le G20 à 14h30 , 2,3 % , 12/31/2023 ."),
        ("fini.. Oui…", "fini .. Oui …"),
        ("de “d’enterrer”", "de “ d’ enterrer ”"),
        ("O’Brien, D’Artagnan", "O’Brien , D’ Artagnan"),
        ("l’ utilisateur", "l’ utilisateur"),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert " ".join(Document(text).tokens.forms) == tokens


def test_tokens_are_composed_for_the_lexicon() -> None:
    assert Document("re\u0301alite\u0301").tokens.lower == ["réalité"]


@given(st.text(alphabet="aé’' -.,\n\u0301«»“”!A1\u00a0…", max_size=60))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    tokens = Document(text).tokens
    assert "".join(tokens.forms) == "".join(text.split())
    for form, start, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part. Elle reste.", ["Il part.", "Elle reste."]),
        ("M. Blinken est là. Il parle.", ["M. Blinken est là.", "Il parle."]),
        ("Voir l’art. 3 et J.-P. Delmas. Fin.", ["Voir l’art. 3 et J.-P. Delmas.", "Fin."]),
        ("« Encore ! » crie-t-on. Oui.", ["« Encore ! » crie-t-on.", "Oui."]),
        ("« C’est fini. » Il sort.", ["« C’est fini. »", "Il sort."]),
        ("“C’est fini.” Il sort.", ["“C’est fini.”", "Il sort."]),
        ("1. Qui sommes-nous ? Ici.", ["1. Qui sommes-nous ?", "Ici."]),
        ("Attends… et viens. Bien.", ["Attends… et viens.", "Bien."]),
        ("Un titre\nUne phrase.", ["Un titre", "Une phrase."]),
        ("Il a 2.5 points. Voilà.", ["Il a 2.5 points.", "Voilà."]),
        ("Il part. “Elle reste”, dit-il.", ["Il part.", "“Elle reste”, dit-il."]),
        (
            "Il y a des pommes, etc. Les poires aussi.",
            ["Il y a des pommes, etc. Les poires aussi."],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_end_with_the_line_unless_it_is_wrapped() -> None:
    lines = "Une ligne.\nUne autre"
    assert len(Document(lines).paragraphs) == 2
    wrapped = (
        "Cette phrase est trop longue pour une seule ligne et elle se\npoursuit sur la suivante."
    )
    assert len(Document(wrapped).paragraphs) == 1


def test_text_wrapped_throughout_has_paragraphs_between_blank_lines() -> None:
    line = "Une ligne d’un texte coupé à la main, longue de soixante signes\n"
    text = line * 6 + "\n" + line * 6
    assert len(Document(text).paragraphs) == 2


def test_quotation_pairs_nest_and_strays_are_told() -> None:
    document = Document("« Il a dit “oui” hier », dit-il”.")
    pairs = [
        (document.tokens.forms[p.open], document.tokens.forms[p.close]) for p in document.quotes
    ]
    assert pairs == [("«", "»"), ("“", "”")]
    assert [document.tokens.starts[n] for n in document.stray_quotes] == [31]
    inside = document.tokens.forms.index("oui")
    assert document.quote_around(inside) == document.quotes[1]
    assert document.quote_around(document.tokens.forms.index("hier")) == document.quotes[0]
    assert document.quote_around(document.tokens.forms.index("-il")) is None


def test_reader_masks_what_is_no_prose() -> None:
    raw = (
        "Voir https://a.example/x, `pip  install x` ou a@b.example. Le fichier klimo.ini "
        "et C:\\Users\\x.\n```\ncode code\n```\nFin."
    )
    document = read_plain(raw)
    assert document.text == (
        f"Voir {MASK}, {MASK} ou {MASK}. Le fichier {MASK} et {MASK}\n{MASK}\nFin."
    )
    at = document.text.index("Le fichier")
    assert document.map.raw(Span(at, at + 10)) == Span(raw.index("Le fichier"), raw.index(" klimo"))


@given(
    st.text(alphabet="ab c\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=5),
)
def test_offset_map_leads_back_to_the_same_text(raw: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, len(raw)), min(a + n, len(raw))) for a, n in cuts]
    text, offset_map = mask(raw, spans)
    for number, character in enumerate(text):
        span = offset_map.raw(Span(number, number + 1))
        if character != MASK:
            assert raw[span.start : span.end] == character
        else:
            assert span.end > span.start


def test_lines_and_columns_count_from_one() -> None:
    lines = Lines("ab\ncd")
    assert lines.position(0) == (1, 1)
    assert lines.position(2) == (1, 3)
    assert lines.position(4) == (2, 2)


def test_what_parts_two_blocks_is_no_place_to_write() -> None:
    document = read_document("Un *deux*\n\ntrois", "a.md", language="fr", source_language=None)
    at = document.text.index("\n\n")
    assert not document.map.is_whole(Span(at, at + 2))
    assert document.map.is_whole(Span(at, at))
