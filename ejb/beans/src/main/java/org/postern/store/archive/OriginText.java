package org.postern.store.archive;

import org.postern.queue.Origin;
import org.postern.store.Bounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who handed in a message, as text: a line for each thing, empty where nothing is known. */
final class OriginText {
    private static final int LINES = 6;

    private OriginText() {}

    static String write(Origin origin) {
        return Stream.of(origin.client(), origin.clientName(), origin.helo(), origin.tls(), origin.user(),
                origin.listener())
                .map(one -> Bounded.address(one.orElse("")).replaceAll("\\p{Cntrl}", "?"))
                .collect(Collectors.joining("\n"));
    }

    static Origin read(String text) {
        List<Optional<String>> lines = new ArrayList<>(LINES);
        for (String line : text.split("\n", LINES)) {
            lines.add(Optional.of(line).filter(one -> !one.isEmpty()));
        }
        while (lines.size() < LINES) {
            lines.add(Optional.empty());
        }
        return new Origin(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4), lines.get(5));
    }
}
