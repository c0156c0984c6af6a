package org.postern.contents;

import org.postern.mail.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The runs of the gateway that have used a journal, in a file beside it: what lies there came with the journal, and goes with it. An
 * older journal, or another, does not know the runs after it, and says nothing about what they have left. Used by one thread, at the start.
 */
final class JournalRuns {
    private static final String FILE = "content.runs";
    /** Whoever starts so often without its broker ever being looked through finds older contents by their age. */
    private static final int MOST = 1000;

    private final Path journal;

    JournalRuns(Path journal) {
        this.journal = journal;
    }

    /**
     * Enters this run; {@return the earlier ones, none where the journal lies elsewhere}
     *
     * @throws IOException when the file cannot be read or written; then nothing is known
     */
    Set<String> begin(String run) throws IOException {
        if (!Files.isDirectory(journal)) {
            return Set.of();
        }
        Path file = journal.resolve(FILE);
        List<String> runs = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
        Set<String> earlier = Set.copyOf(runs);
        runs.add(run);
        String text = String.join("\n", runs.subList(Math.max(0, runs.size() - MOST), runs.size())) + "\n";
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), OwnerOnly.file(journal))) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        }
        return earlier;
    }
}
