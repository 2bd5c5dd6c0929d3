"""Ideas and the supports they get."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField
from wagtail.search import index

from participation.core.ids import PublicIdField
from participation.core.models import Authored
from participation.core.search.index import SEARCH_WORDS, search_words

from .. import stages
from ..points import Point
from ..states import UNDECIDED, State

if TYPE_CHECKING:
    from participation.core.actors import Actor

TITLE_LENGTH = 120
TEXT_LENGTH = 5_000
SLUG_LENGTH = 60
PHOTO_ALT_LENGTH = 200
NAME_LENGTH = 120
#: Places in the daily shuffle lie below this.
MOST_SHUFFLE = 2**31 - 1

#: A block id of the board's own states.
STAGE_LENGTH = 36

#: What everybody may read. Also the condition of the indexes that the lists use.
VISIBLE = Q(hidden_at=None, held_at=None, withdrawn_at=None, merged_into=None)


class Channel(models.TextChoices):
    """How an idea came that staff entered in somebody's own words."""

    PAPER = "paper", _("on paper")
    EVENT = "event", _("at an event")
    PHONE = "phone", _("by phone")
    VISIT = "visit", _("in person")


class HideReason(models.TextChoices):
    """Why staff hid an idea; shown in its place."""

    RULES = "rules", _("against the rules of discussion")
    PERSONAL = "personal", _("somebody's personal data")
    ADVERTISING = "advertising", _("advertising")
    OFF_TOPIC = "off_topic", _("not about the matter of this board")
    LAW = "law", _("against the law")


class IdeaQuerySet(models.QuerySet["Idea"]):
    def visible(self) -> "IdeaQuerySet":
        """Ideas that everybody may read."""
        return self.filter(VISIBLE)

    def visible_to(self, actor: "Actor") -> "IdeaQuerySet":
        """Ideas that this actor may read on the site: all visible ones and their own."""
        if actor.person is None:
            return self.visible()
        return self.filter(VISIBLE | Q(author=actor.person))

    def newest(self) -> "IdeaQuerySet":
        return self.order_by("-created_at", "-id")

    def most_supported(self) -> "IdeaQuerySet":
        return self.order_by("-support_count", "-id")

    def with_labels(self) -> "IdeaQuerySet":
        """Bring along what a card or a page prints of each idea, in one query."""
        return self.select_related("theme", "area", "photo", "promise")

    def unowned(self) -> "IdeaQuerySet":
        return self.filter(owner=None)

    def overdue(self, today: Any) -> "IdeaQuerySet":
        """Ideas whose answer was due before `today` and that have none."""
        return self.visible().filter(due_on__lt=today, answer=None)


class Idea(index.Indexed, Authored):
    """What a resident suggests, stored once, in the language they wrote."""

    public_id = PublicIdField()
    component = models.ForeignKey(
        "raati_core.Component",
        on_delete=models.PROTECT,
        related_name="ideas",
        verbose_name=_("idea board"),
        # The lists' own indexes start with it.
        db_index=False,
    )
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    theme = models.ForeignKey(
        "raati_core.Theme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("theme"),
    )
    area = models.ForeignKey(
        "raati_core.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("area"),
    )
    photo = models.OneToOneField(
        "raati_core.PrivateFile", on_delete=models.PROTECT, null=True, related_name="raati_idea"
    )
    photo_alt = models.CharField(
        _("description of the picture"), max_length=PHOTO_ALT_LENGTH, blank=True
    )
    #: A point on the map, WGS 84.
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    #: Set for what staff entered for somebody; empty for what people send themselves.
    channel = models.CharField(_("how it came"), max_length=8, choices=Channel, blank=True)
    #: The day on which staff got those words; the idea itself is dated when it was entered.
    received_on = models.DateField(_("received on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=State, default=State.RECEIVED, editable=False
    )
    #: One of the board's own names for its state (a block id), or "" for the usual word.
    stage = models.CharField(max_length=STAGE_LENGTH, blank=True, editable=False)
    #: Kept by actions only, last in their transactions.
    support_count = models.PositiveIntegerField(_("supports"), default=0, editable=False)
    service_area = models.ForeignKey(
        "raati_core.ServiceArea",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("service area"),
    )
    #: A coded trace of the network address it came from, forgotten after some weeks.
    source = models.CharField(max_length=32, blank=True, editable=False)
    owner = models.ForeignKey(
        "raati_core.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("idea", "owner"),
    )
    due_on = models.DateField(_("due date"), null=True, blank=True)
    #: What was accepted: its price in euros and when it will be done, in words.
    cost = models.DecimalField(_("cost"), max_digits=12, decimal_places=2, null=True, blank=True)
    schedule = I18nCharField(_("schedule"), blank=True, default="")
    #: The same idea, told elsewhere on the board: supports moved there, this address leads there.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    #: A place in the board's daily shuffle, drawn anew each night.
    shuffle = models.PositiveIntegerField(default=0, editable=False)
    #: Raised whenever staff assign or move the idea, so that nobody overwrites unseen.
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("sent"))
    edited_at = models.DateTimeField(_("edited"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    #: Waits for a moderator, where the board is looked at before anything is shown.
    held_at = models.DateTimeField(_("held back"), null=True)
    hidden_at = models.DateTimeField(_("hidden"), null=True)
    hidden_reason = models.CharField(
        _("reason for hiding"), max_length=12, choices=HideReason, blank=True
    )
    #: A moderator took a part of the text out, and why; the page says so.
    redacted_at = models.DateTimeField(null=True, editable=False)
    redacted_reason = models.CharField(max_length=12, choices=HideReason, blank=True)

    objects = IdeaQuerySet.as_manager()

    search_fields: ClassVar[list[Any]] = [SEARCH_WORDS]

    #: How many supports the person who has just supported this object has used; not stored.
    supports_used: int | None = None

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        indexes = [
            models.Index(
                fields=["component", "-created_at", "-id"],
                condition=VISIBLE,
                name="raati_idea_newest",
            ),
            models.Index(
                fields=["component", "-support_count", "-id"],
                condition=VISIBLE,
                name="raati_idea_supported",
            ),
            models.Index(
                fields=["component", "shuffle", "id"],
                condition=VISIBLE,
                name="raati_idea_shuffled",
            ),
            # Crowds of new ideas, for the clock.
            models.Index(
                fields=["created_at"], condition=~Q(source=""), name="raati_idea_with_source"
            ),
            # What falls due, for the clock.
            models.Index(
                fields=["due_on"], condition=Q(due_on__isnull=False), name="raati_idea_due"
            ),
            # The administration's list and the protection of the component's row.
            models.Index(fields=["component", "-created_at"], name="raati_idea_component"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="raati_idea_state"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="raati_idea_content"),
            models.CheckConstraint(
                condition=Q(hidden_at=None, hidden_reason="")
                | Q(hidden_at__isnull=False, hidden_reason__in=HideReason.values),
                name="raati_idea_hidden_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="raati_idea_point",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("pk")),
                name="raati_idea_not_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(photo=None) | ~Q(photo_alt=""), name="raati_idea_photo_has_alt"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def search_words(self) -> str:
        """What the idea is found by; not the name of who sent it."""
        return search_words(self.title, f"{self.text}\n{self.photo_alt}", self.language)

    @property
    def slug(self) -> str:
        """The readable part of the address; may be empty (a title without Latin letters)."""
        return slugify(self.title)[:SLUG_LENGTH].strip("-")

    @property
    def path_name(self) -> str:
        """The last part of the idea's address: "<public id>-<slug>"."""
        return f"{self.public_id}-{self.slug}" if self.slug else self.public_id

    @property
    def point(self) -> Point | None:
        """Its place on the map."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)

    @property
    def is_visible(self) -> bool:
        return self.merged_into_id is None and self._is_public

    @property
    def _is_public(self) -> bool:
        """Neither hidden nor held back nor withdrawn, wherever it is shown."""
        return self.hidden_at is None and self.held_at is None and self.withdrawn_at is None

    @property
    def waits(self) -> bool:
        """Whether only a moderator's look stands between it and everybody."""
        return self.held_at is not None and self.hidden_at is None and self.withdrawn_at is None

    @property
    def is_shown_elsewhere(self) -> bool:
        """Whether its address leads to the idea that it was combined with."""
        elsewhere = self.merged_into is not None and self.merged_into.is_visible
        return elsewhere and self._is_public

    @property
    def state_word(self) -> Any:
        """What its board calls the state today; reads the board's row."""
        return stages.of(self.component, self.state, self.stage).label

    @property
    def is_decided(self) -> bool:
        return self.state not in UNDECIDED

    @property
    def official_answer(self) -> Any:
        """The Answer, or None."""
        return getattr(self, "answer", None)


class Support(models.Model):
    """One person supports one idea. Open: the table names the person; no page lists the names."""

    idea = models.ForeignKey(
        Idea,
        on_delete=models.PROTECT,
        related_name="supports",
        # The constraint's index starts with it.
        db_index=False,
    )
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_supports"
    )
    at = models.DateTimeField()
    #: A keyed hash of the address it came from, to see bursts; emptied after a month.
    source = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        indexes = [
            models.Index(fields=["at"], condition=~Q(source=""), name="raati_support_with_source"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="raati_support_once"),
        ]

    def __str__(self) -> str:
        return f"{self.idea_id}"


class IdeaRevision(models.Model):
    """An idea as it was before its author changed it; shown with the idea."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="revisions")
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    #: Until when it stood like this.
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return self.title
