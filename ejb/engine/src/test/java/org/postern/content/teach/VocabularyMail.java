package org.postern.content.teach;

import org.postern.content.learn.Label;
import org.postern.content.learn.Learning;
import org.postern.content.learn.Lesson;
import org.postern.content.learn.Model;
import org.postern.content.learn.Sample;
import org.postern.content.learn.SideBySide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Mail made of words that ham has, that spam has, and that both have. */
public final class VocabularyMail {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> HAM = List.of("meeting", "agenda", "minutes", "report", "invoice", "project");
    private static final List<String> SPAM = List.of("pills", "winner", "casino", "lottery", "credit", "offer");

    private VocabularyMail() {}

    /** {@return the text of a body, another one for each seed} */
    public static String text(Label label, long seed) {
        Random random = new Random(seed);
        List<String> own = label == Label.HAM ? HAM : SPAM;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(random.nextInt(3) == 0
                    ? own.get(random.nextInt(own.size()))
                    : Integer.toString(random.nextInt(100_000), 36)).append(i % 10 == 9 ? "\r\n" : " ");
        }
        return text.toString();
    }

    static byte[] mail(Label label, long seed) {
        return ("From: a@b.example\r\nSubject: x\r\n\r\n" + text(label, seed)).getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return a sample, another one for each seed} */
    public static Sample sample(Label label, long seed) {
        try {
            return SampleReader.read(new ByteArrayInputStream(mail(label, seed)), label, START.plusSeconds(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return so many of each label} */
    public static List<Sample> samples(int each) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            samples.add(sample(Label.HAM, i));
            samples.add(sample(Label.SPAM, 10_000 + i));
        }
        return samples;
    }

    /** {@return a model that tells them apart} */
    public static Model model() {
        return ((Lesson.Better) new Learning(SideBySide.IN_TURN).learn(() -> samples(Learning.LEAST),
                Optional.empty())).model();
    }
}
