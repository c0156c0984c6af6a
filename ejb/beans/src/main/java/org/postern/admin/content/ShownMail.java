package org.postern.admin.content;

import org.postern.content.Exceeded;
import org.postern.content.Field;
import org.postern.content.preview.Hop;
import org.postern.content.preview.LeafPart;
import org.postern.content.preview.ReceivedChain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message is made of.
 *
 * @param key of the parked mail
 * @param fields of its header section, decoded
 * @param parts those in which no others lie
 * @param exceeded what could not be looked at, and why
 * @param size octets of all of it
 */
public record ShownMail(String key, List<Field> fields, List<LeafPart> parts, Set<Exceeded> exceeded, long size) {
    private static final List<String> FIRST = List.of("From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID");

    public ShownMail {
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        exceeded = Set.copyOf(exceeded);
    }

    /** {@return the fields that people look at first, each once; what comes again is among all of them} */
    public List<Field> first() {
        return FIRST.stream().map(this::field).flatMap(Optional::stream).toList();
    }

    /** {@return the way it took, by its Received fields, the earliest hop first} */
    public List<Hop> hops() {
        return ReceivedChain.of(fields);
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
    }

    /** {@return whether it has text that is HTML, or that is not} */
    public boolean hasText(boolean html) {
        return parts.stream().map(LeafPart::part).anyMatch(part -> part.isText() && part.isHtml() == html);
    }

    /** {@return whether something was not looked at, so that parts or fields may be missing} */
    public boolean isCut() {
        return exceeded.stream().anyMatch(what -> what != Exceeded.TEXT);
    }
}
