def may_tell(user, page):
    """Whether `user` may tell stakeholders of what is new on `page`: whoever may publish it. Where
    publishing takes signatures (core.models.SignedPage), telling takes none: the words are signed.
    """
    return page.permissions_for_user(user).can_set_view_restrictions()
