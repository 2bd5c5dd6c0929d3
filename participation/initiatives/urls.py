"""Addresses below a page of initiatives."""

from django.urls import path, re_path

from participation.core.ids import ALPHABET, LENGTH

from .views import initiative, listing, making, mine, signing

_ID = rf"(?P<public_id>[{ALPHABET}]{{{LENGTH}}})"
_NAME = rf"^(?P<name>[{ALPHABET}]{{{LENGTH}}}(?:-[\w-]*)?)/$"

urlpatterns = [
    path("", listing.initiatives, name="list"),
    path("new/", making.new, name="new"),
    path("mine/", mine.all_mine, name="all_mine"),
    re_path(_NAME, initiative.initiative, name="initiative"),
    re_path(rf"^{_ID}/mine/$", mine.mine, name="mine"),
    re_path(rf"^{_ID}/mine/part/$", mine.part, name="mine_part"),
    re_path(rf"^{_ID}/edit/$", making.edit, name="edit"),
    re_path(rf"^{_ID}/gather/$", making.gather, name="gather"),
    re_path(rf"^{_ID}/deliver/$", making.deliver, name="deliver"),
    re_path(rf"^{_ID}/withdraw/$", making.withdraw, name="withdraw"),
    re_path(rf"^{_ID}/sign/$", signing.sign, name="sign"),
    re_path(rf"^{_ID}/withdraw-signature/$", signing.withdraw, name="withdraw_signature"),
]
