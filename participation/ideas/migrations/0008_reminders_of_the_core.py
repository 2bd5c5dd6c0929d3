from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Now

FIELDS = {"soon_told_for": "soon", "overdue_told_for": "late"}


def note_in_core(apps, schema_editor):
    """What was told already stays told."""
    ideas = apps.get_model("raati_ideas", "Idea").objects
    reminders = apps.get_model("raati_core", "Reminder")
    for field, step in FIELDS.items():
        told = ideas.filter(**{field: F("due_on")}).values_list("pk", "due_on")
        reminders.objects.bulk_create(
            [
                reminders(
                    subject_type="raati_ideas.Idea",
                    subject_id=str(pk),
                    due_on=due_on,
                    step=step,
                    at=Now(),
                )
                for pk, due_on in told
            ],
            batch_size=500,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("raati_core", "0006_absence_reminder"),
        ("raati_ideas", "0007_protects_minors"),
    ]

    operations = [
        migrations.RunPython(note_in_core, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="idea", name="raati_idea_due"),
        migrations.RemoveField(model_name="idea", name="overdue_told_for"),
        migrations.RemoveField(model_name="idea", name="soon_told_for"),
        migrations.AddIndex(
            model_name="idea",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["due_on"],
                name="raati_idea_due",
            ),
        ),
    ]
