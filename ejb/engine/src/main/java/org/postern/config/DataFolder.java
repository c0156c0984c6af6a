package org.postern.config;

import java.nio.file.Path;

/**
 * The folder of everything that must last, and of what is spooled meanwhile.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {
    /** What certificates in {@link #brokerAuthorities} are sealed with; no secret, as they are none. */
    public static final String OF_AUTHORITIES = "postern";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** {@return where large content lies while it is dealt with; what a crash leaves there is worthless} */
    public Path spool() {
        return root.resolve("spool");
    }

    /** {@return where the broker keeps its journal} */
    public Path journal() {
        return root.resolve("journal");
    }

    /** {@return where the certificate lies that the gateway makes itself when it is given none} */
    public Path tls() {
        return root.resolve("tls");
    }

    /** {@return where it is noted what next servers have taken} */
    public Path marks() {
        return root.resolve("marks");
    }

    /** {@return where large content of mail in the gateway's own queues lies; it belongs to the broker's journal} */
    public Path content() {
        return root.resolve("content");
    }

    /** {@return where applications lie that are to run beside the gateway in a server of its own} */
    public Path deployments() {
        return root.resolve("deployments");
    }

    /** {@return the authorities that certificates of brokers elsewhere are checked by, as a PKCS #12 file; made at each start of what {@code broker.authorities} names} */
    public Path brokerAuthorities() {
        return root.resolve("server/broker-authorities.p12");
    }

    /** {@return where the secret lies that seals private keys, if no setting names another place} */
    public Path seal() {
        return root.resolve("dkim.seal");
    }
}
