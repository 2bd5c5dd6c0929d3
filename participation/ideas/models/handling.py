"""What the city does with an idea: dated steps and the official answer."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField

from participation.core.ids import PublicIdField

from .. import stages
from .ideas import PHOTO_ALT_LENGTH, STAGE_LENGTH, Idea, State

NOTE_LENGTH = 2_000
VIEW_LENGTH = 500
VIEW_NAME_LENGTH = 60

#: What an answer may end in.
OUTCOMES = (
    State.CONSIDERING,
    State.ACCEPTED,
    State.PARTLY,
    State.DECLINED,
    State.PASSED_ON,
    State.DONE,
)


class Step(models.Model):
    """One dated step of an idea's way. Append-only: a mistake is put right by a new step."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="steps", db_index=False)
    state = models.CharField(_("state"), max_length=12, choices=State)
    #: The board's own word for the state as it then was; empty: the usual word.
    label = I18nCharField(_("name of the state"), blank=True, default="")
    at = models.DateTimeField(_("when"))
    note = I18nTextField(_("note"), blank=True, default="")
    passed_on_to = I18nCharField(
        _("receiver"), blank=True, default="", help_text=_("Who takes it from here?")
    )
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    role = I18nCharField(_("role"), blank=True, default="")

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        indexes = [models.Index(fields=["idea", "at", "id"], name="raati_step_timeline")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="raati_step_state"),
            models.CheckConstraint(
                condition=~Q(state=State.PASSED_ON) | ~Q(passed_on_to__in=["", "{}"]),
                name="raati_step_names_receiver",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}"


class Answer(models.Model):
    """The city's official answer, signed by role."""

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(_("outcome"), max_length=12, choices=State)
    text = I18nTextField(_("answer"))
    role = I18nCharField(_("signed by"), help_text=_("The role, not the name of a person."))
    author = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: Raised by each change, so that two people never overwrite each other unseen.
    version = models.PositiveIntegerField(default=1, editable=False)
    published_at = models.DateTimeField(_("published"))
    updated_at = models.DateTimeField(_("changed"), null=True)

    class Meta:
        verbose_name = _("official answer")
        verbose_name_plural = _("official answers")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=[str(state) for state in OUTCOMES]),
                name="raati_answer_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}"

    @property
    def missing_languages(self) -> list[str]:
        """The names of the site's languages in which the answer is not given yet."""
        return [str(name) for code, name in settings.LANGUAGES if not self.text.data.get(code)]

    @property
    def outcome_word(self) -> Any:
        """What the idea's board calls the outcome."""
        return stages.of(self.idea.component, self.outcome, self.idea.stage).label


class AnswerRevision(models.Model):
    """An answer as it was before a change. Public: what the city said once stays readable."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    outcome = models.CharField(_("outcome"), max_length=12, choices=State)
    text = I18nTextField(_("answer"))
    role = I18nCharField(_("signed by"))
    author = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: When this wording was published.
    at = models.DateTimeField(_("published"))

    class Meta:
        verbose_name = _("earlier answer")
        verbose_name_plural = _("earlier answers")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "version"], name="raati_revision_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version}"


class AnswerDraft(models.Model):
    """An answer being prepared: seen by staff only, published alone or in a batch."""

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="answer_draft")
    #: A State or the id of one of the board's own stages.
    outcome = models.CharField(_("outcome"), max_length=STAGE_LENGTH, blank=True)
    text = I18nTextField(_("answer"), blank=True, default="")
    role = I18nCharField(_("signed by"), blank=True, default="")
    passed_on_to = I18nCharField(_("receiver"), blank=True, default="")
    is_ready = models.BooleanField(
        _("ready to be published"),
        default=False,
        help_text=_("Somebody else may publish it, together with others."),
    )
    author = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    #: The published answer that it would replace (0: none), so that none is replaced unseen.
    answer_version = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("prepared answer")
        verbose_name_plural = _("prepared answers")

    def __str__(self) -> str:
        return str(self.idea)


class Note(models.Model):
    """What colleagues tell each other about an idea; never public."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField(_("note"))
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Milestone(models.Model):
    """What was done for an accepted idea, dated, told in words and perhaps a picture."""

    public_id = PublicIdField()
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="milestones")
    on = models.DateField(_("day"))
    title = I18nCharField(_("what happened"))
    text = I18nTextField(_("more about it"), blank=True, default="")
    photo = models.OneToOneField(
        "raati_core.PrivateFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="raati_milestone",
    )
    photo_alt = models.CharField(
        _("description of the picture"), max_length=PHOTO_ALT_LENGTH, blank=True
    )
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(photo=None) | ~Q(photo_alt=""), name="raati_milestone_photo_alt"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Promise(models.Model):
    """The board's own promise: enough supports, and the city takes it up by a day.

    Made once, when the threshold is reached, and never taken back: a support
    withdrawn later does not undo it. Not a formal initiative (Municipal Act
    410/2015, section 23).
    """

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="promise")
    threshold = models.PositiveIntegerField(_("supports needed"))
    reached_at = models.DateTimeField(_("reached"))
    due_on = models.DateField(_("to be taken up by"))
    kept_at = models.DateTimeField(_("taken up"), null=True)

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")

    def __str__(self) -> str:
        return f"{self.idea_id}"


class SavedView(models.Model):
    """A member of staff's own choice of filters on the desk, under a name."""

    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_idea_views"
    )
    name = models.CharField(_("name"), max_length=VIEW_NAME_LENGTH)
    query = models.CharField(max_length=VIEW_LENGTH)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="raati_view_name"),
        ]

    def __str__(self) -> str:
        return self.name
