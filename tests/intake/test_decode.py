import codecs

import pytest

from bearhug.intake.decode import decode, lone_surrogates, stored

FRENCH = "Le groupe a racheté l’entreprise cédée – « déjà » – pour 3 millions d’€, où l’été était gâché."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le"),
        (FRENCH.encode("utf-16-le"), "utf-16-le"),  # without a mark
        (FRENCH.encode("cp1252"), "cp1252"),
        (FRENCH.encode("mac_roman"), "mac_roman"),
    ],
)
def test_each_encoding_gives_the_same_text(data, encoding):
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.broken) == (FRENCH, encoding, 0)


def test_latin_1_needs_no_guess():
    assert decode("La société cédée à bas prix".encode("latin-1")).text == "La société cédée à bas prix"


def test_a_declared_encoding_counts_where_the_bytes_are_no_utf_8():
    assert decode("“déjà”".encode("cp1252"), "iso-8859-1").text == "“déjà”"
    assert decode("Zażółć gęślą jaźń".encode("iso8859_2"), "iso-8859-2").text == "Zażółć gęślą jaźń"
    assert decode(FRENCH.encode(), "iso-8859-1").text == FRENCH
    assert decode(FRENCH.encode("cp1252"), "no-such-codec").text == FRENCH


def test_a_damaged_byte_of_utf_8_is_counted_and_the_rest_kept():
    decoded = decode("Société cédée\N{EURO SIGN}".encode() + b"\xff fin")
    assert (decoded.text, decoded.broken) == ("Société cédée€\ufffd fin", 1)


def test_a_replacement_character_of_the_text_itself_is_no_damage():
    assert decode("avant \ufffd après".encode()).broken == 0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\ufeffUn", "Un"),
        ("Un\r\ndeux\rtrois\n", "Un\ndeux\ntrois\n"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),  # not composed: offsets refer to what was handed in
        ("x\ud800y\udfffz", "x\ufffdy\ufffdz"),
    ],
)
def test_stored_text(text, kept):
    assert stored(text) == kept


def test_lone_surrogates_are_counted():
    assert lone_surrogates("x\ud800y\udfff \N{GRINNING FACE}") == 2
