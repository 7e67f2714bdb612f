from django.core.management.base import BaseCommand, CommandError

from discussion.moderation.mails import addresses, post_alarm, post_digest


class Command(BaseCommand):
    help = (
        "Tells moderators by mail what waits, once a day, and of comments that wait for more than "
        "MODERATION_ALARM_HOURS, once for each. May run as often as you like."
    )

    def handle(self, verbosity, **options):
        if not addresses():
            raise CommandError("No member of the group Moderators has an e-mail address.")
        post_digest()
        late = post_alarm()
        if late and verbosity:
            self.stdout.write(f"Waiting too long: {late} comments.")
