package org.postern.receiver;

import java.io.IOException;
import java.nio.file.FileStore;

/** The room on a disk that is not given to mail that comes in: what is there already needs it to go on. */
public final class DiskReserve {
    /** Whatever the disk's size: journal files, pages and the database still grow. */
    private static final long LEAST = 48L << 20;

    private DiskReserve() {}

    /**
     * {@return the octets that stay free}
     *
     * @param usage per cent of the disk beyond which no mail is taken, see {@link ListenerSetting#JOURNAL_DISK}
     */
    public static long of(FileStore disk, int usage) throws IOException {
        return Math.max(disk.getTotalSpace() / 100 * (100 - usage), LEAST);
    }
}
