package org.postern.ra.tls;

import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import javax.security.auth.x500.X500Principal;

/** The pair a server without a certificate makes for itself, so that mail is encrypted though nobody knows who we are. */
final class SelfSigned {
    private static final String FILE = "self-signed.pem";
    private static final int YEARS = 10;
    private static final String DNS_NAME = "[A-Za-z0-9_]([A-Za-z0-9_.-]{0,253}[A-Za-z0-9])?";

    private SelfSigned() {}

    static Path fileIn(Path home) {
        return home.resolve(FILE);
    }

    /** {@return whether it had to be made} The file can be read by its owner only. */
    static boolean ensure(Path home, String serverName, InstantSource clock)
            throws IOException, GeneralSecurityException {
        Path file = fileIn(home);
        if (Files.exists(file)) {
            return false;
        }
        Files.createDirectories(home);
        Path beside = Files.createTempFile(home, FILE, ".new", ownerOnly(home));
        Files.writeString(beside, make(serverName, clock));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static String make(String serverName, InstantSource clock) throws GeneralSecurityException {
        boolean dns = serverName.matches(DNS_NAME);
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        var builder = SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal("CN=" + (dns ? serverName : "localhost")))
                .setKeyAlgorithmName("EC")
                .setKeySize(256)
                .setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(now.minusDays(1))
                .setNotValidAfter(now.plusYears(YEARS));
        if (dns) {
            builder.addExtension(false, "SubjectAlternativeName", "DNS:" + serverName);
        }
        try {
            SelfSignedX509CertificateAndSigningKey pair = builder.build();
            return Pem.text("CERTIFICATE", pair.getSelfSignedCertificate().getEncoded())
                    + Pem.text("PRIVATE KEY", pair.getSigningKey().getEncoded());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no self-signed certificate can be made for " + serverName, e);
        }
    }
}
