"""The kinds of mail that the site sends. Each is registered by the app it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass

KINDS = {}


def always(delivery):
    return True


@dataclass(frozen=True)
class Kind:
    """One kind of mail, registered in `AppConfig.ready()` of the app that posts it.

    `template` extends `layout` (templates/mailing/ explains). `personal` names what differs from
    recipient to recipient; a kind with `unsubscribe_url` among these gets the headers for it.
    `still_wanted(delivery)` is asked just before sending; False cancels. Where a sender died while
    it sent, nobody knows whether the mail left: it is sent again under the same Message-ID, or,
    with `parked_after_crash`, left until the person asks again. `list_name` says that these mails
    are those of a list, such as "updates", and names it. `even_if_suppressed` is for what a person
    has just asked for: it reaches also those who once complained.
    """

    name: str
    template: str
    personal: tuple[str, ...] = ()
    still_wanted: Callable = always
    parked_after_crash: bool = False
    list_name: str = ""
    even_if_suppressed: bool = False


def register(kind):
    if KINDS.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"There is a kind of mail named {kind.name} already.")
