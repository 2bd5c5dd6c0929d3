"""The words that visible content is made of, for suggestions when somebody mistyped."""

from django.db import models


class SearchWord(models.Model):
    """A word as it stands in what everybody may read. Made anew by the clock command."""

    text = models.CharField(max_length=40)
    folded = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    #: In how many things it stands.
    uses = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["folded"], name="raati_word_folded")]
        constraints = [
            models.UniqueConstraint(fields=["text", "language"], name="raati_word_once"),
        ]

    def __str__(self) -> str:
        return self.text


class SearchTrigram(models.Model):
    """Three letters of a word: words alike share many."""

    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="trigrams")
    letters = models.CharField(max_length=3)

    class Meta:
        indexes = [models.Index(fields=["letters", "word"], name="raati_trigram_word")]

    def __str__(self) -> str:
        return self.letters
