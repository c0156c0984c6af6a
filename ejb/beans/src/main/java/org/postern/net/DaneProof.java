package org.postern.net;

import org.postern.delivery.tls.DaneDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.dns.TlsaRecord;
import org.postern.sentence.Sentence;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Whether TLSA records vouch for the certificates that a server has shown (RFC 6698, 2.1; RFC 7672, 3). DANE-EE is about the server's
 * certificate or key and nothing else: names and times do not count. DANE-TA is about one of the authorities shown, from which a path
 * has to lead to the server's certificate, which has to be in its time and have one of the names.
 */
final class DaneProof {
    private static final Sentence.Form UNREADABLE = Sentence.form("certificateCannotBeRead",
            "a certificate cannot be read: {0}");
    private static final Sentence.Form NONE_VOUCHES = Sentence.form("noTlsaRecordVouches",
            "no TLSA record of {0} vouches for the certificate");
    private static final Sentence.Form LEADS_NOT_THERE = Sentence.form("certificateLeadsNotThere",
            "the certificate does not lead to the authority that TLSA names: {0}");

    private final DaneDemand demand;
    private final CertificateProof proof;

    DaneProof(DaneDemand demand, CertificateProof proof) {
        this.demand = demand;
        this.proof = proof;
    }

    /** Fails if no record vouches for it. */
    void require() throws TlsFailure {
        try {
            if (!hasServerKey()) {
                requireAnchor();
            }
        } catch (CertificateEncodingException e) {
            throw new TlsFailure(TlsFault.VALIDATION_FAILURE, UNREADABLE.with(String.valueOf(e.getMessage())));
        }
    }

    private boolean hasServerKey() throws CertificateEncodingException {
        return matches(TlsaRecord.DANE_EE, proof.server());
    }

    private void requireAnchor() throws CertificateEncodingException, TlsFailure {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate authority : proof.chain().subList(1, proof.chain().size())) {
            if (matches(TlsaRecord.DANE_TA, authority)) {
                anchors.add(new TrustAnchor(authority, null));
            }
        }
        if (anchors.isEmpty()) {
            throw new TlsFailure(TlsFault.VALIDATION_FAILURE,
                    NONE_VOUCHES.with(demand.base()));
        }
        requirePath(anchors);
        proof.requireName(demand.names());
    }

    private void requirePath(Set<TrustAnchor> anchors) throws TlsFailure {
        try {
            X509CertSelector server = new X509CertSelector();
            server.setCertificate(proof.server());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, server);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(CertStore.getInstance("Collection",
                    new CollectionCertStoreParameters(proof.chain())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new TlsFailure(TlsFault.CERTIFICATE_NOT_TRUSTED,
                    LEADS_NOT_THERE.with(String.valueOf(e.getMessage())));
        }
    }

    private boolean matches(int usage, X509Certificate certificate) throws CertificateEncodingException {
        List<TlsaRecord> records = demand.records().stream().filter(tlsa -> tlsa.usage() == usage).toList();
        for (TlsaRecord tlsa : records) {
            byte[] selected = tlsa.selector() == 0
                    ? certificate.getEncoded()
                    : SubjectKey.of(certificate.getTBSCertificate());
            if (HexFormat.of().formatHex(digest(tlsa.matching(), selected)).equals(tlsa.association())) {
                return true;
            }
        }
        return false;
    }

    private static byte[] digest(int matching, byte[] octets) {
        try {
            return switch (matching) {
                case 0 -> octets;
                case 1 -> MessageDigest.getInstance("SHA-256").digest(octets);
                default -> MessageDigest.getInstance("SHA-512").digest(octets);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-2", e);
        }
    }
}
