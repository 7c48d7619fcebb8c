"""Who bids for whom in one article: `bidder > target < seller`, a dash where the words tell none.

The fullest frame that speaks of a deal is looked at, of equally full ones the first.
"""

import pytest

from bearhug.reading import frames
from bearhug.reading.triggers import CORE


def told(scene):
    made = [frame for line in scene.lines for frame in frames.of_line(line) if frame.trigger.act in {*CORE, "reject", "withdraw"}]
    parts = [(frame.bidder, frame.target, frame.seller) for frame in made]
    best = max(parts, key=lambda three: sum(one is not None for one in three), default=(None, None, None))
    bidder, target, seller = ("-" if one is None else scene.parties[one.party].name for one in best)
    return f"{bidder} > {target} < {seller}"


BOTH = "Arvel > Toscan < -"
ALL = "Arvel > Toscan < Mirande"

FRENCH = [
    # active
    ("[Arvel] rachète [Toscan].", BOTH),
    ("[Arvel] a racheté [Toscan] à [Mirande].", ALL),
    ("[Arvel] va mettre la main sur 60 % du capital de [Toscan].", BOTH),
    ("Le brasseur [Arvel] s'est emparé de [Toscan].", BOTH),
    ("[Arvel] s'offre [Toscan] pour 3 millions d'euros.", BOTH),
    ("[Arvel] a jeté son dévolu sur [Toscan].", BOTH),
    ("Le fonds [Arvel] souhaite acquérir [Toscan], a indiqué {Luc Amade}.", BOTH),
    ("[Arvel] propose de racheter [Toscan].", BOTH),
    ("[Arvel] a déposé une offre sur [Toscan].", BOTH),
    ("[Arvel] entre au capital de [Toscan].", BOTH),
    # passive and reduced participles
    ("[Toscan] a été racheté par [Arvel].", BOTH),
    ("[Toscan] est convoité par [Arvel].", BOTH),
    ("[Toscan], racheté par [Arvel] en mai, prospère.", BOTH),
    ("[Toscan] a été cédé par [Mirande] à [Arvel].", ALL),
    # relative clauses
    ("[Arvel], qui a repris [Toscan], prospère.", BOTH),
    ("[Toscan], que [Arvel] a repris, prospère.", BOTH),
    ("[Arvel], la holding de {Luc Amade}, qui a repris [Toscan], prospère.", BOTH),
    # nouns
    ("L'OPA d'[Arvel] sur [Toscan] a échoué.", BOTH),
    ("L'acquisition de [Toscan] par [Arvel] est signée.", BOTH),
    ("[Arvel] annonce l'acquisition de [Toscan].", BOTH),
    ("[Toscan] a rejeté l'offre d'[Arvel].", BOTH),
    # sellers
    ("[Mirande] cède [Toscan] à [Arvel].", ALL),
    ("[Mirande] a vendu sa filiale [Toscan] à [Arvel].", ALL),
    ("La cession de [Toscan] à [Arvel] par [Mirande] est signée.", ALL),
    # into other hands
    ("[Toscan] est tombé dans l'escarcelle d'[Arvel].", BOTH),
    ("[Toscan] passe sous le contrôle d'[Arvel].", BOTH),
    # mergers
    ("[Arvel] et [Toscan] fusionnent.", BOTH),
    ("La fusion entre [Arvel] et [Toscan] capote.", BOTH),
    ("La fusion d'[Arvel] avec [Toscan] capote.", BOTH),
    ("[Arvel] va fusionner avec [Toscan].", BOTH),
    # stand-ins
    ("[Arvel] grandit. Il rachète [Toscan].", BOTH),
    ("[Arvel] grandit. Le groupe rachète [Toscan].", BOTH),
    ("[Toscan] résiste. Son rachat par [Arvel] inquiète.", BOTH),
    ("[Arvel] attend. Son offre sur [Toscan] inquiète.", BOTH),
    # nothing told
    ("[Arvel] et [Toscan] recrutent.", "- > - < -"),
    ("Le rachat est signé.", "- > - < -"),
]

ENGLISH = [
    # active
    ("[Arvel] buys [Toscan].", BOTH),
    ("[Arvel] has acquired [Toscan] from [Mirande].", ALL),
    ("[Arvel] agreed to take over [Toscan] for $3 million.", BOTH),
    ("[Arvel] snapped up [Toscan].", BOTH),
    ("[Arvel] offered to buy [Toscan].", BOTH),
    ("[Arvel] made an offer for [Toscan].", BOTH),
    ("[Arvel] has bid for [Toscan].", BOTH),
    ("[Arvel] took a 30 percent stake in [Toscan].", BOTH),
    # passive and reduced participles
    ("[Toscan] was acquired by [Arvel] in May.", BOTH),
    ("[Toscan] has been bought by [Arvel].", BOTH),
    ("[Toscan], acquired by [Arvel] in May, is thriving.", BOTH),
    # relative clauses
    ("[Arvel], which bought [Toscan] in May, is thriving.", BOTH),
    ("[Toscan], which [Arvel] bought in May, is thriving.", BOTH),
    # possessives and nouns
    ("[Arvel]'s bid for [Toscan] failed.", BOTH),
    ("[Arvel]’s acquisition of [Toscan] failed.", BOTH),
    ("The takeover of [Toscan] by [Arvel] failed.", BOTH),
    ("The [Toscan] takeover by [Arvel] collapsed.", BOTH),
    ("[Toscan] rejected an offer from [Arvel].", BOTH),
    ("[Toscan] rejected [Arvel]'s offer.", BOTH),
    ("[Arvel] withdrew its bid for [Toscan].", BOTH),
    # sellers
    ("[Mirande] sold [Toscan] to [Arvel].", ALL),
    ("[Mirande] is selling its [Toscan] arm to [Arvel].", ALL),
    ("[Toscan] was sold to [Arvel] by [Mirande].", ALL),
    ("The sale of [Toscan] to [Arvel] closed.", BOTH),
    # into other hands
    ("[Toscan] became part of [Arvel].", BOTH),
    # mergers
    ("[Arvel] and [Toscan] will merge.", BOTH),
    ("[Arvel] will merge with [Toscan].", BOTH),
    ("The merger of [Arvel] and [Toscan] collapsed.", BOTH),
    # stand-ins
    ("[Arvel] is growing. It bought [Toscan].", BOTH),
    ("[Arvel] is growing. The company bought [Toscan].", BOTH),
    ("[Arvel] is growing. Its offer for [Toscan] is firm.", BOTH),
    # nothing told
    ("[Arvel] and [Toscan] are hiring.", "- > - < -"),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(lay, text, expected):
    assert told(lay(text, "fr")) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(lay, text, expected):
    assert told(lay(text, "en")) == expected
