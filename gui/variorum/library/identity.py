"""What a library is known by, wherever its file lies."""

import json

from variorum.library.connection import Db
from variorum.library.keeping import set_setting, setting
from variorum.library.moments import new_uuid

_NAME = "library"


def identity(db: Db) -> str | None:
    """Return the name of a library that stays its own; None when it has none yet."""
    kept = setting(db, _NAME)
    return None if kept is None else str(json.loads(kept))


def ensure(db: Db) -> str:
    """Return the name of a library, given now if it has none."""
    return identity(db) or renew(db)


def renew(db: Db) -> str:
    """Give a library another name: a copy that is worked on becomes a library of its own."""
    name = new_uuid()
    set_setting(db, name=_NAME, value=json.dumps(name))
    return name
