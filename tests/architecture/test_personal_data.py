"""Whatever points at a person is in the table that the privacy notice prints."""

from django.contrib.auth import get_user_model

from participation.core import personal_data
from participation.core.models import Person

from . import house


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


def test_no_source_names_a_field_that_is_gone():
    for source in personal_data.sources():
        names = {f.name for f in source.model._meta.get_fields()} | {"pk"}
        assert set(source.person_fields) <= names, source.model
