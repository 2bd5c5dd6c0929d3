"""Every way out of an idea: what is hidden or waits for a moderator is in none of them."""

import io

from PIL import Image

from participation.core import following, my_part, outbox
from participation.core.actors import Actor
from participation.core.facts import deliver
from participation.core.models import Fact, Follow, OutgoingMail
from participation.core.moderatable import kind_of, kinds
from participation.core.receipts import new_key
from participation.core.search import vocabulary
from participation.ideas import actions, figures, outcomes, sitemap, teasers
from participation.ideas.models import Idea
from participation.ideas.streams import arrivals_element, board_stream, element, idea_stream
from participation.live.reading import read
from participation.live.registry import kind_of as stream_kind
from participation.notifications import spreading
from participation.notifications.models import Notice, Preferences
from participation.notifications.showing import shown
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
    parts = ([element(idea, "summary")], [element(idea, "state")])
    streams = (board_stream(town.component), idea_stream(idea.public_id))
    return "".join(
        str(read(stream_kind(stream), stream, 0, some, ["fi"]).changes)
        for stream, some in zip(streams, parts, strict=True)
    )


def picture(client, town, idea):
    answer = client.get(f"/files/{idea.photo.public_id}/")
    # Read to its end, as a browser would: the test's client then closes it.
    return TITLE if answer.streaming and b"".join(answer) else ""


def deeds(client, town, idea):
    """What somebody reads of it among what they did."""
    return str(list(my_part.Deeds(town.resident("Eino").person)[:10]))


def follows(client, town, idea):
    return str(following.shown(list(Follow.objects.filter(subject_id=str(idea.pk)))))


def notices(client, town, idea):
    return str(shown(Notice.objects.filter(person=town.resident("Eino").person)))


def mails(client, town, idea):
    """A mail that waits, written as it would be now; the digests' parts are drawn alike."""
    waiting = OutgoingMail.objects.get(person=town.resident("Eino").person)
    message = outbox.render(waiting)
    return message.text if message else ""


def counted(client, town, idea):
    """What the board adds to its process: it counts the idea or it does not."""
    number = figures.count([town.component])[town.component.key].parts["ideas"]
    return TITLE if number else ""


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
    "figures": counted,
    "my participation": deeds,
    "follows": follows,
    "notices": notices,
    "mails": mails,
    "live": live,
}


def telling(client, town, idea) -> set[str]:
    """The outputs that tell of the idea, or of a part of it."""
    return {name for name in OUTPUTS if tells(name, client, town, idea)}


def tells(name, client, town, idea) -> bool:
    text = OUTPUTS[name](client, town, idea).casefold()
    # A page repeats the word that was searched for.
    words = [TITLE] if name == "search" else [TITLE, WORD]
    return any(word.casefold() in text for word in words)


@worlds.shared
def idea(town, staff):
    """With everything an idea can have: a picture, an earlier version, a place, a good answer.

    Somebody supports and follows it and wants a mail about the answer.
    """
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
    idea, eino = Idea.objects.get(pk=idea.pk), town.resident("Eino")
    actions.support_idea(actor=eino, idea=idea)
    following.follow(actor=eino, component=idea.component, subject=idea)
    Preferences.objects.create(
        person=eino.person, rhythms={"ideas.answered": "now"}, quiet_from=0, quiet_until=0,
        weekly_cap=9,
    )  # fmt: skip
    actions.answer_idea(
        actor=staff["communications"], idea=idea, outcome="accepted", version=0,
        text={"fi": "Tehdään."}, role={"fi": "Viestintä"}, passed_on_to={},
    )  # fmt: skip
    deliver(Fact.objects.get(name="idea_answered"))
    spreading.spread_waiting()
    # Learnt while everybody may read it: what is shown of it is asked anew each time.
    vocabulary.learn_words()
    return Idea.objects.get(pk=idea.pk)


def test_the_table_names_every_output_and_no_other():
    assert set(kind_of(Idea._meta.label).outputs) == set(OUTPUTS)


def test_every_kind_of_thing_names_its_outputs():
    assert all(kind.outputs and kind.slug and kind.name for kind in kinds())


def test_what_is_hidden_or_waits_is_nowhere(client, town, staff, idea):
    moderator, everywhere = staff["moderator"], set(OUTPUTS)
    assert telling(client, town, idea) == everywhere
    actions.hide_idea(actor=moderator, idea=idea, reason="law")
    assert telling(client, town, idea) == set()
    actions.restore_idea(actor=moderator, idea=idea, reason="Erehdys")
    assert telling(client, town, idea) == everywhere
    actions.hold_idea(actor=Actor.system("tests"), idea=idea)
    assert telling(client, town, idea) == set()
    actions.approve_idea(actor=moderator, idea=idea)
    assert telling(client, town, idea) == everywhere


def test_a_new_idea_of_a_premoderated_board_is_nowhere(client, town):
    town.publish(premoderated=True)
    held = town.idea(title=TITLE, text=f"Sieltä saa {WORD}n.")
    told = [
        name
        for name in OUTPUTS
        if name not in ("picture", "outcomes", "mails") and tells(name, client, town, held)
    ]
    assert told == []
    assert arrivals_element(town.component)
