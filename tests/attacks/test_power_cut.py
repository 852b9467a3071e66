"""The guest's power cuts run in `make torture`; here, that a machine that cannot do them says why."""

from tests.attacks import power_cut


def test_a_machine_without_the_guests_kernel_says_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    (skipped,) = power_cut.run(cuts=1, control_cuts=1, seed=1, tell=lambda _: None)
    assert "linux.uml" in skipped.verdict
    assert "user-mode-linux" in skipped.verdict
    assert skipped.passed


def test_who_may_not_mount_an_image_is_told_so(monkeypatch):
    monkeypatch.setattr(power_cut.shutil, "which", lambda name: name)
    monkeypatch.setattr(power_cut.os, "geteuid", lambda: 1000)
    assert power_cut.missing() == "mounting an image needs root"
