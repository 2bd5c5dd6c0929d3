"""The service desk, whom it knows, and who waits for a letter."""

ADDRESS = {
    "fi": "Kuparilan kaupungintalo, Kaivoskatu 1\nMa–pe 9–15, torstaisin 9–17",
    "sv": "Kuparila stadshus, Gruvgatan 1\nMå–fre 9–15, torsdagar 9–17",
    "en": "Kuparila town hall, Kaivoskatu 1\nMon–Fri 9–15, Thursdays 9–17",
}
#: Who came by, how long ago, and what was attested: status, at least so old, or of that age.
CAME = (
    ("asukas", 40, {"status": "resident", "at_least": 18}),
    ("nuori", 33, {"status": "resident", "years": 15}),
    ("pentti", 26, {"status": "resident", "at_least": 65}),
    ("james", 12, {"status": "works", "at_least": 18}),
)
#: Who asked for a letter, how long ago, and to where; nobody has printed them yet.
ASKED = (
    ("gun-britt", 6, "Gun-Britt Esimerkki", "Strandvägen 3 A 5", "83999", "Kuparila", "sv"),
    ("marjatta", 2, "Marjatta Lampinen", "Rantatie 14", "83999", "Kuparila", "fi"),
)
