"""A second, slow look at a file that was believed: what is drawn, the credential's statements, pyHanko's opinion."""

from certificates.errors import OtherCode
from certificates.proof.attached import attached_credential
from certificates.proof.badge import read_credential
from certificates.proof.second_opinion import Opinion, second_opinion
from certificates.proof.strict import check_file, tokens_in
from certificates.proof.trust import Trust
from certificates.scan import scan


def look_again(data: bytes, trust: Trust) -> Opinion:
    """Half a second for a file.

    Raises as `check_file`, `OtherCode` where the page shows another code than the file says, `BadCredential`.
    """
    token = check_file(data, trust)
    drawn = scan(data).texts
    if drawn != frozenset(tokens_in(data)):
        raise OtherCode(codes=len(drawn))
    read_credential(attached_credential(data), token.device.sign, thoroughly=True)
    return second_opinion(data, trust)
