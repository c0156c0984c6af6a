package org.postern.it.applications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation, as far as its code goes.
 *
 * @param blocks in their order
 */
record Page(List<Block> blocks) {
    private static final String FENCE = "```";
    private static final String INDENTED = "    ";

    /**
     * What stands in a block of code.
     *
     * @param heading below which it stands
     * @param language as the page names it; empty where it does not
     * @param text word for word
     */
    record Block(String heading, String language, String text) {
        /** {@return where it stands and what it is in} */
        String place() {
            return heading + ": " + language;
        }
    }

    /** {@return a page of the folder {@code docs}} */
    static Page of(String name) {
        try {
            return read(Files.readAllLines(Path.of(System.getProperty("postern.root"), "docs", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (line.startsWith(FENCE)) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf(FENCE);
                blocks.add(new Block(heading, line.substring(FENCE.length()), text(lines.subList(at + 1, end))));
                at = end;
            } else if (line.startsWith(INDENTED)) {
                blocks.add(new Block(heading, "", line));
            }
        }
        return new Page(List.copyOf(blocks));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** {@return the only block in this language below this heading} */
    String only(String heading, String language) {
        return all(heading, language).getFirst();
    }

    /** {@return the blocks in this language below this heading} */
    List<String> all(String heading, String language) {
        List<String> texts = blocks.stream()
                .filter(block -> block.heading().equals(heading) && block.language().equals(language))
                .map(Block::text)
                .toList();
        if (texts.isEmpty()) {
            throw new AssertionError("no " + language + " below " + heading + " among " + blocks);
        }
        return texts;
    }
}
