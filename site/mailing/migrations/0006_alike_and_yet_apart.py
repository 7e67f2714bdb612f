from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mailing', '0005_what_a_sender_looks_for'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='delivery',
            name='delivery_once_per_address',
        ),
        migrations.AddField(
            model_name='delivery',
            name='cause',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(condition=models.Q(('address', ''), _negated=True), fields=('notification', 'address', 'cause'), name='delivery_once_per_cause'),
        ),
    ]
