"""Where a library had better not lie."""

from pathlib import Path

import pytest

from variorum.app.places import Place, place_of


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "smbfs", "fuse.sshfs", "fuse.rclone"])
def test_network_drives(kind: str) -> None:
    """File systems of other machines are known by name."""
    assert place_of(Path("/srv/desk.variorum"), file_system=kind) is Place.NETWORK


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "apfs", "NTFS", "fuseblk", "tmpfs"])
def test_disks_of_this_machine(kind: str) -> None:
    """Other file systems are no reason to warn."""
    assert place_of(Path("/srv/desk.variorum"), file_system=kind) is Place.DISK


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Gazette", "Nextcloud", "iCloud Drive"])
def test_synchronised_folders_by_name(tmp_path: Path, folder: str) -> None:
    """A folder below one that is synchronised is synchronised too."""
    inside = tmp_path / folder / "desk"
    inside.mkdir(parents=True)

    assert place_of(inside / "desk.variorum") is Place.SYNCED


def test_synchronised_folders_by_their_mark(tmp_path: Path) -> None:
    """What a program that synchronises leaves in its folder gives it away."""
    (tmp_path / ".stfolder").mkdir()

    assert place_of(tmp_path / "desk.variorum") is Place.SYNCED


def test_an_ordinary_folder(tmp_path: Path) -> None:
    """The folder of a test is no such place."""
    assert place_of(tmp_path / "desk.variorum") is Place.DISK
