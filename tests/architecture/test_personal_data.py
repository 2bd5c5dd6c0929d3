"""Whatever points at a person is in the table that notice, copy, erasure and retention use."""

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.functional import Promise
from i18nfield.fields import I18nCharField, I18nTextField

from participation.core import own_rows, personal_data
from participation.core.models import Person
from participation.core.personal_data import OnErasure

from . import house

SECRETS = ("digest", "password", "token", "secret", "session_key", "extra_data")
#: Filled by the service, not by people.
MARKS = ("public_id", "language")
WORDS = (
    models.CharField,
    models.TextField,
    models.EmailField,
    models.JSONField,
    I18nCharField,
    I18nTextField,
)


def models_with_people() -> dict[str, set[str]]:
    """Our models, each with its fields that lead to a person or an account."""
    people = (Person, get_user_model())
    found: dict[str, set[str]] = {}
    for app in house.our_apps():
        for model in app.get_models(include_auto_created=True):
            if issubclass(model._meta.auto_created or model, people):
                continue
            # What a page inherits (owner, lock) is in Wagtail's own table.
            for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
                if field.is_relation and issubclass(field.related_model, people):
                    found.setdefault(model._meta.label, set()).add(field.name)
    return found


def words_of(source) -> set[str]:
    """Fields in which somebody may have written something: no choices, no marks."""
    return {
        field.name
        for field in source.model._meta.concrete_fields
        if isinstance(field, WORDS) and not field.choices and field.name not in MARKS
    }


def test_every_model_that_points_at_a_person_is_in_a_source():
    registered = {s.model._meta.label: set(s.person_fields) for s in personal_data.sources()}
    missing = {
        label: sorted(fields - registered.get(label, set()))
        for label, fields in models_with_people().items()
        if fields - registered.get(label, set())
    }
    assert not missing


def test_the_person_and_the_account_are_in_a_source_themselves():
    registered = {s.model for s in personal_data.sources()}
    assert {Person, get_user_model()} <= registered


def test_the_table_is_filled_for_every_source():
    for source in personal_data.sources():
        texts = (source.what, source.purpose, source.legal_basis, source.retention)
        assert all(str(text).strip() for text in texts), source.model
        assert source.person_fields, source.model


def test_every_link_leads_to_a_person():
    for source in personal_data.sources():
        assert set(source.own_fields) <= set(source.person_fields), source.model
        assert set(source.cleared) <= set(source.person_fields), source.model
        for lookup in source.person_fields:
            assert own_rows.leads_to(source.model, lookup)


def test_no_source_names_a_field_that_is_gone():
    for source in personal_data.sources():
        names = {f.name for f in source.model._meta.get_fields()}
        named = {*source.untold, *source.labels, *source.blank, *source.stays}
        for rule in source.forgets:
            named |= {rule.after, *(rule.blank or {})}
        # Common words for fields are shared by the tables of one package.
        assert named - set(source.labels) <= names, source.model


def test_every_word_that_outlives_its_person_was_decided_on():
    undecided = {
        source.label: sorted(words_of(source) - {*source.blank, *source.stays})
        for source in personal_data.sources()
        if source.on_erasure is not OnErasure.DELETED and source.model is not Person
    }
    assert not {label: names for label, names in undecided.items() if names}


def test_no_secret_is_in_anybodys_copy():
    for source in personal_data.sources():
        told = {field.name for field in own_rows.told_fields(source)}
        assert not [name for name in told if any(word in name for word in SECRETS)], source.model


def test_every_field_of_a_copy_has_a_name_for_people():
    unnamed = {
        source.label: [
            field.name
            for field in own_rows.told_fields(source)
            if not isinstance(own_rows.label_of(source, field), Promise)
        ]
        for source in personal_data.sources()
    }
    assert not {label: names for label, names in unnamed.items() if names}
