from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stakeholders', '0004_words_prepared_for_a_day'),
    ]

    operations = [
        migrations.AlterField(
            model_name='consentrecord',
            name='actor',
            field=models.CharField(choices=[('person', 'The person'), ('editor', 'An editor')], max_length=6),
        ),
    ]
