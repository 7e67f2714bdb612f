"""Statements' rows learn whether they have evidence and a safeguard, from the published blocks."""

from django.db import migrations, models


def read_published_blocks(apps, schema_editor):
    ProposalPage = apps.get_model("proposals", "ProposalPage")
    Statement = apps.get_model("proposals", "Statement")
    for page in ProposalPage.objects.filter(live=True).iterator():
        blocks = {block["id"]: block for block in page.statements.raw_data}
        met = {
            block_id
            for block in blocks.values()
            if block["type"] == "safeguard"
            for block_id in block["value"].get("meets") or []
        }
        rows = list(Statement.objects.filter(proposal=page, block_id__in=blocks))
        for row in rows:
            row.has_evidence = bool(blocks[row.block_id]["value"].get("evidence"))
            row.is_met = row.block_id in met
        Statement.objects.bulk_update(rows, ["has_evidence", "is_met"], batch_size=100)


class Migration(migrations.Migration):
    dependencies = [("proposals", "0002_who_speaks")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="has_evidence",
            field=models.BooleanField(default=False, verbose_name="evidence"),
        ),
        migrations.AddField(
            model_name="statement",
            name="is_met",
            field=models.BooleanField(
                default=False,
                help_text="Whether a safeguard of the same proposal meets it.",
                verbose_name="met",
            ),
        ),
        migrations.RunPython(read_published_blocks, migrations.RunPython.noop, elidable=True),
    ]
