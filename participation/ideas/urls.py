"""Addresses below an idea board's page."""

from django.urls import path, re_path

from participation.core.ids import ALPHABET, LENGTH

from .views import board, changing, feed, idea, mine, sending

_ID = rf"(?P<public_id>[{ALPHABET}]{{{LENGTH}}})"

urlpatterns = [
    path("", board.board, name="board"),
    path("feed/", feed.feed, name="feed"),
    path("new/", sending.new, name="new"),
    path("similar/", sending.similar, name="similar"),
    path("mine/", mine.board_mine, name="board_mine"),
    path("mine/parts/", mine.board_parts, name="board_parts"),
    re_path(rf"^(?P<name>[{ALPHABET}]{{{LENGTH}}}(?:-[\w-]*)?)/$", idea.idea, name="idea"),
    re_path(rf"^{_ID}/versions/$", idea.versions, name="versions"),
    re_path(rf"^{_ID}/mine/$", mine.idea_mine, name="mine"),
    re_path(rf"^{_ID}/mine/part/$", mine.idea_part, name="mine_part"),
    re_path(rf"^{_ID}/support/$", mine.support, name="support"),
    re_path(rf"^{_ID}/withdraw-support/$", mine.withdraw_support, name="withdraw_support"),
    re_path(rf"^{_ID}/sent/$", sending.sent, name="sent"),
    re_path(rf"^{_ID}/edit/$", changing.edit, name="edit"),
    re_path(rf"^{_ID}/withdraw/$", changing.withdraw, name="withdraw"),
]
