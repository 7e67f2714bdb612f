"""What there is to tell stakeholders of, who tells it, and when it goes out as mail."""


def set_up():
    """Called once all apps are there."""
    from . import forgetting, mails

    mails.register_kinds()
    forgetting.connect()
