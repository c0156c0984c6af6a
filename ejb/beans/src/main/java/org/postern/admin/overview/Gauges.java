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
        all.add(store("Broker", Fault.BROKER, "applications"));
        all.add(store("Database", Fault.DATABASE, QUEUES));
        disks().forEach((disk, name) -> all.add(disk(name, disk)));
        scanners.all().forEach(scanner -> all.add(of(scanner)));
        certificates.stream()
                .min(Comparator.comparing(CertificateView::ends))
                .ifPresent(first -> all.add(certificate(first, now)));
        return all;
    }

    private Gauge store(String name, Fault fault, String page) {
        boolean away = stores.faults().contains(fault);
        return Gauge.of(name, away ? State.BAD : State.GOOD, away ? "does not answer" : "answers", "", page);
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
            return new Gauge("Disk of " + name, state, size(room) + " free of " + size(total),
                    "no mail is taken below " + size(reserve), OptionalInt.of((int) (ALL - ALL * room / total)),
                    QUEUES);
        } catch (IOException e) {
            return Gauge.of("Disk of " + name, State.BAD, "cannot be looked at", "", QUEUES);
        }
    }

    private static String size(long octets) {
        return String.format(Locale.ROOT, "%,.1f GB", octets / GIGABYTE);
    }

    private static Gauge of(GuardedScanner scanner) {
        String name = "Scanner " + scanner.rule().name();
        String took = scanner.took().map(time -> "the last answer took " + time.toMillis() + " ms").orElse("");
        String page = "simulator";
        return switch (scanner.state()) {
            case ScannerState.InUse use when use.failures() > 0 ->
                Gauge.of(name, State.SOON, "failed " + use.failures() + " times in a row", use.reason(), page);
            case ScannerState.InUse use ->
                Gauge.of(name, State.GOOD, took.isEmpty() ? "not asked yet" : "answers", took, page);
            case ScannerState.LeftOut out -> Gauge.of(name, State.BAD, "left out", out.reason(), page);
            case ScannerState.OnTrial trial -> Gauge.of(name, State.BAD, "is being tried", trial.reason(), page);
        };
    }

    private static Gauge certificate(CertificateView first, Instant now) {
        long days = Duration.between(now, first.ends()).toDays();
        State state = first.isOver(now) ? State.BAD : first.isDue(now) ? State.SOON : State.GOOD;
        return Gauge.of("Certificates", state,
                first.isOver(now) ? "one is over" : "the first ends in " + days + " days",
                first.names() + ", of the listener " + first.listener(), "server");
    }
}
