package org.postern.delivery.tls;

import java.util.Locale;

/** Why a session is not what the policy of its domain wants, in the words of reports (RFC 8460, 4.3). */
public enum TlsFault {
    STARTTLS_NOT_SUPPORTED, CERTIFICATE_HOST_MISMATCH, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_TRUSTED,
    /** Anything else. */
    VALIDATION_FAILURE, TLSA_INVALID,
    /** No valid answer about MX, address or TLSA records. */
    DNSSEC_INVALID, DANE_REQUIRED, STS_POLICY_FETCH_ERROR, STS_POLICY_INVALID,
    /** The certificate of the host that has the policy does not do. */
    STS_WEBPKI_INVALID;

    /** {@return the result type} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
