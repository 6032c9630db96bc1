"""One detached signature for a whole build: Ed25519 (RFC 8032) over the bytes of its manifest.

The manifest lists each file with its digest, so that who trusts the key of the organisation trusts every
leaflet of the build, without a monograph at hand. Keys are PEM files (RFC 8410, PKCS 8) and the signature
is 64 bytes, as OpenSSL makes and checks them as well. `cryptography` does the work (`leaflet[sign]`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ENDING = ".sig"
"""What the name of a signature has after that of the file it signs."""

LENGTH = 64
"""Bytes of a signature."""


class KeyFileError(ValueError):
    """A file that holds no key of the kind that is wanted; the message says what it is."""


def new_key() -> tuple[bytes, bytes]:
    """Return a new secret key and its public key, each as the text of a PEM file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), _public(key)


def public_of(secret: bytes) -> bytes:
    """Return the public key of a secret one, both as PEM; raise `KeyFileError`."""
    return _public(_secret(secret))


def sign(data: bytes, secret: bytes) -> bytes:
    """Return the signature of some bytes by a secret key in PEM; raise `KeyFileError`."""
    return _secret(secret).sign(data)


def is_signed(data: bytes, signature: bytes, public: bytes) -> bool:
    """Tell whether a signature was made of just these bytes by the owner of a public key in PEM.

    Raises `KeyFileError` where the key is none.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(public)
    except Exception as error:
        raise KeyFileError("it holds no public key in PEM") from error
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFileError("its key is of another kind than Ed25519")
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True


def _secret(secret: bytes) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(secret, password=None)
    except Exception as error:
        raise KeyFileError("it holds no secret key in PEM, or one with a password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError("its key is of another kind than Ed25519")
    return key


def _public(key: "Ed25519PrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
