"""Settings that hold everywhere. What differs by deployment comes from the environment
(the README has the table); `dev`, `production` and `test` each start from here."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE

from core.static_headers import add_static_headers

from .sign_in import *  # noqa: F403

env = environ.Env()

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.str("DATA_DIR", default=str(ROOT / "var")))
VAR.mkdir(parents=True, exist_ok=True)

SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Data sharing in government")

INSTALLED_APPS = [
    "home",
    "editors",
    "agreement",
    "blog",
    "process",
    "proposals",
    "discussion",
    "stakeholders",
    "mailing",
    "core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "anymail",
    "discussion.tables.CommentTables",
    "django_comments",
    "django.contrib.sites",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

# The store comes before everything that costs time; its answers already carry the headers
# that the others set.
MIDDLEWARE = [
    "core.middleware.request_id",
    "core.page_store.middleware.PageStore",
    "core.middleware.security_headers",
    "core.middleware.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.refuse_bad_requests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "editors.sign_in.sessions.while_used",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'site.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer takes its lock when it begins and others wait for it, so that nobody's post fails.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # From its second time on in a connection, PostgreSQL has what `core.prepared` asks prepared.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("prepare_threshold", 1)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache, shared by every worker: Redis where there is one, else files on this machine.
REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {
                "IGNORE_EXCEPTIONS": True,
                "LOG_IGNORED_EXCEPTIONS": True,
                "SOCKET_CONNECT_TIMEOUT": 1,
                "SOCKET_TIMEOUT": 1,
            },
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "core.file_cache.ForgivingFileCache",
            "LOCATION": VAR / "cache",
            "OPTIONS": {"MAX_ENTRIES": 2000},
        }
    }

# Parts of pages that are the same as long as what they are made of is, which their keys hold whole:
# each process may keep its own.
CACHES["template_fragments"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "template_fragments",
    "OPTIONS": {"MAX_ENTRIES": 5000},
}
# The same of whole pages, which are larger.
CACHES["page_texts"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "page_texts",
    "OPTIONS": {"MAX_ENTRIES": 100},
}

# How long a page may be kept: by the page store (which forgets it when it changes), and by
# caches between us and the reader (which can't be told). Seconds.
PAGE_STORE_SECONDS = 600
SHARED_CACHE_SECONDS = 60
STALE_WHILE_REVALIDATE_SECONDS = 30

# All mail is a row of the outbox first; its sender sends by MAIL_TRANSPORT.
MAIL_SERVER = env.email("EMAIL_URL", default="consolemail://")
MAIL_TRANSPORT = MAIL_SERVER.pop("EMAIL_BACKEND")
vars().update(MAIL_SERVER)
EMAIL_BACKEND = "mailing.backend.OutboxBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Data sharing <no-reply@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# How fast one sender sends, 0 for no limit; how long what mails said and to whom is kept.
MAIL_PER_SECOND = env.float("MAIL_PER_SECOND", default=0)
MAIL_BODY_DAYS = 7
MAIL_ADDRESS_DAYS = 28
# The mail service that tells us of bounces, and what else django-anymail wants to know of it.
ANYMAIL_SERVICE = ANYMAIL_WEBHOOK_SECRET = ""
vars().update({name: value for name, value in env.ENVIRON.items() if name.startswith("ANYMAIL_")})

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60
WHITENOISE_ADD_HEADERS_FUNCTION = add_static_headers
S3_BUCKET = env.str("S3_BUCKET", default="")
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default=None),
            "region_name": env.str("S3_REGION", default=None),
            "access_key": env.str("S3_ACCESS_KEY", default=None),
            "secret_key": env.str("S3_SECRET_KEY", default=None),
            "custom_domain": env.str("S3_PUBLIC_HOST", default=None),
            "querystring_auth": False,
            "file_overwrite": False,
        },
    }
    if S3_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Public pages load nothing but our own files; `urls.py` loosens this for the admin alone.
MEDIA_SOURCES = [f"https://{env.str('S3_PUBLIC_HOST')}"] if env.str("S3_PUBLIC_HOST", "") else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *MEDIA_SOURCES],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:", *MEDIA_SOURCES],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
    "object-src": [NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# A long proposal's form has thousands of fields. Files are bounded below, by kind.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
MAX_BODY_BYTES = 64 * 1024 * 1024

WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
# As people here write dates.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_WORKFLOW_ENABLED = True
# Who signed a text signed that text: an edit asks everybody again.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# Whether one person, a member of both partners' groups, may sign a text for both.
JOINT_SIGN_OFF_BY_ONE_PERSON = env.bool("JOINT_SIGN_OFF_BY_ONE_PERSON", default=False)
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.images.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "core.draftail.TolerantRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAILSEARCH_BACKENDS = {
    # Words come to PostgreSQL already stemmed, where the public searches.
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
# django-comments-xtd gives tables and thread fields; forms, links and mails are our own.
SITE_ID = 1
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "discussion.models.PublicComment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 2
COMMENTS_XTD_CONFIRM_EMAIL = False
COMMENTS_XTD_THREADED_EMAILS = False
# Seconds for which a form can be sent; an older one is shown again with its text.
COMMENTS_TIMEOUT = 24 * 60 * 60
COMMENT_EDIT_MINUTES = 15
UNCONFIRMED_COMMENT_DAYS = env.int("UNCONFIRMED_COMMENT_DAYS", default=7)
SENT_PER_NETWORK_AND_HOUR = env.int("SENT_PER_NETWORK_AND_HOUR", default=60)
COMMENTS_PER_ADDRESS_AND_HOUR = env.int("COMMENTS_PER_ADDRESS_AND_HOUR", default=20)
SPAM_WORDS_FILE = env.str(
    "SPAM_WORDS_FILE", default=str(ROOT / "site" / "discussion" / "spam" / "words.txt")
)
# How many numbers a browser tries at most before it sends a comment, 0 for none: 50,000 take
# a phone a few seconds.
PROOF_OF_WORK = env.int("PROOF_OF_WORK", default=0)
# How long the words that a redaction took out are kept, so that it can be undone; after how many
# hours in the queue moderators hear of a comment once more.
REDACTED_TEXT_DAYS = env.int("REDACTED_TEXT_DAYS", default=30)
MODERATION_ALARM_HOURS = env.int("MODERATION_ALARM_HOURS", default=48)

# Who signed up: the cookie that knows them, how often one address is mailed about signing up, when
# an unconfirmed sign-up is deleted and its link ends, and how long the address of who left and the
# history of consent are kept.
STAKEHOLDER_COOKIE_NAME = "stakeholder"
SIGN_UPS_PER_ADDRESS_AND_HOUR = env.int("SIGN_UPS_PER_ADDRESS_AND_HOUR", default=3)
UNCONFIRMED_SIGN_UP_DAYS = env.int("UNCONFIRMED_SIGN_UP_DAYS", default=7)
STAKEHOLDER_ADDRESS_DAYS = env.int("STAKEHOLDER_ADDRESS_DAYS", default=28)
CONSENT_HISTORY_DAYS = env.int("CONSENT_HISTORY_DAYS", default=365)

# Who answers before having signed up: the cookie that knows them, when their answers are deleted,
# and how many of them one network may bring within an hour.
VISITOR_COOKIE_NAME = "visitor"
UNCONFIRMED_STANCE_DAYS = env.int("UNCONFIRMED_STANCE_DAYS", default=7)
VISITORS_PER_NETWORK_AND_HOUR = env.int("VISITORS_PER_NETWORK_AND_HOUR", default=200)

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "core.logs.RequestIdFilter"}},
    "formatters": {
        "line": {
            "()": "core.logs.MaskingFormatter",
            "format": "{levelname} {name} [{request_id}] {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request_id"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"level": "INFO", "handlers": [], "propagate": True},
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "django.server": {"level": "INFO", "handlers": ["console"], "propagate": False},
    },
}
