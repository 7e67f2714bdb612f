"""Who may do what: Wagtail's two groups become ours, and each partner gets its publishers.

Permissions are named "app.codename". Those of pages hold below the front door, those of files in
all collections.
"""

from django.db import migrations

ACCESS = ["wagtailadmin.access_admin"]
WRITE = ["wagtailcore.add_page", "wagtailcore.change_page"]
PUBLISH = [f"wagtailcore.{action}_page" for action in ("publish", "lock", "unlock")]
FILES = [
    f"{app}.{action}_{model}"
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "change", "choose")
]
NAMES = [
    f"{app}.{action}_{model}"
    for app, model in (("blog", "author"), ("core", "organisation"))
    for action in ("add", "change", "view")
]
FRAME = ["core.add_strand", "core.change_strand", "core.view_strand", "core.change_footer"]

PUBLISHER = {"site": ACCESS + NAMES + FRAME, "pages": WRITE + PUBLISH, "files": FILES}
OURS = {
    "Editors": {"site": ACCESS + NAMES, "pages": WRITE, "files": FILES},
    "Moderators": {"site": ACCESS, "pages": [], "files": []},
    "Publishers: policy team": PUBLISHER,
    "Publishers: civil society": PUBLISHER,
}

FILES_AT_LARGE = [*FILES, "wagtailimages.delete_image", "wagtaildocs.delete_document"]
WAGTAILS = {
    "Editors": {"site": ACCESS + FILES_AT_LARGE, "pages": WRITE, "files": FILES},
    "Moderators": {"site": ACCESS + FILES_AT_LARGE, "pages": WRITE + PUBLISH, "files": FILES},
}

LABELS = {"access_admin": "Can access Wagtail admin"}


def permission(apps, name):
    """The row of a permission. Django makes them after all migrations: what is needed is made here."""
    app, codename = name.split(".")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=codename.split("_", 1)[1]
    )
    label = LABELS.get(codename, f"Can {codename.replace('_', ' ')}")
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": label}
    )[0]


def set_up(apps, groups, page):
    """Give `groups` exactly these permissions; those of pages hold at `page` and below."""
    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, allowed in groups.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.set([permission(apps, each) for each in allowed["site"]])
        for kind, place in (("page", page), ("collection", collection)):
            model = apps.get_model("wagtailcore", f"Group{kind.capitalize()}Permission")
            model.objects.filter(group=group).delete()
            for each in allowed["pages" if kind == "page" else "files"]:
                model.objects.create(
                    group=group, permission=permission(apps, each), **{kind: place}
                )


def make_groups(apps, schema_editor):
    site = apps.get_model("wagtailcore", "Site").objects.get(is_default_site=True)
    set_up(apps, OURS, site.root_page)


def give_back(apps, schema_editor):
    set_up(apps, WAGTAILS, apps.get_model("wagtailcore", "Page").objects.get(depth=1))
    apps.get_model("auth", "Group").objects.filter(name__in=set(OURS) - set(WAGTAILS)).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editors", "0001_initial"),
        ("blog", "0001_initial"),
        ("core", "0001_initial"),
        ("home", "0002_front_door"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]
    operations = [migrations.RunPython(make_groups, give_back)]
