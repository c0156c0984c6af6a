package org.postern.content;

import java.util.List;

/**
 * What one pass over a message found. Holds no more than some 400 KB, whatever the message is.
 *
 * @param structure its parts
 * @param fields its header section without those of its parts, from the top: at most {@value ContentLimits#FIELDS}, from at most
 *        {@value ContentLimits#HEADER} octets
 * @param texts the text in it, in the order in which it stands; at most {@value ContentLimits#TEXT} characters, from the first
 *        {@value ContentLimits#OCTETS_OF_TEXT} octets of the message
 */
public record ReadMessage(MessageStructure structure, List<Field> fields, List<Text> texts) {
    public ReadMessage {
        fields = List.copyOf(fields);
        texts = List.copyOf(texts);
    }

    /** {@return the body of the first field of this name, or an empty text} */
    public String first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::body)
                .findFirst()
                .orElse("");
    }
}
