"""Who manages stakeholders: those with one permission of its own."""

from core.permissions import OnlyFor

PERMISSION = "stakeholders.manage_stakeholder"


def may_manage(user):
    return user.is_active and user.has_perm(PERMISSION)


class ForManagers(OnlyFor):
    may_enter = staticmethod(may_manage)
