"""Who signs in to the demo municipality. Production refuses to start while one of them exists."""

PASSWORD = "osallistu-2026"
ACCOUNTS = {
    "asukas@example.org": "a verified resident",
    "nuori@example.org": "15 years old",
    "viestinta@example.org": "communications staff",
    "ohjaaja@example.org": "youth worker",
    "palvelualue@example.org": "civil servant of a service area",
    "moderaattori@example.org": "moderator",
    "turva@example.org": "safeguarding contact: reads reports of danger",
    "palvelupiste@example.org": "service desk: checks identities",
    "admin@example.org": "administrator",
}
