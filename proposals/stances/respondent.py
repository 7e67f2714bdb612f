"""Who answers: somebody who confirmed an address, or a visitor whose answers wait for that.

A visitor is a random number in a signed cookie, set with the first answer and read at addresses
only that nobody keeps (`core.caching.private`).
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings

from core.limits import in_minutes, take_place
from core.networks import network_of
from core.refusals import Refused
from proposals.models import Stance
from stakeholders.identity import identify
from stakeholders.models import Stakeholder

SALT = "proposals.visitor"


@dataclass(frozen=True)
class Respondent:
    """Exactly one of the two is set; neither is of who has not answered yet."""

    stakeholder: Stakeholder | None = None
    visitor: UUID | None = None

    @property
    def kind(self):
        return "stakeholder" if self.stakeholder else "visitor"

    @property
    def owner(self):
        """Which rows are this person's, as fields."""
        return {self.kind: getattr(self, self.kind)}

    @property
    def is_known(self):
        return bool(self.stakeholder or self.visitor)

    @property
    def stances(self):
        return Stance.objects.filter(**self.owner) if self.is_known else Stance.objects.none()

    @property
    def seed(self):
        """Makes the order of statements this person's own."""
        return self.stakeholder.uuid if self.stakeholder else self.visitor or uuid4()


def lasts():
    return timedelta(days=settings.UNCONFIRMED_STANCE_DAYS)


def respondent_of(request):
    if stakeholder := identify(request):
        return Respondent(stakeholder=stakeholder)
    return Respondent(visitor=visitor_of(request))


def visitor_of(request):
    """The visitor whom this browser holds, None where it holds none."""
    key = request.get_signed_cookie(
        settings.VISITOR_COOKIE_NAME, default=None, salt=SALT, max_age=lasts()
    )
    return UUID(key) if key else None


def new_visitor(request):
    """A visitor for a browser that holds none. Raises Refused where one network makes very many."""
    wait = take_place(f"visitor:{network_of(request)}", settings.VISITORS_PER_NETWORK_AND_HOUR)
    if wait:
        raise Refused(
            "Very many people answered from your network within an hour. "
            f"Please answer again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )
    return Respondent(visitor=uuid4())


def remember_visitor(response, visitor):
    response.set_signed_cookie(
        settings.VISITOR_COOKIE_NAME,
        visitor.hex,
        salt=SALT,
        max_age=lasts(),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_visitor(response):
    response.delete_cookie(settings.VISITOR_COOKIE_NAME, samesite="Lax")
