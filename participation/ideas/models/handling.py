"""What the city does with an idea: dated steps and the official answer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField

from .ideas import NAME_LENGTH, Idea, State

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
    at = models.DateTimeField(_("when"))
    note = I18nTextField(_("note"), blank=True, default="")
    passed_on_to = models.CharField(
        _("receiver"), max_length=NAME_LENGTH, blank=True, help_text=_("Who takes it from here?")
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
                condition=~Q(state=State.PASSED_ON) | ~Q(passed_on_to=""),
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
