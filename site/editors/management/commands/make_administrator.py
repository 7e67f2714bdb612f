import sys
from getpass import getpass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse


class Command(BaseCommand):
    help = (
        "Makes an administrator, who makes all other accounts in the admin. Asks for the password "
        "without showing it; without a terminal, reads it from the first line of the input."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="what they type to sign in")
        parser.add_argument("email", help="where the mail goes that resets a forgotten password")

    def handle(self, *, name, email, **options):
        user = get_user_model()(username=name, email=email, is_superuser=True, is_staff=True)
        self.refuse_unless(user.full_clean, exclude=["password"])
        self.refuse_unless(validate_email, email)
        password = read_password()
        self.refuse_unless(validate_password, password, user)
        user.set_password(password)
        user.save()
        security = settings.SITE_URL + reverse("mfa_index")
        self.stdout.write(f"{name} is an administrator. Set up the second factor at {security}")

    def refuse_unless(self, validate, *args, **kwargs):
        try:
            validate(*args, **kwargs)
        except ValidationError as error:
            raise CommandError(f"Nothing was made. {' '.join(error.messages)}") from None


def read_password():
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("Password: ")
    if password != getpass("The same again: "):
        raise CommandError("Nothing was made: the two passwords differ.")
    return password
