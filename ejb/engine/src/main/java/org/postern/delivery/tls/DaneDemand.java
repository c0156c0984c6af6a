package org.postern.delivery.tls;

import org.postern.dns.TlsaRecord;

import java.util.List;
import java.util.Optional;

/**
 * By TLS with a certificate that one of these records vouches for (RFC 7672). Without a record that can be used, by TLS with any
 * certificate.
 *
 * @param policy for reports
 * @param base the name that the records stand at, told to the server (RFC 7672, 8.1)
 * @param names one of which the certificate has to have where an authority vouches for it (DANE-TA)
 * @param records those that can be used: DANE-TA and DANE-EE alone
 */
public record DaneDemand(PublishedPolicy policy, String base, List<String> names, List<TlsaRecord> records)
        implements
            TlsDemand {
    public DaneDemand {
        names = List.copyOf(names);
        records = List.copyOf(records);
    }

    @Override
    public boolean isMetBy(Protection protection) {
        return protection.demand().equals(this)
                && (records.isEmpty() ? protection.tls().isPresent() : protection.isVerified());
    }

    @Override
    public Optional<PublishedPolicy> published() {
        return Optional.of(policy);
    }

    @Override
    public String toString() {
        return records.isEmpty()
                ? "dane, any certificate, because no TLSA record of " + base + " can be used"
                : "dane by TLSA of " + base;
    }
}
