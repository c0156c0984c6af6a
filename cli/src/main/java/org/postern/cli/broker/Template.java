package org.postern.cli.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text that lies beside this class, with places such as {@code @NAME@}. */
record Template(String text) {
    private static final List<String> QUEUES = List.of("outgoing", "outgoing.bulk", "incoming", "submit", "submit.bulk",
            "archive", "events", "dead");

    /** {@return the text of this name} */
    static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text with this in all such places} */
    Template with(String place, String value) {
        return new Template(text.replace("@" + place + "@", value));
    }

    /** {@return a line for each queue of the gateway} */
    static String forEachQueue(Function<String, String> line) {
        return QUEUES.stream().map(queue -> line.apply("postern." + queue)).collect(Collectors.joining("\n"));
    }
}
