"""What Snowball's Finnish stems leave apart: consonant gradation and stems that change.

"katu" and "kadulla", "lapsi" and "lapset", "asukas" and "asukkaat": for each word a few
possible stems, more than it has. Two words are taken for one when they share one, so a wrong
guess costs little: hardly any other word makes the same one.
"""

import re

_VOWELS = "aeiouyåäö"
_CASES = (
    *("eihin", "eiden", "issa", "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille"),
    *("ihin", "iden", "itten", "seen", "iksi", "iin", "ien", "ssa", "ssä", "sta", "stä"),
    *("lla", "llä", "lta", "ltä", "lle", "ksi", "ten", "itä", "ita", "ttä", "tta", "jen", "hin"),
    *("ja", "jä", "na", "nä", "ta", "tä", "ia", "iä", "n", "t", "a", "ä"),
)
_PLURALS = "issa issä ista istä illa illä ilta iltä ille ihin iden iksi ja jä jen itä ita"
_PLURAL = frozenset(_PLURALS.split())
#: The last consonants of a weak grade, and the strong ones they may come from.
_STRONGER = {
    "d": ("t",),
    "v": ("p", "k"),
    "k": ("kk",),
    "p": ("pp",),
    "t": ("tt",),
    "ll": ("lt",),
    "nn": ("nt",),
    "rr": ("rt",),
    "mm": ("mp",),
    "ng": ("nk",),
    "l": ("lk",),
    "r": ("rk",),
    "lj": ("lk",),
    "rj": ("rk",),
    "nk": ("nkk",),
    "lk": ("lkk",),
    "rk": ("rkk",),
    "nt": ("ntt",),
    "lt": ("ltt",),
    "rt": ("rtt",),
    "mp": ("mpp",),
    "lv": ("lp",),
    "rv": ("rp",),
    "hd": ("ht",),
}
_WEAKER = {
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "t": "d",
    "p": "v",
    "mp": "mm",
    "nt": "nn",
    "lt": "ll",
    "rt": "rr",
    "nk": "ng",
    "ht": "hd",
    "k": "",
}
_PARTS = re.compile(rf"(.*?)([^{_VOWELS}]*)([{_VOWELS}]*)", re.DOTALL)
#: Forms that no rule reaches.
_ODD = {"lasten": "laps", "lasta": "laps", "miehet": "mies", "miehen": "mies"}


def finnish_stems(word: str) -> set[str]:
    """Possible stems of a word in lower case; at least two letters each."""
    if len(word) < 3 or not word.isalpha():
        return set()
    found = _stems_of(word, plural=False)
    for ending in [each for each in _CASES if word.endswith(each)][:2]:
        rest = word[: -len(ending)]
        if len(rest) >= 2 and any(c in _VOWELS for c in rest):
            found |= _stems_of(rest, plural=ending in _PLURAL)
    if word in _ODD:
        found.add(_ODD[word])
    return {stem for stem in found if len(stem) >= 2}


def _stems_of(body: str, *, plural: bool) -> set[str]:
    """The body without its last vowels, in the grades it may have in the basic form."""
    if body.endswith("nen"):
        return {f"{body[:-3]}s"}
    found = {body[:-2] + body[-1]} if body.endswith(("ie", "uo", "yö")) else set()
    match = _PARTS.fullmatch(body)
    head, last, vowels = match.groups() if match else (body, "", "")
    for cluster in (last, *_STRONGER.get(last, ())):
        found |= _ended(head + cluster, vowels, plural=plural)
    if not vowels:
        # "vettä" and "puhelin": the consonant is the end.
        return found | _consonant_end(body)
    if last and vowels in (("a", "ä") if plural else ("aa", "ää")):
        # "asukkaa|t", "hampa|ille": the basic form is weak and ends in s.
        found.add(f"{head}{_WEAKER.get(last, last)}{vowels[0]}s")
    if vowels == "e":
        found |= _consonant_end(head + last)
    if len(body) <= 5 and len(vowels) == 2 and vowels[1] == "e":
        # "joe|n", "mäe|n": a k has gone.
        found.add(f"{head}{last}{vowels[0]}k")
    return found


def _ended(stem: str, vowels: str, *, plural: bool) -> set[str]:
    """`stem` with the last vowels as far as they tell words apart."""
    kept = vowels.rstrip("aäei") if stem else vowels
    if plural and kept and kept[-1] in "oö":
        # "kaloja" of "kala", "kerhoja" of "kerho".
        return {stem + kept, stem + kept[:-1]}
    return {stem + kept}


def _consonant_end(stem: str) -> set[str]:
    """Where the basic form ends in another consonant than the stem does."""
    found = set()
    if stem.endswith("ks"):
        found.add(f"{stem[:-2]}s")
    if stem.endswith("im"):
        found.add(f"{stem[:-1]}n")
    if stem[-1:] in ("d", "t") and stem[-2:-1] in tuple(_VOWELS):
        found.add(f"{stem[:-1]}s")
    return found
