package org.postern.admin.learn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.content.learn.Label;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Sample;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleReader;
import org.postern.content.teach.SampleStore;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.queue.WaitingMail;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person teaches the classifier, and takes back. What is taught or forgotten is learnt within a minute or so. */
@Desk
@Singleton
public class LearningDesk {
    /** Messages that one person may teach a day, without those imported. */
    public static final int MOST_A_DAY = 200;
    private static final Sentence.Form MESSAGE = Sentence.form("auditLearnMessageX", "message {0}");
    private static final Sentence A_MESSAGE = Sentence.form("auditLearnAMessage", "a message").with();
    private static final Sentence SHOWN_AGAIN = Sentence.form("auditLearnShownAgain", "a message that was shown again")
            .with();
    private static final Sentence.Form TAUGHT_BY = Sentence.form("auditLearnTaughtByX", "taught by {0}");
    private static final Duration IMPORT = Duration.ofMinutes(15);
    private static final int MOST_IMPORTS = 1000;

    private final SampleStore samples;
    private final ModelStore models;
    private final LiveModel live;
    private final WaitingMail waiting;
    private final AuditLog log;
    private final InstantSource clock;
    private final Counters imported;

    @Inject
    LearningDesk(SampleStore samples, ModelStore models, LiveModel live, WaitingMail waiting, AuditLog log,
            InstantSource clock) {
        this.samples = samples;
        this.models = models;
        this.live = live;
        this.waiting = waiting;
        this.log = log;
        this.clock = clock;
        this.imported = new InMemoryCounters(clock, MOST_IMPORTS);
    }

    /** What came of teaching one message. */
    public enum Taught {
        /** It is kept. */
        KEPT("learnt"),
        /** It is too large to be kept. */
        TOO_LARGE("has more features than a sample may have"),
        /** The person has taught enough for today. */
        TOO_MANY("was not learnt: one person teaches " + MOST_A_DAY + " messages a day at most"),
        /** It is no longer there. */
        GONE("no longer waits");

        private final String words;

        Taught(String words) {
            this.words = words;
        }

        /** {@return it in a few words, for people} */
        public String words() {
            return words;
        }
    }

    /**
     * Takes a message of a collection as a sample. What a person imports without a pause of half an hour is one act.
     *
     * @param content of the message; read to its end, and not closed
     * @throws IOException when it cannot be read
     */
    @Acts(value = Role.OPERATOR, as = "messages imported", writesItself = true)
    public Taught importOne(Label label, InputStream content, String by) throws IOException {
        if (imported.add(label + " " + by, 1, IMPORT) == 1) {
            Caller.current()
                    .ifPresent(one -> log.write(new AuditLine(0, now(), one.name(), one.role(), "messages imported",
                            word(label), "", TAUGHT_BY.with(by).toString())));
        }
        return put(SampleReader.read(content, label, now()), by, true);
    }

    /** Takes a message that waits as a sample; it goes on waiting. */
    @Acts(value = Role.OPERATOR, as = "message taught")
    public Taught teach(Label label, String key, String by) {
        Act.tells(MESSAGE.with(key), Act.NOTHING, Sentence.asItIs(word(label)));
        Taught taught = taughtOnce(label, key, by);
        if (taught != Taught.KEPT) {
            Act.didNothing();
        }
        return taught;
    }

    private Taught taughtOnce(Label label, String key, String by) {
        return hasTaughtEnough(by)
                ? Taught.TOO_MANY
                : read(label, key).map(sample -> put(sample, by, false)).orElse(Taught.GONE);
    }

    private boolean hasTaughtEnough(String by) {
        return samples.countOf(by, now().truncatedTo(ChronoUnit.DAYS)) >= MOST_A_DAY;
    }

    /** {@return a message that waits as a sample, which is not kept yet; empty if it no longer waits} */
    @Looks(Role.OPERATOR)
    public Optional<Sample> read(Label label, String key) {
        List<Sample> read = new ArrayList<>();
        waiting.look(key, message -> {
            try (InputStream content = message.mail().message().content().open()) {
                read.add(SampleReader.read(content, label, now()));
            } catch (IOException e) {
                throw new UncheckedIOException("the content cannot be read", e);
            }
        });
        return read.stream().findFirst();
    }

    /** Takes as a sample what was read of a message while it waited. */
    @Acts(value = Role.OPERATOR, as = "message taught")
    public Taught keep(Sample sample, String by) {
        Act.tells(A_MESSAGE, Act.NOTHING, Sentence.asItIs(word(sample.label())));
        Taught taught = hasTaughtEnough(by) ? Taught.TOO_MANY : put(sample, by, false);
        if (taught != Taught.KEPT) {
            Act.didNothing();
        }
        return taught;
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Taught put(Sample sample, String by, boolean imported) {
        if (sample.features().packed().length > SampleStore.MOST_OCTETS) {
            return Taught.TOO_LARGE;
        }
        samples.put(sample, by, imported);
        return Taught.KEPT;
    }

    /**
     * {@return whether this message had been taught, which is forgotten now}
     *
     * @throws IOException when it cannot be read
     */
    @Acts(value = Role.OPERATOR, as = "message forgotten")
    public boolean forget(InputStream content) throws IOException {
        Act.tells(SHOWN_AGAIN, Act.NOTHING, Act.NOTHING);
        return forgotten(content);
    }

    private boolean forgotten(InputStream content) throws IOException {
        return samples.forget(SampleReader.read(content, Label.HAM, now()).key());
    }

    /** {@return whether this message waits, and had been taught, which is forgotten now} */
    @Acts(value = Role.OPERATOR, as = "message forgotten")
    public boolean forget(String key) {
        Act.tells(MESSAGE.with(key), Act.NOTHING, Act.NOTHING);
        List<Boolean> forgotten = new ArrayList<>();
        waiting.look(key, message -> {
            try (InputStream content = message.mail().message().content().open()) {
                forgotten.add(forgotten(content));
            } catch (IOException e) {
                throw new UncheckedIOException("the content cannot be read", e);
            }
        });
        return forgotten.contains(true);
    }

    /** {@return how many samples this person had taught, which are forgotten now} */
    @Acts(value = Role.ADMINISTRATOR, as = "samples forgotten")
    public int forgetAllOf(String by) {
        return samples.forgetAllOf(by);
    }

    /** {@return whether there is this version; all nodes judge by it soon} */
    @Acts(value = Role.ADMINISTRATOR, as = "model chosen")
    public boolean use(long version) {
        return models.use(version);
    }

    /** {@return how far the classifier has come} */
    @Looks(Role.AUDITOR)
    public LearningView look() {
        Map<Label, Long> counts = samples.counts();
        return new LearningView(counts.getOrDefault(Label.HAM, 0L), counts.getOrDefault(Label.SPAM, 0L),
                samples.teachers(), models.state(), live.number(), models.list());
    }
}
