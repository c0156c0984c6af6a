package org.postern.event;

/** What somebody looks for, read from the one line that was typed or pasted. */
public sealed interface Sought {
    /** No restriction. */
    record Anything() implements Sought {}

    /** The messages from or to this address, or with this Message-ID; case and the form of its domain do not matter. */
    record Address(String address) implements Sought {}

    /** The messages from or to this local part in any domain. */
    record LocalPart(String localPart) implements Sought {}

    /** The messages from or to any address in exactly this domain. */
    record DomainName(String domain) implements Sought {}

    /** The messages from or to any address in exactly this domain, and those of a client that greeted with this name. */
    record HostName(String name) implements Sought {}

    /** The messages with the null reverse-path. */
    record NullReversePath() implements Sought {}

    /** What came from this client: an IP address as {@link TracedClient#canonical} writes it. */
    record Client(String address) implements Sought {}

    /** The messages with this Message-ID, as {@link HeaderFacts#keptId} writes it. */
    record MessageId(String id) implements Sought {}

    /** The messages with these words, one after the other, in their Subject, as {@link HeaderFacts#keptSubject} writes them. */
    record Subject(String words) implements Sought {}

    /**
     * A queue id, here or at the next server, the beginning of one of ours, a session's reference, or a client's name; if there is none, the
     * beginning of a local part, or a part of a Subject.
     */
    record Word(String text) implements Sought {}

    /** The longest text that is looked at, a reply of a server among it; the rest is ignored. */
    int MAX_LENGTH = 1000;

    /** {@return what the text asks for; anything can be asked for, and most of it is a {@link Word} or a {@link Subject}} */
    static Sought parse(String text) {
        return SoughtText.parse(text);
    }
}
