package org.postern.receiver;

import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a listener is for, which decides what it offers and demands. */
public enum ProtocolRole {
    /** Takes mail from other servers (RFC 5321). */
    MX,
    /** Takes mail from users, who sign in (RFC 6409). */
    SUBMISSION,
    /** Takes mail for final delivery, with a reply for each recipient (RFC 2033). */
    LMTP;

    /** {@return the refusal of what needs a greeting first} */
    public Reply helloFirst() {
        return this == LMTP ? Replies.SAY_LHLO_FIRST : Replies.SAY_HELLO_FIRST;
    }

    /** {@return the protocol that is spoken, as the greeting names it} */
    public String protocol() {
        return this == LMTP ? "LMTP" : "ESMTP";
    }

    /**
     * {@return the role of this name, in any case}
     *
     * @throws IllegalArgumentException when there is none; says which there are
     */
    public static ProtocolRole of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "protocolRole '" + name + "' is unknown: use one of " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(r -> r.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
