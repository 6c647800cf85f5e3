"""What kind of place a library lies in: on a disk of this machine, or where others reach in."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_NETWORKS = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "9p"),
    *("webdav", "davfs", "ceph", "glusterfs", "lustre", "beegfs", "afs", "vboxsf", "prl_fs"),
}
_REMOTE_FUSE = ("sshfs", "davfs", "rclone", "gvfs", "glusterfs", "s3fs", "smb", "google")
_SYNC_FOLDERS = (
    *("dropbox", "onedrive", "icloud drive", "iclouddrive", "com~apple~clouddocs"),
    *("google drive", "googledrive", "my drive", "nextcloud", "owncloud", "pcloud", "pclouddrive"),
    *("mega", "megasync", "seafile", "syncthing", "box sync", "tresorit", "creative cloud files"),
)
_SYNC_MARKS = (".stfolder", ".dropbox", ".owncloudsync.log", ".sync")
"""What programs that synchronise leave at the top of their folder."""


class Place(StrEnum):
    """Name the kinds of places."""

    DISK = "disk"
    NETWORK = "network"
    SYNCED = "synced"


def place_of(library: Path, *, file_system: str | None = None) -> Place:
    """Tell what kind of place a library lies in; the file system is asked for unless given."""
    folder = library.absolute().parent
    kind = file_system or bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode()
    if _is_network(kind.lower()) or str(folder).startswith("\\\\"):
        return Place.NETWORK
    if any(_is_synced(one) for one in (folder, *folder.parents)):
        return Place.SYNCED
    return Place.DISK


def _is_network(kind: str) -> bool:
    first, _, rest = kind.partition(".")
    return kind in _NETWORKS or (first == "fuse" and any(name in rest for name in _REMOTE_FUSE))


def _is_synced(folder: Path) -> bool:
    name = folder.name.lower()
    named = any(name == one or name.startswith((f"{one} ", f"{one}-")) for one in _SYNC_FOLDERS)
    return named or any((folder / mark).exists() for mark in _SYNC_MARKS)
