"""A desk in an empty home."""

import pytest

from certificates import CertificateDesk
from tests.certificates.examples import RememberingOffice


@pytest.fixture
def office():
    return RememberingOffice()


@pytest.fixture
def desk(tmp_path, office):
    return CertificateDesk(tmp_path, office)
