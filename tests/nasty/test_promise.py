"""What checks the answers notices each broken promise: seeded ones."""

import pytest

from .forms import forms_in
from .fuzzing import forged
from .sending import Answer, broken_promises

PAGE = """
<form method="post" action="/a/" data-act="ideas.send"><input type="hidden" name="key" value="k">
<input name="title" value="{title}" {invalid}><textarea name="text">
{text}</textarea><select name="theme"><option value="">-</option><option value="p">P</option>
</select><button name="step" value="send">Send</button></form>
"""
EMPTY = PAGE.format(title="", text="", invalid="")
(FORM,) = forms_in(EMPTY, "/a/")
DATA = {**FORM.filled(), "title": ["<b>"], "text": ["Rannalla\r\non pimeää"]}


def refused(title: str, text: str, invalid: str = 'aria-invalid="true"') -> Answer:
    return Answer(422, html=PAGE.format(title=title, text=text, invalid=invalid))


def test_a_form_is_read_as_a_browser_reads_it():
    assert FORM.names() == ["key", "title", "text", "theme"]
    assert FORM.filled() == {
        "key": ["k"],
        "title": [""],
        "text": [""],
        "theme": [""],
        "step": ["send"],
    }


@pytest.mark.parametrize(
    "answer",
    [
        Answer(303, location="/a/"),
        refused("&lt;b&gt;", "Rannalla\non pimeää"),
        Answer(403, html="<p>Ei</p>"),
    ],
)
def test_a_kind_answer_breaks_no_promise(answer):
    assert broken_promises(FORM, DATA, answer) == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(500), "error 500"),
        (Answer(303, fault="ValueError"), "error 303"),
        (Answer(303, seconds=60), "took 60.0 s"),
        (Answer(303, after="<h1><svg/onload=alert(1)>"), "unescaped"),
        (Answer(303, after='<a href="java\tscript:alert(1)">'), "unescaped"),
        (refused("&lt;b&gt;", ""), "text is lost"),
        (refused("&lt;b&gt;", "Rannalla on pimeää", invalid=""), "without a message"),
        (Answer(409, html="<p>Ei nyt</p>"), "no form with what was typed"),
    ],
)
def test_a_broken_promise_is_noticed(answer, said):
    assert said in " ".join(broken_promises(FORM, DATA, answer))


@pytest.mark.parametrize(
    ("lying", "said"),
    [
        ("INSERT INTO \"raati_ideas_idea\" VALUES ('approved', 'bcdfghjkmnpq')", "became"),
        ('UPDATE "accounts_user" SET "is_staff" = true', "became"),
    ],
)
def test_a_forged_field_that_is_heard_is_noticed(lying, said):
    honest = "INSERT INTO \"raati_ideas_idea\" VALUES ('received', '23456789bcdf')"
    same = "INSERT INTO \"raati_ideas_idea\" VALUES ('received', 'zxwvtsrqpnmk')"
    assert forged(Answer(303, writes=[honest]), Answer(303, writes=[same])) == ""
    assert said in forged(Answer(303, writes=[honest]), Answer(303, writes=[lying]))
    assert forged(Answer(303), Answer(422)) == "303 became 422"
