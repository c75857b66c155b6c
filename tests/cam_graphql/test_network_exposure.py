import pytest

from cam_graphql.network_exposure import ExposureRefused, check_bind


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.8.7", "::1", "localhost", "::ffff:127.0.0.1"])
def test_loopback_is_open(host: str) -> None:
    check_bind(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "0", "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7"])
def test_what_others_could_reach_is_refused_with_a_remedy(host: str) -> None:
    with pytest.raises(ExposureRefused, match=r"CAM_HOST.*127\.0\.0\.1"):
        check_bind(host)


@pytest.mark.parametrize("host", ["no such host", "[::1]", "a" * 300])
def test_what_is_no_address_is_refused_with_a_remedy(host: str) -> None:
    with pytest.raises(ExposureRefused, match=r"not known here.*CAM_HOST"):
        check_bind(host)
