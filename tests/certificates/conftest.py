"""A desk in an empty home that believes the headquarters of the tests."""

import pytest

from certificates import CertificateDesk
from tests.certificates.authority import authority
from tests.certificates.examples import RememberingOffice


@pytest.fixture
def office():
    return RememberingOffice()


@pytest.fixture
def home(tmp_path):
    authority().believed_in(tmp_path)
    return tmp_path


@pytest.fixture
def desk(home, office):
    return CertificateDesk(home, office)
