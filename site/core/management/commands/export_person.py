import json

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

from core import personal_data


class Command(BaseCommand):
    help = "Prints as JSON all that is held under one e-mail address."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, address, **options):
        held = personal_data.export(address)
        self.stdout.write(json.dumps(held, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False))
