"""Who moderates: those with one permission of its own, which gives nothing else."""

from core.permissions import OnlyFor

PERMISSION = "discussion.moderate_publiccomment"


def may_moderate(user):
    return user.is_active and user.has_perm(PERMISSION)


class ForModerators(OnlyFor):
    may_enter = staticmethod(may_moderate)
