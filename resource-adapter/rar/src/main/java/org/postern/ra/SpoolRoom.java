package org.postern.ra;

import org.postern.receiver.DiskReserve;
import org.postern.receiver.ListenerSetting;
import org.postern.receiver.Reason;
import org.postern.smtp.server.ContentStore.NoRoomException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room that content has on the disk while it arrives. It ends before the room does in which the journal works, so that content of which
 * the end never comes cannot keep other mail away. Safe for many threads.
 */
final class SpoolRoom {
    /** Octets that are granted at a time. */
    static final int STEP = 64 * 1024;
    /** Of the disk, where no number is set. */
    private static final int FRACTION = 10;
    private static final int MEGABYTE = 1 << 20;
    /** What is left beyond the reserve: up to there small mail goes on coming in when large mail does not. */
    private static final long MARGIN = 64L << 20;
    private static final String RULE = "spool";

    private final ListenerSettings.Spool settings;
    private final Disks disks;
    private final Quota quota = new Quota(this::limit);
    private volatile Optional<FileStore> disk = Optional.empty();

    SpoolRoom(ListenerSettings.Spool settings) {
        this(settings, Files::getFileStore);
    }

    SpoolRoom(ListenerSettings.Spool settings, Disks disks) {
        this.settings = settings;
        this.disks = disks;
    }

    /** Knows the disk that a file or folder is on. */
    @FunctionalInterface
    interface Disks {
        FileStore of(Path existing) throws IOException;
    }

    Path folder() {
        return settings.folder();
    }

    Quota.Holding heldBy(InetAddress client) {
        return quota.heldBy(client);
    }

    /**
     * Looks for room, on the disk and among what all clients may fill, for {@value #STEP} octets more.
     *
     * @throws NoRoomException when there is none, and says why
     * @throws IOException when the disk does not tell
     */
    void grow(Quota.Holding held) throws IOException {
        FileStore place = disk();
        if (place.getUsableSpace() - STEP < reserve(place)) {
            throw new NoRoomException(Reason.setting(ListenerSetting.JOURNAL_DISK.key()).by(RULE));
        }
        if (!granted(held)) {
            throw new NoRoomException(Reason.setting(ListenerSetting.SPOOL_LIMIT.key()).by(RULE));
        }
    }

    private long reserve(FileStore place) throws IOException {
        return DiskReserve.of(place, settings.journalUsage()) + MARGIN;
    }

    /** Logs what to do where there would be no room even if nobody else used the disk. The folder may not exist yet. */
    void compareWithDisk() throws IOException {
        Path existing = settings.folder().toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        FileStore place = disks.of(existing);
        if (place.getTotalSpace() - STEP < reserve(place)) {
            PosternRaLog.LOG.spoolTooSmall(folder().toString(), place.getTotalSpace() / MEGABYTE,
                    reserve(place) / MEGABYTE, settings.memoryThreshold());
        }
    }

    private static boolean granted(Quota.Holding held) throws IOException {
        try {
            return held.grow(STEP);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private FileStore disk() throws IOException {
        if (disk.isEmpty()) {
            disk = Optional.of(disks.of(settings.folder()));
        }
        return disk.get();
    }

    /** Two of the largest messages always fit, so that one client network may bring one. */
    private long limit() {
        try {
            long set = (long) settings.limit() * MEGABYTE;
            long limit = set == 0 ? disk().getTotalSpace() / FRACTION : set;
            return Math.max(limit, 2L * (settings.largest() + STEP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
