package org.postern.marks;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;
import org.postern.delivery.TakenMarks;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.mail.Recipient;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Marks in two files of the data folder. They hold some ten thousand, seconds of the fastest delivery: longer than it takes to acknowledge
 * a message.
 */
@Singleton
public class FiledMarks implements TakenMarks {
    private static final int CAPACITY = 4 << 20;

    /** Takings of this run that could not be dealt with; beyond so many, both stores are away, and nothing is begun. */
    private static final int MOST_OPEN = 10_000;

    private final Map<String, Map<String, Diagnosis.Taken>> known = new ConcurrentHashMap<>();
    private Optional<MarkFiles> files = Optional.empty();

    @Inject
    FiledMarks(DataFolder data) {
        try {
            MarkFiles.Begun begun = MarkFiles.begin(data.marks(), CAPACITY);
            files = Optional.of(begun.files());
            begun.earlier().forEach(this::learn);
        } catch (IOException | RuntimeException e) {
            MarksLog.LOG.noMarks(data.marks().toString(), e.toString());
        }
    }

    private void learn(byte[] octets) {
        try {
            MarkCodec.Mark mark = MarkCodec.read(octets);
            learn(mark.taking(), mark.said());
        } catch (IllegalArgumentException ofAnotherVersion) {
            // nobody wrote it who would be here to read it
        }
    }

    private void learn(String taking, Map<String, Diagnosis.Taken> said) {
        known.merge(taking, said, FiledMarks::both);
    }

    private static Map<String, Diagnosis.Taken> both(Map<String, Diagnosis.Taken> earlier,
            Map<String, Diagnosis.Taken> later) {
        Map<String, Diagnosis.Taken> both = new HashMap<>(earlier);
        both.putAll(later);
        return both;
    }

    @Override
    public void mark(String taking, List<RecipientResult> taken) {
        Map<String, Diagnosis.Taken> said = MarkCodec.said(taken);
        byte[] octets = MarkCodec.write(taking, said);
        if (known.size() < MOST_OPEN) {
            learn(taking, said);
        }
        synchronized (this) {
            if (files.isPresent()) {
                write(files.get(), octets);
            }
        }
    }

    private void write(MarkFiles target, byte[] octets) {
        try {
            target.write(octets);
        } catch (IOException e) {
            MarksLog.LOG.notMarked(e.toString());
        }
    }

    @Override
    public List<RecipientResult> before(String taking, List<Recipient> recipients) {
        Map<String, Diagnosis.Taken> said = known.getOrDefault(taking, Map.of());
        return said.isEmpty()
                ? List.of()
                : recipients.stream()
                        .filter(recipient -> said.containsKey(recipient.path().toString()))
                        .map(recipient -> new RecipientResult(recipient, said.get(recipient.path().toString())))
                        .toList();
    }

    @Override
    public void done(String taking) {
        known.remove(taking);
    }

    @PreDestroy
    void end() {
        synchronized (this) {
            files.ifPresent(this::close);
        }
    }

    private void close(MarkFiles open) {
        try {
            open.close();
        } catch (IOException e) {
            MarksLog.LOG.notMarked(e.toString());
        }
    }
}
