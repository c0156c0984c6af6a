package org.postern.admin.overview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.overview.Gauge.State;
import org.postern.admin.server.CertificateView;
import org.postern.broker.StoreReadiness;
import org.postern.broker.StoreReadiness.Fault;
import org.postern.config.BrokerSettings;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.receiver.DiskReserve;
import org.postern.scan.GuardedScanner;
import org.postern.scan.ScannerState;
import org.postern.scan.Scanners;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How stores, disks, scanners and certificates stand, from what is known already. */
@Singleton
public class Gauges {
    private static final Sentence.Form BROKER = Sentence.form("gaugeBroker",
            "Broker");
    private static final Sentence.Form DATABASE = Sentence.form("gaugeDatabase",
            "Database");
    private static final Sentence.Form AWAY = Sentence.form("doesNotAnswer",
            "does not answer");
    private static final Sentence.Form ANSWERS = Sentence.form("answers",
            "answers");
    private static final Sentence.Form DISK = Sentence.form("diskOfX",
            "Disk of {0}");
    private static final Sentence.Form FREE = Sentence.form("xFreeOfX",
            "{0} free of {1}");
    private static final Sentence.Form RESERVE = Sentence.form("noMailBelowX",
            "no mail is taken below {0}");
    private static final Sentence.Form UNSEEN = Sentence.form("cannotBeLookedAt",
            "cannot be looked at");
    private static final Sentence.Form SCANNER = Sentence.form("scannerX",
            "Scanner {0}");
    private static final Sentence.Form TOOK = Sentence.form("lastAnswerTookX",
            "the last answer took {0} ms");
    private static final Sentence.Form FAILED = Sentence.form("failedXTimesInARow",
            "failed {0,choice,0#{0} times|1#once|1<{0} times in a row}");
    private static final Sentence.Form NOT_ASKED = Sentence.form("notAskedYet",
            "not asked yet");
    private static final Sentence.Form LEFT_OUT = Sentence.form("leftOut",
            "left out");
    private static final Sentence.Form TRIED = Sentence.form("isBeingTried",
            "is being tried");
    private static final Sentence.Form CERTIFICATES = Sentence.form("gaugeCertificates",
            "Certificates");
    private static final Sentence.Form OVER = Sentence.form("oneIsOver",
            "one is over");
    private static final Sentence.Form ENDS = Sentence.form("firstEndsInX",
            "the first ends in {0,choice,0#{0} days|1#1 day|1<{0} days}");
    private static final Sentence.Form OF_LISTENER = Sentence.form("xOfListenerX",
            "{0}, of the listener {1}");
    private static final String QUEUES = "queues";
    private static final double GIGABYTE = 1L << 30;
    private static final int ALL = 100;

    private final StoreReadiness stores;
    private final DataFolder folder;
    private final Settings settings;
    private final Scanners scanners;

    @Inject
    Gauges(StoreReadiness stores, DataFolder folder, Settings settings, Scanners scanners) {
        this.stores = stores;
        this.folder = folder;
        this.settings = settings;
        this.scanners = scanners;
    }

    List<Gauge> all(List<CertificateView> certificates, Instant now) {
        List<Gauge> all = new ArrayList<>();
        all.add(store(BROKER.with(), Fault.BROKER, "applications"));
        all.add(store(DATABASE.with(), Fault.DATABASE, QUEUES));
        disks().forEach((disk, name) -> all.add(disk(name, disk)));
        scanners.all().forEach(scanner -> all.add(of(scanner)));
        certificates.stream()
                .min(Comparator.comparing(CertificateView::ends))
                .ifPresent(first -> all.add(certificate(first, now)));
        return all;
    }

    private Gauge store(Sentence name, Fault fault, String page) {
        boolean away = stores.faults().contains(fault);
        return Gauge.of(name, away ? State.BAD : State.GOOD, (away ? AWAY : ANSWERS).with(), Optional.empty(), page);
    }

    /** {@return each disk once, with what lies there} */
    private Map<FileStore, String> disks() {
        Map<FileStore, String> disks = new LinkedHashMap<>();
        Map<String, Path> places = new LinkedHashMap<>();
        places.put("data", folder.root());
        places.put("journal", folder.journal());
        places.put("content", folder.content());
        places.forEach((name, place) -> store(place)
                .ifPresent(disk -> disks.merge(disk, name, (one, other) -> one + ", " + other)));
        return disks;
    }

    private static Optional<FileStore> store(Path place) {
        try {
            return Files.exists(place) ? Optional.of(Files.getFileStore(place)) : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private Gauge disk(String name, FileStore disk) {
        try {
            long total = Math.max(1, disk.getTotalSpace());
            long room = disk.getUsableSpace();
            long reserve = DiskReserve.of(disk, settings.get(BrokerSettings.JOURNAL_DISK));
            State state = room < reserve ? State.BAD : room < 2 * reserve ? State.SOON : State.GOOD;
            return new Gauge(DISK.with(name), state, FREE.with(size(room), size(total)),
                    Optional.of(RESERVE.with(size(reserve))), OptionalInt.of((int) (ALL - ALL * room / total)),
                    QUEUES);
        } catch (IOException e) {
            return Gauge.of(DISK.with(name), State.BAD, UNSEEN.with(), Optional.empty(), QUEUES);
        }
    }

    private static String size(long octets) {
        return String.format(Locale.ROOT, "%,.1f GB", octets / GIGABYTE);
    }

    private static Gauge of(GuardedScanner scanner) {
        Sentence name = SCANNER.with(scanner.rule().name());
        Optional<Sentence> took = scanner.took().map(time -> TOOK.with(time.toMillis()));
        String page = "simulator";
        return switch (scanner.state()) {
            case ScannerState.InUse use when use.failures() > 0 ->
                Gauge.of(name, State.SOON, FAILED.with(use.failures()), said(use.reason()), page);
            case ScannerState.InUse use ->
                Gauge.of(name, State.GOOD, (took.isEmpty() ? NOT_ASKED : ANSWERS).with(), took, page);
            case ScannerState.LeftOut out -> Gauge.of(name, State.BAD, LEFT_OUT.with(), said(out.reason()), page);
            case ScannerState.OnTrial trial -> Gauge.of(name, State.BAD, TRIED.with(), said(trial.reason()), page);
        };
    }

    private static Optional<Sentence> said(Sentence reason) {
        return Optional.of(reason).filter(words -> !words.toString().isEmpty());
    }

    private static Gauge certificate(CertificateView first, Instant now) {
        long days = Duration.between(now, first.ends()).toDays();
        State state = first.isOver(now) ? State.BAD : first.isDue(now) ? State.SOON : State.GOOD;
        return Gauge.of(CERTIFICATES.with(), state, first.isOver(now) ? OVER.with() : ENDS.with(days),
                Optional.of(OF_LISTENER.with(first.names(), first.listener())), "server");
    }
}
