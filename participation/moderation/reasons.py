"""What the reasons mean, in sentences for the person whom they concern."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: By the reasons that kinds of things have; each reader gets it in their own language.
EXPLANATIONS: dict[str, str | Promise] = {
    "rules": _(
        "The rules of discussion ask us to speak of matters and not to insult, threaten or"
        " belittle anybody."
    ),
    "personal": _(
        "Nobody's address, phone number, health or other private matters belong on a public page"
        " without their consent."
    ),
    "advertising": _("Selling and advertising do not belong here."),
    "off_topic": _("It does not concern what this page asks about. Another place may fit it."),
    "law": _("As far as we can judge, the law forbids publishing it."),
}


def explanation(reason: str) -> str | Promise:
    """The sentence for a reason; "" for one that speaks for itself."""
    return EXPLANATIONS.get(reason, "")
