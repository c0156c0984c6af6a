package org.postern.notice;

import jakarta.mail.internet.MimeUtility;
import org.postern.mail.HeaderSection;

import java.io.UnsupportedEncodingException;
import java.util.Optional;

/** The subject of a message as people read it. */
final class Subject {
    private static final int MAX_LENGTH = 500;

    private Subject() {}

    static Optional<String> of(HeaderSection header) {
        return header.first("Subject").map(Subject::decoded).map(Subject::printable);
    }

    private static String decoded(String encoded) {
        try {
            return MimeUtility.decodeText(encoded);
        } catch (UnsupportedEncodingException unknown) {
            return encoded;
        }
    }

    /** {@return the text without control characters, and not longer than a person reads} */
    static String printable(String text) {
        String shortened = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
        StringBuilder printable = new StringBuilder(shortened.length());
        shortened.chars().forEach(c -> printable.append(Character.isISOControl(c) ? ' ' : (char) c));
        return printable.toString();
    }
}
