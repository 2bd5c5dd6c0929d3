"""What a program makes of Wagtail's own forms is refused; what is in use is not deleted."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from home.middleware import Unread
from participation.core.models import Area


@pytest.mark.parametrize("left_out", ["body-count", "title"])
def test_a_page_form_that_came_back_in_part_is_refused(left_out, tree, staff):
    given = {"title": "Uusi", "slug": "tietoa", "lead": "", "body-count": "0"}
    del given[left_out]
    address = f"/admin/pages/{tree.about.pk}/edit/"
    answer = staff.post(address, given)
    assert answer.status_code == (400 if left_out == "body-count" else 200)
    tree.about.refresh_from_db()
    assert tree.about.title == "Tietoa"


@pytest.mark.parametrize("place", ["x", "9" * 5000, "\x00", "[" * 3000])
def test_a_place_that_is_none_is_refused(place, tree, staff):
    answer = staff.post(f"/admin/pages/{tree.about.pk}/move/", {"new_parent_page": place})
    assert 200 <= answer.status_code < 500


@pytest.mark.parametrize("text", ["5", "null", "[]", '{"blocks": [5]}', "{", "\x00"])
def test_a_formatted_text_that_is_none_is_refused(text, tree, staff):
    given = {"title": "Uusi", "slug": "kuparila", "other_ways": text, "body-count": "0"}
    answer = staff.post(f"/admin/pages/{tree.home.pk}/edit/", given)
    assert 200 <= answer.status_code < 500
    tree.home.refresh_from_db()
    assert "kirjastoon" in tree.home.other_ways


def test_an_error_of_our_own_stays_one(rf):
    def view() -> None:
        int("x")

    request = rf.post("/admin/", {"a": "b"})
    with pytest.raises(ValueError, match="invalid literal") as raised:
        view()
    assert Unread(lambda _request: None).process_exception(request, raised.value) is None


def test_an_area_in_use_stays_and_it_is_said(tree, staff):
    whole = Area.objects.create(slug="kuparila", name={"fi": "Kuparila"})
    part = Area.objects.create(slug="ranta", name={"fi": "Ranta"}, parent=whole)
    answer = staff.post(f"/admin/raati_areas/delete/{whole.pk}/", follow=True)
    assert "Kuparila" in " ".join(str(message) for message in answer.context["messages"])
    assert Area.objects.filter(pk=whole.pk).exists()
    assert staff.post(f"/admin/raati_areas/delete/{part.pk}/").status_code == 302
    assert not Area.objects.filter(pk=part.pk).exists()


def test_a_picture_that_ends_halfway_is_refused_beside_its_field(tree, staff):
    whole = io.BytesIO()
    Image.new("RGB", (40, 30)).save(whole, "JPEG")
    cut = SimpleUploadedFile("puolikas.jpg", whole.getvalue()[:200], "image/jpeg")
    answer = staff.post("/admin/images/add/", {"title": "Ranta", "file": cut})
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert 'value="Ranta"' in answer.content.decode()
