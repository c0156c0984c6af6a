package org.postern.delivery.tls;

import org.postern.smtp.client.StartTls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a session with a server has to be protected by. {@code toString} names it in the trace. */
public sealed interface TlsDemand
        permits TlsDemand.None, TlsDemand.May, TlsDemand.Encrypt, TlsDemand.Verify, DaneDemand, StsDemand {
    /** {@return whether a session that came about under {@code protection} will do} */
    boolean isMetBy(Protection protection);

    /** {@return when STARTTLS is said} */
    default StartTls startTls() {
        return StartTls.ALWAYS;
    }

    /** {@return the policy of the domain itself that it comes from; none: the operator wants it so} */
    default Optional<PublishedPolicy> published() {
        return Optional.empty();
    }

    /** By nothing, even if TLS is offered. */
    record None() implements TlsDemand {
        @Override
        public boolean isMetBy(Protection protection) {
            return true;
        }

        @Override
        public StartTls startTls() {
            return StartTls.NEVER;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /** By TLS if it comes about, whatever the certificate (RFC 7435). */
    record May() implements TlsDemand {
        @Override
        public boolean isMetBy(Protection protection) {
            return protection.tls().isPresent() || protection.demand().equals(this);
        }

        @Override
        public StartTls startTls() {
            return StartTls.IF_OFFERED;
        }

        @Override
        public String toString() {
            return "may";
        }
    }

    /** By TLS, whatever the certificate. */
    record Encrypt() implements TlsDemand {
        @Override
        public boolean isMetBy(Protection protection) {
            return protection.tls().isPresent();
        }

        @Override
        public String toString() {
            return "encrypt";
        }
    }

    /**
     * By TLS with a certificate that leads to an authority and has one of these names (RFC 5280; RFC 9525, DNS-ID alone).
     *
     * @param names at least one; {@code .example.org} is any name below example.org
     * @param authorities PEM file of those that are believed; none: those that are believed everywhere
     */
    record Verify(List<String> names, Optional<Path> authorities) implements TlsDemand {
        public Verify {
            names = List.copyOf(names);
        }

        @Override
        public boolean isMetBy(Protection protection) {
            return protection.isVerified() && protection.demand().equals(this);
        }

        @Override
        public String toString() {
            return "verify";
        }
    }
}
