package org.postern.store.parked;

import org.postern.content.EncodedWords;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;
import org.postern.store.Bounded;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The fields of a message that people tell it by, as they read them; either may be empty.
 *
 * @param subject at most 200 characters
 * @param author the From field, at most 320 characters
 */
public record ShownFields(String subject, String author) {
    /** How long the columns are. */
    private static final int SUBJECT = 200;
    private static final int AUTHOR = 320;

    /** {@return those of this message} */
    public static ShownFields of(Content content) {
        try {
            HeaderSection header = HeaderSection.of(content);
            return new ShownFields(shown(header, "Subject", SUBJECT), shown(header, "From", AUTHOR));
        } catch (IOException e) {
            throw new UncheckedIOException("the header section cannot be read", e);
        }
    }

    private static String shown(HeaderSection header, String name, int longest) {
        return Bounded.shown(EncodedWords.decode(header.first(name).orElse("")), longest);
    }
}
