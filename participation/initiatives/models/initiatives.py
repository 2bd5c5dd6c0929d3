"""Formal initiatives, their makers' details, who signed, and the day the share was reached."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField

from participation.core.ids import PublicIdField
from participation.core.models import Authored

from .pages import MUNICIPALITY_LENGTH

if TYPE_CHECKING:
    from participation.core.actors import Actor

TITLE_LENGTH = 120
TEXT_LENGTH = 10_000
SLUG_LENGTH = 60
NAME_LENGTH = 120
ADDRESS_LENGTH = 200
PHONE_LENGTH = 40
NUMBER_LENGTH = 60

VISIBLE = Q(hidden_at=None, held_at=None, withdrawn_at=None) & ~Q(state="draft")
REMOVAL_LENGTH = 300


class State(models.TextChoices):
    """How far an initiative is. Whether it was hidden or withdrawn is told by dates."""

    DRAFT = "draft", pgettext_lazy("initiative", "Draft")
    GATHERING = "gathering", pgettext_lazy("initiative", "Gathering signatures")
    DELIVERED = "delivered", pgettext_lazy("initiative", "Delivered")
    ANSWERED = "answered", pgettext_lazy("initiative", "Answered")
    CLOSED = "closed", pgettext_lazy("initiative", "Closed")


#: States in which the municipality has not yet said what came of it.
UNFINISHED = (State.DRAFT, State.GATHERING, State.DELIVERED)


class Maker(models.TextChoices):
    """Who may make an initiative (Municipal Act, section 23)."""

    RESIDENT = "resident", _("I live in this municipality")
    SERVICE_USER = "service_user", _("I use a service of this municipality")
    ASSOCIATION = "association", _("I act for an association, a company or a foundation")


class HideReason(models.TextChoices):
    """Why staff hid an initiative; shown in its place."""

    LAW = "law", _("against the law")
    RULES = "rules", _("against the rules of discussion")
    PERSONAL = "personal", _("somebody's personal data")
    NOT_OURS = "not_ours", _("no initiative to this municipality")


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def visible(self) -> "InitiativeQuerySet":
        """Initiatives that everybody may read."""
        return self.filter(VISIBLE)

    def visible_to(self, actor: "Actor") -> "InitiativeQuerySet":
        """All visible ones and this actor's own, drafts too."""
        if actor.person is None:
            return self.visible()
        return self.filter(VISIBLE | Q(author=actor.person))

    def newest(self) -> "InitiativeQuerySet":
        return self.order_by("-published_at", "-pk")

    def with_numbers(self) -> "InitiativeQuerySet":
        """Bring along what the count is shown with."""
        return self.select_related("component", "crossing")

    def due_before(self, day: date) -> "InitiativeQuerySet":
        """Delivered ones that should have been taken up before `day`.

        Hidden ones, too: the law's clock does not stop where a page shows nothing.
        """
        return self.filter(
            withdrawn_at=None, state=State.DELIVERED, taken_up_on=None, due_on__lt=day
        )


class Initiative(Authored):
    """What somebody formally asks of the municipality; a document of the authority's."""

    public_id = PublicIdField()
    component = models.ForeignKey(
        "raati_core.Component",
        on_delete=models.PROTECT,
        related_name="initiatives",
        verbose_name=_("page of initiatives"),
        db_index=False,
    )
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    maker_kind = models.CharField(_("made by"), max_length=12, choices=Maker)
    organisation = models.CharField(
        _("name of the organisation"), max_length=NAME_LENGTH, blank=True
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    #: Kept by actions only, last in their transactions.
    signature_count = models.PositiveIntegerField(_("signatures"), default=0, editable=False)
    resident_count = models.PositiveIntegerField(
        _("residents' signatures"), default=0, editable=False
    )
    #: How many residents were needed when it was delivered; None where no number was set.
    needed = models.PositiveIntegerField(_("signatures needed"), null=True)
    #: Raised by each act of staff, so that nobody overwrites unseen.
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("written"))
    published_at = models.DateTimeField(_("published"), null=True)
    delivered_at = models.DateTimeField(pgettext_lazy("initiative", "delivered"), null=True)
    pending_on = models.DateField(_("pending since"), null=True)
    register_number = models.CharField(_("register number"), max_length=NUMBER_LENGTH, blank=True)
    prepared_by = I18nCharField(_("prepared by"), blank=True, default="")
    due_on = models.DateField(_("to be taken up by"), null=True)
    taken_up_on = models.DateField(_("taken up"), null=True)
    reminded_at = models.DateTimeField(null=True)
    overdue_told_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    hidden_at = models.DateTimeField(_("hidden"), null=True)
    hidden_reason = models.CharField(
        _("reason for hiding"), max_length=12, choices=HideReason, blank=True
    )
    #: Out of sight until a moderator has looked at it.
    held_at = models.DateTimeField(null=True, editable=False)
    redacted_at = models.DateTimeField(null=True, editable=False)
    redacted_reason = models.CharField(
        max_length=12, choices=HideReason, blank=True, editable=False
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        indexes = [
            models.Index(
                fields=["component", "-published_at", "-id"], name="raati_initiative_newest"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="raati_initiative_state"
            ),
            models.CheckConstraint(
                condition=Q(maker_kind__in=Maker.values), name="raati_initiative_maker"
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(text=""), name="raati_initiative_content"
            ),
            models.CheckConstraint(
                condition=~Q(maker_kind=Maker.ASSOCIATION) | ~Q(organisation=""),
                name="raati_initiative_names_organisation",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, published_at=None)
                | (~Q(state=State.DRAFT) & Q(published_at__isnull=False)),
                name="raati_initiative_published",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.GATHERING], delivered_at=None)
                | (~Q(state__in=[State.DRAFT, State.GATHERING]) & Q(delivered_at__isnull=False)),
                name="raati_initiative_delivered",
            ),
            models.CheckConstraint(
                condition=Q(pending_on=None, due_on=None, taken_up_on=None)
                | Q(pending_on__isnull=False, delivered_at__isnull=False),
                name="raati_initiative_clock",
            ),
            models.CheckConstraint(
                condition=Q(resident_count__lte=models.F("signature_count")),
                name="raati_initiative_counts",
            ),
            models.CheckConstraint(
                condition=Q(hidden_at=None, hidden_reason="")
                | Q(hidden_at__isnull=False, hidden_reason__in=HideReason.values),
                name="raati_initiative_hidden_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path_name(self) -> str:
        """The last part of the address: "<public id>-<slug>"."""
        slug = slugify(self.title)[:SLUG_LENGTH].strip("-")
        return f"{self.public_id}-{slug}" if slug else self.public_id

    @property
    def is_visible(self) -> bool:
        gone = (self.hidden_at, self.held_at, self.withdrawn_at)
        return self.state != State.DRAFT and all(at is None for at in gone)

    @property
    def waits(self) -> bool:
        """Whether a moderator has to look before anybody but its maker sees it."""
        return self.held_at is not None and self.hidden_at is None and self.withdrawn_at is None

    @property
    def maker_name(self) -> str:
        """Who made it, as the page shows it: the organisation, or the name somebody chose."""
        return self.organisation or self.author_text

    @property
    def reached(self) -> Any:
        """The Crossing, or None."""
        return getattr(self, "crossing", None)

    def is_late(self, today: date) -> bool:
        """Whether it should have been taken up before `today` and was not."""
        waits = self.state == State.DELIVERED and self.taken_up_on is None
        return waits and self.due_on is not None and self.due_on < today


class Contact(models.Model):
    """The maker's name, home municipality and contact details, as the law asks; never public.

    A table of its own, so that nothing which reads initiatives comes upon it.
    """

    initiative = models.OneToOneField(Initiative, on_delete=models.CASCADE, related_name="contact")
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("maker")
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    municipality = models.CharField(_("home municipality"), max_length=MUNICIPALITY_LENGTH)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=PHONE_LENGTH, blank=True)
    address = models.CharField(_("postal address"), max_length=ADDRESS_LENGTH, blank=True)

    class Meta:
        verbose_name = _("maker's details")
        verbose_name_plural = _("makers' details")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(municipality=""), name="raati_contact_named"
            ),
            models.CheckConstraint(
                condition=~Q(email="", phone="", address=""), name="raati_contact_reachable"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}"


class Signature(models.Model):
    """One person's name under one initiative. Public is only how many there are."""

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="signatures", db_index=False
    )
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_signatures"
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    municipality = models.CharField(_("home municipality"), max_length=MUNICIPALITY_LENGTH)
    #: Only residents count towards the share.
    is_resident = models.BooleanField(_("lives here"))
    at = models.DateTimeField()
    #: A coded trace of the network address it came from, forgotten after some weeks.
    source = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        indexes = [
            models.Index(
                fields=["at"], condition=~Q(source=""), name="raati_signature_with_source"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="raati_signature_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(municipality=""), name="raati_signature_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}"


class Crossing(models.Model):
    """The share was reached: once, with the numbers of that day, whatever is withdrawn later."""

    initiative = models.OneToOneField(Initiative, on_delete=models.PROTECT, related_name="crossing")
    at = models.DateTimeField(_("reached"))
    needed = models.PositiveIntegerField(_("signatures needed"))
    residents = models.PositiveIntegerField(_("number of residents"))
    residents_on = models.DateField(_("counted on"))
    share = models.DecimalField(_("share of residents, per cent"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("reached share")
        verbose_name_plural = _("reached shares")

    def __str__(self) -> str:
        return f"{self.initiative_id}"


class SignatureRemoval(models.Model):
    """Signatures that staff took away: how many and why. Whose they were stands nowhere now."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="removals")
    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    #: Public, in the words of whoever removed them.
    reason = models.CharField(_("reason"), max_length=REMOVAL_LENGTH)
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("removed signatures")
        verbose_name_plural = _("removed signatures")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.count}"


class Original(models.Model):
    """The words that were signed and delivered, where a moderator took some off the page.

    The registry's document is the whole one. A table of its own, so that nothing public reads it.
    """

    initiative = models.OneToOneField(Initiative, on_delete=models.CASCADE, related_name="original")
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("original words")
        verbose_name_plural = _("original words")

    def __str__(self) -> str:
        return f"{self.initiative_id}"
