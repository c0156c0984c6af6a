package org.postern.it.strangers;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.OpenFiles;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays hostile strangers against a gateway with little memory and a small disk, while other mail flows; prints what everybody heard, what
 * the gateway needed, and whether other mail was hurt. See {@link StrangerOptions}. Needs root, for the disk, and many open files.
 */
public final class Strangers {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    /** How long other mail flows alone, before and behind. */
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Nobody gives way who was not silent for some seconds, and an honest client comes again when it hears 421. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** In per cent, of a disk and of the memory for what lasts. */
    private static final int FULL = 90;

    private final StrangerOptions options;
    private final Scene scene;
    private final OtherMail mail;
    private final List<Crowd> crowds;
    private final Watch watch;
    private final ServerLog log;

    private Strangers(StrangerOptions options, Scene scene, OtherMail mail) throws IOException {
        this.options = options;
        this.scene = scene;
        this.mail = mail;
        crowds = scene.crowds(options);
        watch = new Watch(scene.gateway(), scene.disk());
        log = new ServerLog(scene.gateway());
    }

    /** Ends with status 1 where something did not hold. */
    public static void main(String... arguments) throws Exception {
        StrangerOptions options = StrangerOptions.parse(arguments);
        if (OpenFiles.limit() < options.openFiles()) {
            throw new IllegalStateException("needs %d open files, has %d: ulimit -n %1$d".formatted(options.openFiles(),
                    OpenFiles.limit()));
        }
        boolean good;
        try (OtherMail mail = new OtherMail(); Scene scene = new Scene(options, mail.destination())) {
            good = new Strangers(options, scene, mail).play();
        }
        System.exit(good ? 0 : 1);
    }

    private boolean play() throws Exception {
        OUT.printf("%s for %d s; heap %d MB, disk %d MB%n", options.kinds(), options.time().toSeconds(),
                options.heap(), options.disk());
        watch.begin();
        Thread flow = Thread.ofVirtual().name("other-mail").start(this::flow);
        stay(ALONE);
        crowds.forEach(Crowd::come);
        stay(options.time());
        for (Crowd crowd : crowds) {
            crowd.leave();
        }
        stay(ALONE);
        mail.stop(watch.isAlive() ? PATIENCE : Duration.ZERO);
        flow.join();
        watch.end();
        return judge();
    }

    private void flow() {
        try {
            mail.flow(List.of(scene.gateway().smtp(), scene.gateway().internal()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long, but for no gateway that has ended. */
    private void stay(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && watch.isAlive()) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private boolean judge() throws IOException {
        Gateway gateway = scene.gateway();
        Verdict verdict = new Verdict();
        boolean ready = watch.isAlive() && isReadyAgain(gateway);
        if (ready) {
            mail.read(scene.application());
        }
        verdict.demand("the gateway runs on", watch.isAlive(),
                gateway.output().lines().reduce((first, last) -> last).orElse("it has ended"));
        verdict.demand("it takes mail when they have left", ready, gateway.obstacles());
        for (Punctuality one : mail.punctualities()) {
            verdict.demand("all other mail to " + one.where() + " has arrived", one.missing().isEmpty(),
                    one.missing().size() + " have not");
            verdict.demand("none of it waited longer than %d s for its 250".formatted(LONGEST_WAIT.toSeconds()),
                    one.slowest().compareTo(LONGEST_WAIT) <= 0, one.slowest().toSeconds() + " s");
        }
        verdict.demand("the disk was never fuller than " + FULL + " %", watch.diskPerCent() <= FULL,
                watch.diskPerCent() + " %");
        verdict.demand("what lasts never took more than " + FULL + " % of its memory", watch.heapPerCent() <= FULL,
                watch.heapPerCent() + " %");
        verdict.demand("no error is in the log", log.errors().isEmpty(), log.errors().size() + " kinds are");
        print();
        verdict.print(OUT);
        return verdict.isGood();
    }

    private static boolean isReadyAgain(Gateway gateway) {
        try {
            Await.until("it is ready", PATIENCE, gateway::isReady);
            return true;
        } catch (AssertionError notReady) {
            return false;
        }
    }

    private void print() throws IOException {
        OUT.println("\n| | |\n|---|---|");
        watch.rows().forEach(OUT::println);
        OUT.printf("| members of the lists | %s |%n| tarpit | %s |%n%n", scene.members().seen(), scene.tarpit().seen());
        OUT.println("| in the log | times |\n|---|---|");
        log.warnings().forEach((line, times) -> OUT.printf("| %s | %,d |%n", line, times));
        OUT.println();
        OUT.println(Punctuality.head());
        mail.punctualities().forEach(one -> OUT.println(one.row()));
        OUT.println("\n| who | heard | times |\n|---|---|---|");
        print("other mail", mail.heard());
        for (Crowd crowd : crowds) {
            OUT.printf("| %s | %,d sessions, %,d at a time at most | |%n", crowd.name(), crowd.sessions(),
                    crowd.most());
            print(crowd.name(), crowd.heard());
        }
        OUT.println();
    }

    private static void print(String who, Heard heard) {
        heard.counts().forEach(count -> OUT.printf("| %s | %s | %,d |%n", who, count.reply(), count.times()));
    }
}
