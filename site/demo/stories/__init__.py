"""The stories of Kuparila, in the order in which they can be told."""

from . import (
    children_shops,
    duty,
    easy_language,
    front_page,
    guidance,
    identities,
    in_figures,
    initiatives,
    moderation,
    news,
    notices,
    parks_and_hobbies,
    translations,
    wellbeing_plan,
    who_may,
)

STORIES = (
    front_page.OPENING,
    children_shops.STORY,
    initiatives.STORY,
    parks_and_hobbies.STORY,
    wellbeing_plan.STORY,
    who_may.STORY,
    identities.STORY,
    moderation.STORY,
    duty.STORY,
    guidance.STORY,
    news.STORY,
    in_figures.STORY,
    easy_language.STORY,
    front_page.WELCOME,
    translations.STORY,
    notices.STORY,
)
