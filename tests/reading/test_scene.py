"""Whom the words of an article stand for: `form words = party`, in reading order."""

import pytest

from bearhug.model.span import Span


def actors(scene):
    found = []
    for line in scene.lines:
        for actor in line.actors:
            words = " ".join(line.sentence.words[actor.first : actor.last + 1])
            found.append(f"{actor.form} {words} = {scene.parties[actor.party].name}")
    return found


def stand_ins(scene):
    return [one for one in actors(scene) if not one.startswith("name")]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("[Arvel] grandit. Il recrute.", "fr", ["pronoun Il = Arvel"]),
        ("[Arvel] is growing. It hires.", "en", ["pronoun It = Arvel"]),
        ("[Arvel] vend son usine.", "fr", ["possessive son = Arvel"]),
        ("[Arvel] is selling its mill.", "en", ["possessive its = Arvel"]),
        ("[Arvel] grandit. Le groupe recrute.", "fr", ["description groupe = Arvel"]),
        ("[Arvel] is growing. The company hires.", "en", ["description company = Arvel"]),
        ("Face à [Toscan], [Arvel] grandit. Il recrute.", "fr", ["pronoun Il = Arvel"]),  # the subject, not the name after a preposition
        ("[Arvel] a attaqué [Toscan]. Elle recrute.", "fr", ["pronoun Elle = Arvel"]),
        ("Le spécialiste des batteries [Arvel] recrute.", "fr", []),  # an apposition is the name's own
        ("The battery maker [Arvel] is hiring.", "en", []),
        ("{Luc Amade} sourit. Le groupe recrute.", "fr", []),  # a person is no group
        ("Il pleut sur la ville.", "fr", []),  # nobody told yet
    ],
)
def test_pronouns_possessives_and_descriptions(lay, text, lang, expected):
    assert stand_ins(lay(text, lang)) == expected


def test_the_short_form_is_the_same_party_as_the_full_one(lay):
    scene = lay("{Luc Amade} a vendu [Toscan]. {Amade} part.", "fr")
    assert actors(scene) == ["name Luc Amade = Luc Amade", "name Toscan = Toscan", "name Amade = Luc Amade"]


def test_the_title_is_a_line_of_its_own(lay):
    scene = lay("Rien de neuf.", "fr", title="[Arvel] s'offre [Toscan]")
    assert [line.sentence.where for line in scene.lines] == ["title", "text"]
    line = scene.lines[0]
    assert [line.sentence.span(actor.first, actor.last) for actor in line.actors] == [Span("title", 0, 5), Span("title", 14, 20)]


@pytest.mark.parametrize(
    ("text", "lang", "classes"),
    [
        ("[Arvel] a vendu [Toscan] à [Mirande] pour 3 €.", "fr", "NAME have w NAME to NAME for NUM € ."),
        ("[Arvel]'s bid, which [Toscan] rejected.", "en", "NAME 's w , rel NAME w ."),
        ("Le Conseil (42 %)", "fr", "det adviser ( NUM % )"),
        ("“Never,” Ann said.", "en", "MARK neg , MARK Cap say ."),
    ],
)
def test_word_classes(lay, text, lang, classes):
    assert [tag for line in lay(text, lang).lines for tag in line.classes] == classes.split()


def test_a_name_is_no_trigger(lay):
    scene = lay("[Union Achat] recrute.", "fr")
    assert [trigger for line in scene.lines for trigger in line.triggers] == []


def test_words_in_quotations_are_marked(lay):
    (line,) = lay("« Nous vendons », dit {Luc Amade}.", "fr").lines
    assert [word for word, quoted in zip(line.lower, line.quoted, strict=True) if quoted] == ["nous", "vendons"]


@pytest.mark.parametrize(("place", "expected"), [(Span("title", 0, 3), 0), (Span("text", 0, 3), 1), (Span("text", 20, 22), 2)])
def test_the_line_of_a_place(lay, place, expected):
    assert lay("Une phrase courte. Une autre phrase.", "fr", title="Un titre").line_of(place) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "€€€", "«" * 50, "[Arvel]"])
def test_odd_texts_are_laid_out(lay, text):
    assert lay(text, "fr").article.text == text.strip("[]")
