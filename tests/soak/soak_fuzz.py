"""Fifty thousand nasty requests and frames: no server error, and memory stays where it was.

RAATI_FUZZ says how many, RAATI_FUZZ_SEED begins elsewhere.
"""

import gc
import itertools
import json
import logging
import os
import random
from pathlib import Path

import pytest

from participation.live import frames
from tests.live.test_frames import MALFORMED
from tests.nasty.conftest import kuparila, visitors
from tests.nasty.crawling import walk_all
from tests.nasty.fuzzing import SIGNED
from tests.nasty.sending import broken_promises, send
from tests.nasty.values import FORGED, IDS, TEXTS, files

__all__ = ["kuparila", "visitors"]
COUNT = int(os.environ.get("RAATI_FUZZ", "50000"))
#: A tenth of all is frames.
REQUESTS = COUNT * 9 // 10
#: After so many, caches are filled and every module is loaded.
WARM = REQUESTS // 5


def memory() -> int:
    """This process's own memory in kB, what it shares with others left out."""
    gc.collect()
    text = Path("/proc/self/smaps_rollup").read_text()
    rows = dict(line.split(":", 1) for line in text.splitlines()[1:])
    return int(rows["Private_Dirty"].split()[0])


def product(form, dice: random.Random):
    """One field, one value; sometimes all fields, forged fields, or another shape."""
    data, attached = form.filled(), {}
    for each in form.fields:
        if each.kind == "file":
            attached[each.name] = files()[dice.choice(list(files()))]
    names = [name for name in form.names() if name not in SIGNED] or ["x"]
    way = dice.randrange(8)
    if way < 4:
        data[dice.choice(names)] = [dice.choice(list({**TEXTS, **IDS}.values()))]
    elif way == 4:
        data |= {name: [dice.choice(list(TEXTS.values()))] for name in names}
    elif way == 5:
        data |= {name: [value] for name, value in FORGED.items() if name not in names}
    elif way == 6:
        data.pop(dice.choice(names), None)
    else:
        name = dice.choice(names)
        data[name] = [*data.get(name, ["1"]), dice.choice(list(IDS.values()))]
    return data, attached


def test_nasty_requests_and_frames_meet_no_error_and_leave_no_memory(visitors, figures):
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    logging.getLogger("home.middleware").setLevel(logging.CRITICAL)
    dice = random.Random(int(os.environ.get("RAATI_FUZZ_SEED", "1")))
    seen = walk_all(visitors.values(), enough=2)
    broken, before = [], 0
    forms = itertools.cycle(list(seen.forms.values()))
    for number, (who, form) in enumerate(itertools.islice(forms, REQUESTS)):
        if number == WARM:
            before = memory()
        data, attached = product(form, dice)
        (answer,) = send(visitors[who], form, data, attached)
        if found := [each for each in broken_promises(form, data, answer) if "error" in each]:
            broken.append(f"{who} {form.act or form.action}: {found[0]}")
            print(broken[-1])
    growth = (memory() - before) / before
    for number in range(COUNT - REQUESTS):
        text = dice.choice([*MALFORMED.values(), *TEXTS.values()])
        text = (
            text if number % 2 else json.dumps({"t": dice.choice(["subscribe", text]), "s": text})
        )
        with pytest.raises(frames.FrameError):
            frames.parse(text[: dice.randrange(1, 9000)] + "\x00")
    figures.note(
        "F-fuzz", f"server errors in {COUNT:,} nasty requests and frames", len(broken), "0"
    )
    figures.note("F-fuzz", "growth of memory after the first fifth", f"{growth:.1%}", "10 %")
    assert not broken
    assert not seen.faults
    assert growth < 0.1
