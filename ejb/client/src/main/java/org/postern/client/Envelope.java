package org.postern.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who sends mail and who is to get it, outside of its content (RFC 5321, 2.3.1). Whatever it holds can be written as text and is read back as the same.
 *
 * @param reversePath the address of the sender, who is told of failures; empty for the null reverse-path
 * @param parameters of MAIL, by keyword in upper case; with the empty text where one has no value
 * @param recipients in their order
 */
public record Envelope(String reversePath, Map<String, String> parameters, List<Recipient> recipients) {
    /**
     * One who is to get it.
     *
     * @param address such as {@code a@b.example}
     * @param parameters of RCPT for this one alone, such as NOTIFY
     */
    public record Recipient(String address, Map<String, String> parameters) {
        /** @throws IllegalArgumentException when it is no address, or a parameter is none */
        public Recipient {
            refuse(Address.fault(address));
            parameters = sorted(parameters);
        }
    }

    /** @throws IllegalArgumentException when the sender is neither an address nor empty, or a parameter is none */
    public Envelope {
        if (!reversePath.isEmpty()) {
            refuse(Address.fault(reversePath));
        }
        parameters = sorted(parameters);
        recipients = List.copyOf(recipients);
    }

    private static Map<String, String> sorted(Map<String, String> parameters) {
        parameters.forEach((keyword, value) -> refuse(EnvelopeLines.fault(keyword, value)));
        return Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    private static void refuse(Optional<String> fault) {
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /**
     * {@return the envelope that is written in the syntax of SMTP: a MAIL line, then a RCPT line for each recipient, each ended by CRLF}
     *
     * @throws MalformedMessageException when it is none
     */
    public static Envelope parse(String text) throws MalformedMessageException {
        return EnvelopeLines.read(text);
    }

    /** {@return whether it comes from nobody, as reports and automatic answers do: it must not be answered} */
    public boolean isFromNobody() {
        return reversePath.isEmpty();
    }

    /** {@return the addresses of the recipients in their order} */
    public List<String> addresses() {
        return recipients.stream().map(Recipient::address).toList();
    }

    /** {@return the text that {@link #parse} reads} */
    @Override
    public String toString() {
        return EnvelopeLines.write(this);
    }
}
