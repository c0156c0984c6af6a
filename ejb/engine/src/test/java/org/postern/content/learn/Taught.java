package org.postern.content.learn;

import org.postern.content.Mails;
import org.postern.content.ReadMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Samples for tests: mail made of words that ham has, that spam has, and that both have. */
final class Taught {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] HAM = {"meeting", "agenda", "minutes", "report", "invoice", "project", "review",
            "attached"};
    private static final String[] SPAM = {"pills", "winner", "casino", "viagra", "free", "lottery", "credit", "offer"};

    private Taught() {}

    static ReadMessage mail(Label label, long seed) {
        Random random = new Random(seed);
        String[] own = label == Label.HAM ? HAM : SPAM;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(random.nextInt(3) == 0
                    ? own[random.nextInt(own.length)]
                    : Integer.toString(random.nextInt(100_000), 36)).append(' ');
        }
        return Mails.read("From: a@b.example\nSubject: " + own[random.nextInt(own.length)] + "\n\n" + text + "\n");
    }

    static Sample sample(Label label, int number) {
        return new Sample(label + "-" + number, label, START.plusSeconds(number),
                MessageFeatures.of(mail(label, number)));
    }

    static List<Sample> samples(int ham, int spam) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < ham; i++) {
            samples.add(sample(Label.HAM, i));
        }
        for (int i = 0; i < spam; i++) {
            samples.add(sample(Label.SPAM, 100_000 + i));
        }
        return samples;
    }
}
