"""What the site keeps of people besides the packages: its entries in the table."""

from django.utils.translation import gettext_lazy as _

from participation.core.personal_data import LEGAL_OBLIGATION, Forget, OnErasure, Source

from .models import AccessibilityFeedback

SOURCES = (
    Source(
        model=AccessibilityFeedback,
        person_fields=("author", "answered_by"),
        own=("author",),
        what=_("Feedback on accessibility, and your e-mail if you gave it"),
        purpose=_("to answer you and to put right what did not work"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("two years from the answer"),
        on_erasure=OnErasure.DELETED,
        untold=("overdue_told_at",),
        forget=Forget("answered_at", 2 * 365),
    ),
)
