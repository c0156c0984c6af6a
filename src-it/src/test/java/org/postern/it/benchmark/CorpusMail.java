package org.postern.it.benchmark;

import org.postern.content.MessageReader;
import org.postern.content.learn.FeatureSet;
import org.postern.content.learn.Label;
import org.postern.content.learn.MessageFeatures;
import org.postern.content.learn.Sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** One mail of a corpus: the name of its file, what the corpus says it is, and its octets with CRLF at the ends of the lines. */
final class CorpusMail {
    private static final int DIGITS = 5;

    private final String key;
    private final Label label;
    private final byte[] octets;

    CorpusMail(String key, Label label, byte[] octets) {
        this.key = key;
        this.label = label;
        this.octets = octets;
    }

    String key() {
        return key;
    }

    Label label() {
        return label;
    }

    byte[] octets() {
        return octets;
    }

    /** {@return the mails of one collection whose numbers are wanted} */
    static List<CorpusMail> collection(Path folder, Label label, IntPredicate wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> wanted.test(Integer.parseInt(file.getFileName().toString().substring(0, DIGITS))))
                    .sorted()
                    .map(file -> new CorpusMail(file.getFileName().toString(), label, octets(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FeatureSet features() {
        try {
            return MessageFeatures.of(MessageReader.read(new ByteArrayInputStream(octets)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sample sample() {
        return new Sample(key, label, Instant.EPOCH, features());
    }
}
