import django.db.models.deletion
from django.db import migrations, models

import participation.core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("raati_core", "0005_mail_came_back"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject_type", models.CharField(max_length=80)),
                ("subject_id", models.CharField(max_length=80)),
                ("due_on", models.DateField()),
                ("step", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "reminder",
                "verbose_name_plural": "reminders",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject_type", "subject_id", "due_on", "step"),
                        name="raati_reminder_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", participation.core.ids.PublicIdField()),
                ("first_day", models.DateField(verbose_name="first day away")),
                ("last_day", models.DateField(verbose_name="last day away")),
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raati_stands_in",
                        to="raati_core.person",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="raati_core.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raati_absences",
                        to="raati_core.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "absence",
                "verbose_name_plural": "absences",
                "ordering": ["first_day", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["last_day"],
                        name="raati_absence_to_come",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="raati_absence_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("deputy")), _negated=True),
                        name="raati_absence_two_people",
                    ),
                ],
            },
        ),
    ]
