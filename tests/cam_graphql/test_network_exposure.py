import pytest

from cam_graphql.network_exposure import reaches_others


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.8.7", "::1", "localhost", "::ffff:127.0.0.1"])
def test_loopback_is_reached_by_nobody_else(host: str) -> None:
    assert not reaches_others(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "0", "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7"])
def test_all_else_can_be_reached_by_others(host: str) -> None:
    assert reaches_others(host)


@pytest.mark.parametrize("host", ["no such host", "[::1]", "a" * 300])
def test_what_is_no_address_is_refused_with_a_remedy(host: str) -> None:
    with pytest.raises(OSError, match=r"not known here.*CAM_HOST"):
        reaches_others(host)
