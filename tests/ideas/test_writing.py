"""Writing an idea: a place, a look beforehand, ideas like it, and what it said before."""

import re
from decimal import Decimal

import pytest

from participation.core.rules import RuleBroken
from participation.ideas.actions import edit_idea, hide_idea, merge_idea, withdraw_idea
from participation.ideas.models import Idea, IdeaRevision
from participation.ideas.models.pages import Preset
from participation.ideas.points import Point
from participation.ideas.presets import WORDS
from tests.ideas.test_forms import NEW, TYPED, hidden

BOARD = "/fi/ideat/"
HERE = "62.4100,29.1100"

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(town, client):
    actor = town.resident()
    client.force_login(actor.user)
    return actor


def text(response) -> str:
    return response.content.decode()


def send(client, **fields):
    return client.post(NEW, {**hidden(client.get(NEW)), **TYPED, **fields})


def edit(town, idea: Idea, **fields) -> Idea:
    given = {"title": idea.title, "text": idea.text, "theme": None, "area": None, **fields}
    return edit_idea(actor=town.resident(), idea=idea, **given)


# A place


def test_a_place_is_stored_rounded(outlined, aino, client):
    assert send(client, point="62.410049,29.11").status_code == 303
    idea = Idea.objects.get()
    assert (idea.latitude, idea.longitude) == (Decimal("62.41"), Decimal("29.11"))
    assert str(idea.point) == "62.41000,29.11000"


@pytest.mark.parametrize("point", ["60.17,24.94", "91,0", "x", "<svg>,1", "NaN,NaN", "1" * 79])
def test_a_place_elsewhere_or_none_at_all_is_refused_and_nothing_is_lost(
    outlined, aino, client, point
):
    answer = send(client, point=point)
    assert answer.status_code == 422
    assert "r-field__error" in text(answer)
    assert "paikkaa istua." in text(answer)
    assert not Idea.objects.exists()


def test_the_action_refuses_a_place_elsewhere_as_well(outlined):
    with pytest.raises(RuleBroken, match="place"):
        outlined.idea(point=Point.read("60.17,24.94"))


def test_without_outlines_any_place_will_do(town):
    assert town.idea(point=Point.read("60.17,24.94")).point


def test_the_map_waits_for_its_script_and_the_area_is_there_without(outlined, aino, client):
    page = text(client.get(NEW))
    assert re.search(r'class="r-map__chooser"\s+hidden data-point-map', page)
    assert 'name="area"' in page
    outlined.publish(has_map=False)
    assert "data-point-map" not in text(client.get(NEW))


def test_a_place_can_be_changed_and_taken_away(outlined):
    idea = outlined.idea(point=Point.read(HERE))
    idea = edit(outlined, idea, point=Point.read("62.4110,29.1110"))
    assert str(idea.point) == "62.4110,29.1110"
    assert edit(outlined, idea).point is None
    assert not IdeaRevision.objects.exists()


# A look beforehand


def test_the_preview_shows_the_idea_and_stores_nothing(town, aino, client):
    page = send(client, step="preview", theme="puistot")
    assert page.status_code == 200
    assert '<h2 lang="fi">Penkki rantaan</h2>' in text(page)
    assert "Aino" in text(page)
    assert 'name="photo"' in text(page)
    assert not Idea.objects.exists()
    assert "Penkki rantaan" in text(client.get(NEW))


def test_from_the_preview_it_is_sent_once(town, aino, client):
    page = text(send(client, step="preview", theme="puistot"))
    carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    carried.pop("csrfmiddlewaretoken", None)
    answers = [client.post(NEW, {**carried, "step": "send"}) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert Idea.objects.get().theme == town.themes["puistot"]


def test_from_the_preview_back_to_the_form_keeps_every_word(town, aino, client):
    page = text(send(client, step="preview", area="keskusta"))
    carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    form = text(client.post(NEW, {**carried, "step": "edit"}))
    assert 'value="Penkki rantaan"' in form
    assert '<option value="keskusta" selected>' in form


def test_a_preview_of_what_is_not_complete_says_so_beside_the_field(town, aino, client):
    answer = send(client, step="preview", title="")
    assert answer.status_code == 422
    assert "r-field__error" in text(answer)


def test_a_visitor_previews_and_signs_in_with_everything_kept(town, client):
    page = send(client, step="preview", shown_name="Eino")
    assert page.status_code == 200
    assert 'name="photo"' not in text(page)
    answer = send(client, step="send", shown_name="Eino")
    assert answer.status_code == 303
    client.force_login(town.resident("Eino").user)
    assert 'value="Penkki rantaan"' in text(client.get(NEW))


@pytest.mark.parametrize("step", ["preview", "edit", "send", "nonsense", "<svg>"])
def test_nasty_text_is_shown_harmlessly_at_every_step(town, aino, client, step):
    nasty = '"><img src=x onerror=alert(1)></textarea>'
    answer = send(client, step=step, title=nasty[:40], text=nasty)
    assert answer.status_code in (200, 303)
    assert "<img src=x" not in text(answer)


# Ideas like it


def test_similar_ideas_are_found_by_other_forms_of_the_words(town, client):
    town.idea(title="Penkkejä rantaan")
    page = client.get(f"{BOARD}similar/?title=Uusi+penkki")
    assert "Penkkejä rantaan" in text(page)
    assert page["Cache-Control"].startswith("private")


def test_similar_ideas_are_at_most_five_and_never_hidden_ones(town, client, staff):
    for _each in range(7):
        town.idea()
    gone = town.idea(title="Penkki piilossa")
    client.get(f"{BOARD}similar/?q=penkki")
    hide_idea(actor=staff["moderator"], idea=gone, reason="rules")
    page = text(client.get(f"{BOARD}similar/?q=penkki"))
    assert page.count("<li>") == 5
    assert "piilossa" not in page


@pytest.mark.parametrize("q", ["", "p", "%00", "%20%20", "a" * 5000, "'%20OR%20x=x--", "***", '"'])
def test_too_little_or_nonsense_finds_nothing(town, client, q):
    town.idea()
    page = client.get(f"{BOARD}similar/?q={q}")
    assert page.status_code == 200
    assert "<li>" not in text(page)


def test_the_preview_shows_similar_ideas_without_javascript(town, aino, client):
    town.idea(town.resident("Eino"), title="Penkkejä rantaan")
    assert "Penkkejä rantaan" in text(send(client, step="preview"))


# What it said before


def test_each_change_of_words_keeps_what_it_said_before(town, client):
    idea = town.idea(title="Ensin", text="Eka teksti")
    edit(town, idea, title="Sitten")
    edit(town, idea, title="Sitten", text="Toka teksti")
    edit(town, idea, title="Sitten", text="Toka teksti")
    assert [row.title for row in IdeaRevision.objects.all()] == ["Sitten", "Ensin"]
    public = text(client.get(f"{BOARD}{Idea.objects.get().path_name}/"))
    assert f"{BOARD}{idea.public_id}/versions/" in public
    page = text(client.get(f"{BOARD}{idea.public_id}/versions/"))
    assert page.index("Eka teksti") < page.rindex("Eka teksti")
    assert "Toka teksti" not in page


def test_many_versions_stand_on_several_pages(town, client):
    idea = town.idea(title="Nimi 0")
    for number in range(1, 13):
        edit(town, idea, title=f"Nimi {number}")
    first = text(client.get(f"{BOARD}{idea.public_id}/versions/"))
    assert first.count('id="version-') == 10
    assert "?page=2" in first
    for page in ("2", "99", "-1", "x", "１", "1e9"):
        assert client.get(f"{BOARD}{idea.public_id}/versions/?page={page}").status_code == 200


@pytest.mark.parametrize("how", ["hidden", "withdrawn"])
def test_earlier_versions_go_together_with_the_idea(town, client, staff, how):
    idea = town.idea(title="Salainen")
    edit(town, idea, title="Salainen 2")
    if how == "hidden":
        hide_idea(actor=staff["moderator"], idea=idea, reason="personal")
    else:
        withdraw_idea(actor=town.resident(), idea=idea)
    page = client.get(f"{BOARD}{idea.public_id}/versions/", follow=True)
    assert page.status_code == 410
    assert "Salainen" not in text(page)


# Two ideas that became one


def test_the_address_of_a_combined_idea_leads_on_and_the_page_says_why(town, client, staff):
    gone, stays = town.idea(title="Penkki A"), town.idea(title="Penkki B")
    merge_idea(actor=staff["communications"], idea=gone, into=stays)
    page = client.get(f"{BOARD}{gone.path_name}/", follow=True)
    assert page.redirect_chain[-1][0].startswith(f"{BOARD}{stays.path_name}/")
    assert "Penkki A" in text(page)
    assert "r-notice" in text(page)
    board = text(client.get(BOARD))
    assert "Penkki B" in board
    assert "Penkki A" not in board


@pytest.mark.parametrize("combined", ["23456789bcdf", "%00", "<svg>", "x" * 500, "ä"])
def test_a_made_up_combination_says_nothing(town, client, combined):
    idea = town.idea()
    page = client.get(f"{BOARD}{idea.path_name}/?combined={combined}")
    assert page.status_code == 200
    assert "r-notice" not in text(page)


def test_the_author_of_a_combined_idea_is_told(town, aino, client, staff):
    gone, stays = town.idea(title="Penkki A"), town.idea(title="Penkki B")
    merge_idea(actor=staff["communications"], idea=gone, into=stays)
    assert client.get(f"{BOARD}{gone.public_id}/mine/").status_code == 200
    assert "Penkki A" in text(client.get(f"{BOARD}mine/"))


# Presets


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_preset_has_words_in_every_language(preset, language):
    from django.utils.translation import override

    words = WORDS[preset]
    with override(language):
        shown = [str(each) for each in (*vars(words).values(),) if not isinstance(each, tuple)]
        examples = [str(each) for each in words.examples]
    assert all(shown)
    assert all(examples)


def test_the_pages_follow_the_preset(town, aino, client):
    town.publish(preset=Preset.OBSTACLES)
    assert "Esteet" in text(client.get(BOARD))
    assert "Mikä on tiellä?" in text(client.get(NEW))


def test_a_preset_that_is_no_more_counts_as_ideas(town, client):
    component = town.component
    component.settings["preset"] = "gone"
    component.save()
    assert client.get(BOARD).status_code == 200
