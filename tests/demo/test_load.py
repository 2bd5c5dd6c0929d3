"""What `load_demo` leaves behind."""

import io
from collections import Counter

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Count, F
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from demo import people
from demo.stories import STORIES
from participation.core import clock, openness
from participation.core.actors import Actor
from participation.core.models import Area, AuthorKind, Component, Person, Right, ServiceArea
from participation.core.roles import Role, has_role, is_administrator
from participation.ideas.models import Answer, Idea, IdeaBoardPage, State, Step, Support
from participation.moderation.models import Case
from participation.processes.models import ProcessPage
from participation.processes.phases import PhaseState, phases_of

LANGUAGES = ("fi", "sv", "en")
OPEN, FINISHED, EVERYDAY = (
    "puistot-ja-harrastukset",
    "lasten-toivekaupat",
    "ideoita-hyvaan-arkeen",
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loaded(kuparila, db):
    """Every test here looks at the loaded demo."""


def board(slug: str) -> Component:
    return IdeaBoardPage.objects.get(slug=slug, locale__language_code="fi").component


def counts() -> dict[str, int]:
    models = (m for m in apps.get_models() if m._meta.managed and not m._meta.proxy)
    return {m._meta.label: m._base_manager.count() for m in models}


def test_loading_tells_each_story_and_what_came_of_it(kuparila):
    for story in STORIES:
        assert story.name in kuparila.said
    assert f"{Idea.objects.count()} ideas" in kuparila.said


def test_loading_takes_seconds_not_minutes(kuparila):
    assert kuparila.seconds < 60


def test_loading_twice_is_loading_once():
    before, out = counts(), io.StringIO()
    call_command("load_demo", stdout=out)
    assert counts() == before
    assert "already" in out.getvalue()


def test_a_site_that_is_no_demo_refuses_to_load(settings):
    settings.RAATI_DEMO = False
    with pytest.raises(CommandError):
        call_command("load_demo")


@pytest.mark.parametrize("account", people.ACCOUNTS, ids=lambda a: a.key)
def test_every_account_signs_in_with_the_password_that_is_printed(account):
    client = Client()
    form = {"login": account.email, "password": people.PASSWORD}
    client.post(reverse("account_login"), form)
    assert (
        int(client.session["_auth_user_id"])
        == Person.objects.get(display_name=account.name).user_id
    )
    assert EmailAddress.objects.get(email=account.email).verified


def test_nobody_else_has_a_password():
    named = {a.email for a in people.ACCOUNTS}
    others = Person.objects.exclude(user__email__in=named)
    assert len(others) >= 40
    assert not any(person.user.has_usable_password() for person in others)


@pytest.mark.parametrize(
    ("email", "role"),
    [
        ("viestinta@example.org", Role.COMMUNICATIONS),
        ("ohjaaja@example.org", Role.YOUTH_WORKER),
        ("admin@example.org", Role.ADMINISTRATOR),
    ],
)
def test_staff_hold_their_roles(email, role):
    person = Person.objects.get(user__email=email)
    assert has_role(Actor.member(person), role)
    assert person.user.is_staff


def test_the_service_areas_owner_answers_for_one_area_only():
    actor = Actor.member(Person.objects.get(user__email="palvelualue@example.org"))
    areas = {
        area.slug: has_role(actor, Role.SERVICE_AREA, service_area=area)
        for area in ServiceArea.objects.all()
    }
    assert areas == {"kaupunkirakenne": True, "hyvinvointi": False, "hallinto": False}


@pytest.mark.parametrize("email", ["asukas@example.org", "nuori@example.org"])
def test_residents_hold_no_role(email):
    person = Person.objects.get(user__email=email)
    assert not person.user.is_staff
    assert not is_administrator(Actor.member(person))
    assert not Actor.member(person).grants


@pytest.mark.parametrize("account", people.ACCOUNTS, ids=lambda a: a.key)
def test_the_admin_opens_for_staff_and_for_nobody_else(client, account):
    client.force_login(Person.objects.get(display_name=account.name).user)
    assert (client.get("/admin/").status_code == 200) == bool(account.role)


def test_the_areas_add_up_to_the_municipality():
    town = Area.objects.get(parent=None)
    assert town.population == 6679
    assert sum(town.areas.values_list("population", flat=True)) == town.population


def test_every_page_is_live_in_three_languages_and_no_copy_stands_in():
    root = Site.objects.get(is_default_site=True).root_page
    pages = Page.objects.filter(depth__gte=root.depth)
    languages = Counter()
    for page in pages.select_related("locale"):
        assert page.live
        assert page.alias_of_id is None
        assert not page.has_unpublished_changes
        languages[page.translation_key] += 1
    assert set(languages.values()) == {3}
    assert len(languages) >= 15


def test_titles_and_texts_are_translated_not_repeated():
    root = Site.objects.get(is_default_site=True).root_page
    for key in Page.objects.filter(depth__gte=root.depth).values_list("translation_key"):
        titles = Page.objects.filter(translation_key=key[0]).values_list("title", flat=True)
        assert len(set(titles)) == 3, list(titles)


def test_every_page_opens_in_every_language(client):
    root = Site.objects.get(is_default_site=True).root_page
    for page in Page.objects.filter(depth__gte=root.depth):
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        assert escape(page.title) in response.content.decode(), page.url


def test_the_editor_of_every_finnish_page_opens(client):
    client.force_login(Person.objects.get(user__email="viestinta@example.org").user)
    root = Site.objects.get(is_default_site=True).root_page
    for page in root.get_descendants(inclusive=True):
        answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert answer.status_code == 200, page.title


def test_the_front_page_answers_without_a_page_number_or_a_language(client):
    response = client.get("/", headers={"accept-language": "sv"}, follow=True)
    assert response.request["PATH_INFO"] == "/sv/"


def test_the_open_round_is_open_for_about_three_weeks_more():
    submit = openness.look(board(OPEN), "ideas.submit")["ideas.submit"]
    assert submit.is_open
    assert 19 <= (submit.closes - clock.now()).days <= 23


def test_the_finished_round_is_closed_and_everything_in_it_is_answered():
    component = board(FINISHED)
    assert not openness.look(component, "ideas.submit")["ideas.submit"].is_open
    ideas = Idea.objects.filter(component=component)
    assert ideas.count() == 12
    assert all(idea.is_decided and idea.official_answer for idea in ideas)


def test_the_wellbeing_plan_is_in_its_second_phase_and_its_board_is_open():
    page = ProcessPage.objects.get(slug="hyvinvointisuunnitelma")
    states = [phase.state(clock.now()) for phase in phases_of(page.component)]
    assert states == [PhaseState.PAST, PhaseState.CURRENT, *[PhaseState.UPCOMING] * 3]
    acts = openness.look(board(EVERYDAY), "ideas.submit", "ideas.support")
    assert all(act.is_open for act in acts.values())


def test_the_wellbeing_plan_tells_its_figures_in_kuparila_s_own_words(client):
    page = client.get("/fi/hyvinvointisuunnitelma/").content.decode()
    told = ("8 työpajaa", "yli 150 ihmistä", "yli 200 osallistumista", "lähes 40 järjestöä")
    assert all(words in page for words in told)
    assert "Laskettu täällä" in page


def test_the_finished_process_shows_what_became_of_the_wishes(client):
    page = ProcessPage.objects.get(slug="lapset-ja-tori")
    assert {p.state(clock.now()) for p in phases_of(page.component)} == {PhaseState.PAST}
    for translation in page.get_translations(inclusive=True):
        html = client.get(translation.url).content.decode()
        assert html.count('class="r-heard"') == 2


def test_each_page_has_an_address_in_its_own_language():
    root = Site.objects.get(is_default_site=True).root_page
    for page in Page.objects.descendant_of(root):
        others = page.get_translations().values_list("slug", flat=True)
        assert page.slug not in others, page.slug


def test_an_editor_finds_every_sentence_translated():
    root = Site.objects.get(is_default_site=True).root_page
    known = Translation.objects.select_related("source", "target_locale")
    assert known.count() == 2 * Page.objects.descendant_of(root, inclusive=True).count()
    unfinished = [
        f"{each.source.object_repr} ({each.target_locale.language_code}): {done} of {total}"
        for each in known
        for total, done in [each.get_progress()]
        if done < total
    ]
    assert not unfinished


def test_saving_a_translation_again_changes_nothing():
    page = ProcessPage.objects.get(slug="hyvinvointisuunnitelma")
    known = Translation.objects.filter(source__object_id=page.translation_key)
    for each in known.select_related("target_locale"):
        before = page.get_translation(each.target_locale).specific
        each.save_target(publish=True)
        after = page.get_translation(each.target_locale).specific
        for name in ("slug", "title", "lead", "body"):
            assert getattr(after, name) == getattr(before, name)
        texts = [[b.value["title"] for b in p.phases] for p in (before, after)]
        assert texts[0] == texts[1]


def test_counts_are_what_the_supports_add_up_to():
    counted = Idea.objects.annotate(rows=Count("supports"))
    assert not counted.exclude(support_count=F("rows")).exists()
    assert Support.objects.count() > 800


def test_supports_have_a_long_tail():
    numbers = sorted(Idea.objects.visible().values_list("support_count", flat=True))
    assert numbers[-1] == 35
    assert numbers[0] <= 1
    assert numbers[len(numbers) // 2] < 20


def test_nobody_supports_their_own_idea():
    assert not Support.objects.filter(person=F("idea__author")).exists()


def test_rights_used_are_the_supports_given():
    for right in Right.objects.filter(act="support"):
        given = Support.objects.filter(idea__component=right.component, person=right.person)
        assert right.used == given.count()


def test_the_limit_of_three_holds_and_leaves_the_demo_resident_theirs():
    supports = Support.objects.filter(idea__component=board(EVERYDAY))
    given = supports.values("person").annotate(n=Count("id")).values_list("n", flat=True)
    assert max(given) <= 3
    assert not supports.filter(person__user__email="asukas@example.org").exists()


def test_nothing_happens_before_its_time_or_after_now():
    now = clock.now()
    for idea in Idea.objects.select_related("component").prefetch_related("steps", "supports"):
        steps = [step.at for step in sorted(idea.steps.all(), key=lambda step: step.pk)]
        assert steps == sorted(steps)
        assert idea.created_at == steps[0]
        assert steps[-1] <= now
        ends = min(now, idea.component.closes_at or now)
        assert all(idea.created_at < support.at < ends for support in idea.supports.all())


def test_children_are_never_named_and_have_no_account():
    wishes = Idea.objects.filter(component=board(FINISHED))
    assert {idea.author_kind for idea in wishes} == {AuthorKind.ON_BEHALF}
    assert {idea.author_id for idea in wishes} == {None}
    groups = ("Eskariryhmä", "Päiväkodin", "Luokka", "Förskolegruppen")
    assert all(idea.author_name.startswith(groups) for idea in wishes)


def test_wishes_are_collected_on_school_days():
    wishes = Idea.objects.filter(component=board(FINISHED))
    assert all(idea.created_at.weekday() < 5 for idea in wishes)


def test_every_state_can_be_seen():
    assert set(Idea.objects.visible().values_list("state", flat=True)) == set(State.values)


def test_answers_are_signed_by_role_in_three_languages():
    answers = Answer.objects.all()
    assert len(answers) >= 15
    for answer in answers:
        for value in (answer.text, answer.role):
            assert set(value.data) == set(LANGUAGES)
            assert all(text.strip() for text in value.data.values())
    assert {answer.outcome for answer in answers} >= {"accepted", "partly", "declined", "passed_on"}


def test_two_answers_are_overdue_and_others_are_due():
    assert Idea.objects.overdue(clock.today()).count() == 2
    waiting = Idea.objects.filter(due_on__gte=clock.today(), answer=None)
    assert waiting.exclude(owner=None).count() >= 5


def test_two_ideas_are_hidden_with_their_reason_and_one_withdrawn():
    hidden = Idea.objects.exclude(hidden_at=None)
    assert [idea.hidden_reason for idea in hidden] == ["personal", "personal"]
    assert Idea.objects.exclude(withdrawn_at=None).count() == 1


def test_every_queue_of_moderation_has_something_to_show():
    reported = Case.objects.open().filter(source="report")
    assert sorted(reported.values_list("lane", flat=True)) == ["danger", "ordinary", "ordinary"]
    assert Case.objects.asking_again().count() == 1
    assert Idea.objects.filter(held_at__isnull=False).count() == 2


def test_residents_write_in_three_languages():
    languages = Counter(Idea.objects.values_list("language", flat=True))
    assert languages["sv"] >= 8
    assert languages["en"] >= 5
    assert languages["fi"] > languages["sv"] + languages["en"]


def test_pictures_are_described_in_words():
    with_picture = Idea.objects.exclude(photo=None)
    assert with_picture.count() == 4
    assert all(idea.photo_alt for idea in with_picture)


def test_dates_stand_where_the_texts_had_marks():
    texts = [text for answer in Answer.objects.all() for text in answer.text.data.values()]
    texts += [str(value) for step in Step.objects.all() for value in [step.note]]
    for page in Page.objects.specific():
        texts += [str(getattr(page, name, "")) for name in ("body", "lead", "intro", "rules")]
    assert not [text for text in texts if "{" in text and ":" in text.split("{")[1][:8]]
