"""Every way out of an idea: what is hidden or waits for a moderator is in none of them."""

import io

import pytest
from PIL import Image

from participation.core.actors import Actor
from participation.core.moderatable import kind_of, kinds
from participation.core.receipts import new_key
from participation.core.search import vocabulary
from participation.ideas import actions, outcomes, sitemap, teasers
from participation.ideas.models import Idea
from participation.ideas.streams import arrivals_element, board_stream, element, idea_stream
from participation.live.reading import read
from participation.live.registry import kind_of as stream_kind
from tests import worlds

BOARD = "/fi/ideat/"
TITLE, WORD = "Xylofonikioski", "balalaikka"


def page(path):
    """What a visitor gets at an address, and where it leads."""

    def ask(client, town, idea):
        answer = client.get(path.format(id=idea.public_id), follow=True)
        return answer.content.decode() + str(getattr(answer, "redirect_chain", ""))

    return ask


def live(client, town, idea):
    shown = ([element(idea, "summary")], [element(idea, "state")])
    streams = (board_stream(town.component), idea_stream(idea.public_id))
    return "".join(
        str(read(stream_kind(stream), stream, 0, some, ["fi"]).changes)
        for stream, some in zip(streams, shown, strict=True)
    )


def picture(client, town, idea):
    answer = client.get(f"/files/{idea.photo.public_id}/")
    # Read to its end, as a browser would: the test's client then closes it.
    return TITLE if answer.streaming and b"".join(answer) else ""


def places(client, town, idea):
    return str(sitemap.IDEAS.places(0, 10))


#: Each output of an idea, and how somebody else gets at it.
OUTPUTS = {
    "page": page(BOARD + "{id}/"),
    "versions": page(BOARD + "{id}/versions/"),
    "board": page(BOARD),
    "map": page(BOARD + "?view=map"),
    "feed": page(BOARD + "feed/"),
    "api list": page("/api/v1/ideas/"),
    "api detail": page("/api/v1/ideas/{id}/"),
    "api csv": page("/api/v1/ideas/?format=csv"),
    "search": page(f"/fi/haku/?q={WORD}"),
    "suggestions": page("/fi/haku/?q=balalaika"),
    "similar": page(BOARD + f"similar/?q={TITLE}"),
    "sitemap": places,
    "teasers": lambda client, town, idea: str(teasers.latest(town.home, 6)),
    "outcomes": lambda client, town, idea: str(outcomes.outcomes_below(town.home)),
    "permanent address": page("/o/{id}/"),
    "picture": picture,
    "live": live,
}


def tells(name, client, town, idea) -> bool:
    text = OUTPUTS[name](client, town, idea).casefold()
    # A page repeats the word that was searched for.
    words = [TITLE] if name == "search" else [TITLE, WORD]
    return any(word.casefold() in text for word in words)


@worlds.shared
def idea(town, staff):
    """With everything an idea can have: a picture, an earlier version, a place, a good answer."""
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "PNG")
    author = town.resident()
    idea = actions.send_idea(
        actor=author, component=town.component, key=new_key(), title=TITLE, language="fi",
        text=f"Sieltä saa {WORD}n.", photo=(data.getvalue(), 8, 8), photo_alt=f"Punainen {WORD}",
    )  # fmt: skip
    actions.edit_idea(
        actor=author, idea=idea, title=TITLE, text=f"Sieltä saa {WORD}n ja soittaa.",
        theme=None, area=None,
    )  # fmt: skip
    idea = Idea.objects.get(pk=idea.pk)
    actions.answer_idea(
        actor=staff["communications"], idea=idea, outcome="accepted", version=0,
        text={"fi": "Tehdään."}, role={"fi": "Viestintä"}, passed_on_to={},
    )  # fmt: skip
    # Learnt while everybody may read it: what is shown of it is asked anew each time.
    vocabulary.learn_words()
    return Idea.objects.get(pk=idea.pk)


def test_the_table_names_every_output_and_no_other():
    assert set(kind_of(Idea._meta.label).outputs) == set(OUTPUTS)


def test_every_kind_of_thing_names_its_outputs():
    assert all(kind.outputs and kind.slug and kind.name for kind in kinds())


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_hidden_or_waits_is_nowhere(name, client, town, staff, idea):
    moderator = staff["moderator"]
    assert tells(name, client, town, idea)
    actions.hide_idea(actor=moderator, idea=idea, reason="law")
    assert not tells(name, client, town, idea)
    actions.restore_idea(actor=moderator, idea=idea, reason="Erehdys")
    assert tells(name, client, town, idea)
    actions.hold_idea(actor=Actor.system("tests"), idea=idea)
    assert not tells(name, client, town, idea)
    actions.approve_idea(actor=moderator, idea=idea)
    assert tells(name, client, town, idea)


def test_a_new_idea_of_a_premoderated_board_is_nowhere(client, town):
    town.publish(premoderated=True)
    held = town.idea(title=TITLE, text=f"Sieltä saa {WORD}n.")
    told = [
        name
        for name in OUTPUTS
        if name not in ("picture", "outcomes") and tells(name, client, town, held)
    ]
    assert told == []
    assert arrivals_element(town.component)
