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

/**
 * Marks in two files of the data folder. They hold some ten thousand, seconds of the fastest delivery: longer than it takes to acknowledge
 * a message.
 */
@Singleton
public class FiledMarks implements TakenMarks {
    private static final int CAPACITY = 4 << 20;

    private final Map<String, MarkCodec.Mark> before = new HashMap<>();
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
            before.merge(mark.taking(), mark, FiledMarks::both);
        } catch (IllegalArgumentException ofAnotherVersion) {
            // nobody wrote it who would be here to read it
        }
    }

    private static MarkCodec.Mark both(MarkCodec.Mark earlier, MarkCodec.Mark later) {
        Map<String, Diagnosis.Taken> said = new HashMap<>(earlier.said());
        said.putAll(later.said());
        return new MarkCodec.Mark(earlier.taking(), said);
    }

    @Override
    public void mark(String taking, List<RecipientResult> taken) {
        byte[] octets = MarkCodec.write(taking, taken);
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
        if (before.isEmpty()) {
            return List.of();
        }
        Optional<MarkCodec.Mark> mark = Optional.ofNullable(before.get(taking));
        return mark.map(one -> recipients.stream()
                .filter(recipient -> one.said().containsKey(recipient.path().toString()))
                .map(recipient -> new RecipientResult(recipient, one.said().get(recipient.path().toString())))
                .toList()).orElse(List.of());
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
