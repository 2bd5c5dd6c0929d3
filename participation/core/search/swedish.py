"""What Snowball's Swedish stems leave apart: short definite forms and changed vowels."""

_ENDINGS = ("arna", "erna", "orna", "ens", "ets", "an", "ar", "en", "er", "et", "or", "n", "t")
#: Plurals with another vowel, by how they begin, and the singular.
_UMLAUTS = {
    "böcker": "bok",
    "städer": "stad",
    "händer": "hand",
    "stränder": "strand",
    "länder": "land",
    "tänder": "tand",
    "fötter": "fot",
    "rötter": "rot",
    "nätter": "natt",
    "söner": "son",
    "männen": "man",
    "män": "man",
    "bröder": "bror",
    "mödrar": "mor",
    "döttrar": "dotter",
}


def swedish_stems(word: str) -> set[str]:
    """Possible stems of a word in lower case."""
    found = {word[: -len(each)] for each in _ENDINGS if word.endswith(each)}
    found |= {stem.rstrip("a") for stem in (*found, word)}
    for plural, singular in _UMLAUTS.items():
        # Also as the end of a compound: "läseböckerna".
        head, beginning, rest = word.rpartition(plural)
        if beginning and len(rest) <= 3:
            found.add(head + singular)
    return {stem for stem in found if len(stem) >= 2}
