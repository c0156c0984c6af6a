package org.postern.content.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * zip, read from its start: each entry by the header before it, and behind them all the directory, which must say the same. Some unpack by the headers
 * and some by the directory: where they differ, what one sees is not what another gets. Overlapping entries show in that the directory knows entries that
 * are not there. Holds the headers of 1,000 entries.
 */
final class Zip implements Archive {
    private static final int SIGNATURE = 4;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final long DIRECTORY_END = 0x06054b50L;
    private static final long LARGE_DIRECTORY_END = 0x06064b50L;
    private static final int LONGEST_DESCRIPTOR = 24;
    private static final int LARGE_END = 12;
    private static final int LOCATOR = 20;
    private static final int END = 22;
    /** Of this length there is no archive with an entry. */
    private static final int SMALLEST = 64;

    @Override
    public void read(Octets octets, Entries entries, Remarks remarks) throws IOException {
        Map<Long, ZipEntryHeader> found = new HashMap<>();
        while (isNext(octets, ZipEntryHeader.LOCAL)) {
            ZipEntryHeader header = ZipEntryHeader.local(octets);
            if (header.isEncrypted()) {
                remarks.remark(Suspicion.ENCRYPTED, header.name());
            }
            found.put(header.at(), data(octets, header, entries, remarks));
        }
        directory(octets, found, entries, remarks);
    }

    private static boolean isNext(Octets octets, long signature) throws IOException {
        return octets.require(SIGNATURE) && octets.peek4(0) == signature;
    }

    /** {@return the header, with the sizes that the data have} */
    private static ZipEntryHeader data(Octets octets, ZipEntryHeader header, Entries entries, Remarks remarks)
            throws IOException {
        if (header.method() == ZipEntryHeader.DEFLATED && !header.isEncrypted()) {
            return inflated(octets, header, entries);
        }
        boolean readable = header.method() == ZipEntryHeader.STORED && !header.isEncrypted();
        if (!readable && header.hasDescriptor() && header.packed() == 0) {
            throw new NonsenseException("no telling where " + header.name() + " ends");
        }
        if (!readable && !header.isEncrypted()) {
            remarks.remark(Suspicion.OPAQUE, header.name() + ": compression " + header.method());
        }
        long start = octets.position();
        entries.entry(header.name(), readable ? octets.next(header.packed()) : InputStream.nullInputStream());
        octets.pass(header.packed() - (octets.position() - start));
        if (header.hasDescriptor()) {
            passDescriptor(octets, header);
        }
        return header;
    }

    private static ZipEntryHeader inflated(Octets octets, ZipEntryHeader header, Entries entries) throws IOException {
        try (Inflated inflated = new Inflated(octets)) {
            entries.entry(header.name(), inflated);
            inflated.transferTo(OutputStream.nullOutputStream());
            ZipEntryHeader actual = header.withSizes(inflated.packed(), inflated.unpacked());
            if (header.hasDescriptor()) {
                passDescriptor(octets, actual);
            } else if (!header.equals(actual)) {
                throw new NonsenseException(header.name() + " is not as long as its header says");
            }
            return actual;
        }
    }

    /** APPNOTE 4.3.9: with a signature or without, sizes of 4 or 8 octets; the one that says what is true is meant. */
    private static void passDescriptor(Octets octets, ZipEntryHeader actual) throws IOException {
        octets.require(LONGEST_DESCRIPTOR);
        int start = isNext(octets, DESCRIPTOR) ? SIGNATURE : 0;
        for (int from = start; from >= 0; from -= SIGNATURE) {
            if (octets.require(from + 12) && octets.peek4(from + 4) == actual.packed()
                    && octets.peek4(from + 8) == actual.unpacked()) {
                octets.skip(from + 12);
                return;
            }
            if (octets.require(from + 20) && octets.peek8(from + 4) == actual.packed()
                    && octets.peek8(from + 12) == actual.unpacked()) {
                octets.skip(from + 20);
                return;
            }
        }
        throw new NonsenseException(actual.name() + " is not as long as is said behind it");
    }

    private static void directory(Octets octets, Map<Long, ZipEntryHeader> found, Entries entries, Remarks remarks)
            throws IOException {
        int known = 0;
        while (isNext(octets, ZipEntryHeader.CENTRAL)) {
            ZipEntryHeader central = ZipEntryHeader.central(octets);
            ZipEntryHeader local = found.remove(central.at());
            if (local == null || !local.agrees(central)) {
                remarks.remark(Suspicion.AMBIGUOUS,
                        central.name() + (local == null ? ": only in the directory" : ": otherwise in the directory"));
                entries.entry(central.name(), InputStream.nullInputStream());
            }
            known++;
        }
        if (!isNext(octets, DIRECTORY_END) && !isNext(octets, LARGE_DIRECTORY_END)) {
            throw new NonsenseException(octets.fill() ? "octets that belong to no entry" : "no directory");
        }
        if (!found.isEmpty()) {
            remarks.remark(Suspicion.AMBIGUOUS,
                    found.size() + " entries are not among the " + known + " of the directory");
        }
        if (!isEnd(octets)) {
            remarks.remark(Suspicion.AMBIGUOUS, "there is more behind its end");
        }
    }

    /** {@return whether the end of the directory (APPNOTE 4.3.14 to 4.3.16) is the end, a few octets aside} Another archive may follow, which others see. */
    private static boolean isEnd(Octets octets) throws IOException {
        if (isNext(octets, LARGE_DIRECTORY_END) && octets.require(LARGE_END)) {
            octets.pass(Math.max(octets.peek8(SIGNATURE), 0) + LARGE_END);
            octets.pass(LOCATOR);
        }
        if (octets.require(END)) {
            int comment = octets.peek2(END - 2);
            octets.pass(END + comment);
        }
        return !octets.require(SMALLEST + 1);
    }
}
