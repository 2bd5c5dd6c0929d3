"""What is put into which field: every value somewhere, every field something, without chance."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .forms import Field, Form
from .sending import Answer
from .values import FILES, IDS, TEXTS, files

#: Signed by the server; another value ends the try before it begins.
SIGNED = {"opened", "proof", "website"}
Try = tuple[dict[str, list[str]], dict[str, tuple[str, bytes, str]], str]


@dataclass
class Dice:
    """Hands out the values in turn, so that each comes to many kinds of field."""

    used: set[str] = field(default_factory=set)
    kinds: dict[str, Iterator[str]] = field(
        default_factory=lambda: {
            "text": itertools.cycle(TEXTS),
            "id": itertools.cycle(IDS),
            "file": itertools.cycle(FILES),
            "shape": itertools.cycle(["twice", "gone", "list"]),
            "turn": itertools.cycle(range(1000)),
        }
    )

    def next(self, kind: str) -> str:
        name = next(self.kinds[kind])
        self.used.add(name)
        return name


def tries(form: Form, dice: Dice) -> Iterator[Try]:
    """Some tries of a form: three of one of ours, one in turn of one of Wagtail's."""
    kinds = [_all_typed, _one_typed, _one_chosen]
    if not form.act:
        kinds = [kinds[next(dice.kinds["turn"]) % 3]]
    for kind in kinds:
        data, what = kind(form, dice)
        attached = {f.name: dice.next("file") for f in form.fields if f.kind == "file"}
        uploads = {name: files()[chosen] for name, chosen in attached.items()}
        yield data, uploads, f"{what} {attached or ''}"


def _typed(form: Form) -> list[Field]:
    return [each for each in form.fields if each.is_typed and each.name not in SIGNED]


def _all_typed(form: Form, dice: Dice) -> tuple[dict[str, list[str]], str]:
    chosen = {each.name: dice.next("text") for each in _typed(form)}
    return {**form.filled(), **{name: [TEXTS[v]] for name, v in chosen.items()}}, str(chosen)


def _one_typed(form: Form, dice: Dice) -> tuple[dict[str, list[str]], str]:
    typed = _typed(form)
    if not typed:
        return _one_chosen(form, dice)
    one = typed[next(dice.kinds["turn"]) % len(typed)]
    chosen = dice.next("text")
    return {**form.filled(), one.name: [TEXTS[chosen]]}, f"{one.name}: {chosen}"


def _one_chosen(form: Form, dice: Dice) -> tuple[dict[str, list[str]], str]:
    """A choice or a hidden value that the page never offered, or a field in another shape."""
    data = form.filled()
    names = [n for n in form.names() if n not in SIGNED]
    if not names:
        return data, "as it is"
    name = names[next(dice.kinds["turn"]) % len(names)]
    if next(dice.kinds["turn"]) % 2:
        chosen = dice.next("id")
        return {**data, name: [IDS[chosen]]}, f"{name}: {chosen}"
    shape = next(dice.kinds["shape"])
    if shape == "twice":
        data[name] = [*data.get(name, ["1"]), "x"]
    elif shape == "gone":
        data.pop(name, None)
    else:
        data[f"{name}[]"] = data.pop(name, ["1"])
    return data, f"{name}: {shape}"


#: What differs between two runs of the same act: keys, instants, signatures, numbers of rows.
CHANCE = re.compile(
    r"md5\$\S+|[2-9bcdfghjkmnpqrstvwxz]{12,}|\d{4}-\d\d-\d\d[ T][\d:.+]+"
    r"|'[\w:.=+/-]{24,}'|\b\d+(?:\.\d+)?\b"
)


def _steady(answer: Answer) -> list[str]:
    return sorted(CHANCE.sub("#", sql) for sql in answer.done())


def forged(honest: Answer, lying: Answer) -> str:
    """How the second differs in what it wrote; "" where it wrote the same."""
    if honest.status != lying.status:
        return f"{honest.status} became {lying.status}"
    before, after = _steady(honest), _steady(lying)
    return next((f"{b[:300]} became {a[:300]}" for b, a in zip(before, after) if a != b), "") or (  # noqa: B905
        "" if len(before) == len(after) else "another number of writes"
    )


def uploads(form: Form, every: int = 1) -> Iterator[Try]:
    """Each file, or each so manieth, in each place of the form that takes one."""
    for each in form.fields:
        if each.kind == "file":
            for name in FILES[::every]:
                yield form.filled(), {each.name: files()[name]}, f"{each.name}: {name}"
