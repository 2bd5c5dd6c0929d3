"""The stories of Kuparila, in the order in which they can be told."""

from . import (
    children_shops,
    front_page,
    guidance,
    initiatives,
    news,
    parks_and_hobbies,
    wellbeing_plan,
)

STORIES = (
    front_page.OPENING,
    children_shops.STORY,
    initiatives.STORY,
    parks_and_hobbies.STORY,
    wellbeing_plan.STORY,
    guidance.STORY,
    news.STORY,
    front_page.WELCOME,
)
