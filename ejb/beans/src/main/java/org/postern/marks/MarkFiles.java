package org.postern.marks;

import org.postern.mail.OwnerOnly;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The latest records of a folder, in two files that are written in turn: when one is full, the other begins anew. A record that was written is
 * there after the end of the process, whole or not at all. What is interrupted while it writes writes all the same. Not safe for many threads.
 */
final class MarkFiles {
    private static final List<String> NAMES = List.of("taken.0", "taken.1");
    private static final int HEADER = Integer.BYTES + Integer.BYTES;
    private static final int LARGEST = 1 << 20;

    private final Path folder;
    private final int capacity;
    private FileOutputStream current;
    private int turn;
    private long number;
    private int written;

    private MarkFiles(Path folder, int capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    /** A file that was there, with its number: the later it was begun, the higher. */
    private record Old(int turn, long number, List<byte[]> marks) {}

    /** The files of a run, and what earlier ones have left: the latest records, in the order in which they were written. */
    record Begun(MarkFiles files, List<byte[]> earlier) {}

    /**
     * Begins a run; what earlier ones have left is kept for the next, too.
     *
     * @param capacity how many octets are kept at least, and twice as many at most
     */
    static Begun begin(Path folder, int capacity) throws IOException {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        List<Old> older = new ArrayList<>();
        for (int turn = 0; turn < NAMES.size(); turn++) {
            older.add(read(turn, folder.resolve(NAMES.get(turn))));
        }
        older.sort(Comparator.comparingLong(Old::number));
        Deque<byte[]> latest = new ArrayDeque<>();
        older.forEach(file -> latest.addAll(file.marks()));
        List<byte[]> kept = latest(latest, capacity);
        MarkFiles files = new MarkFiles(folder, capacity);
        // Not the younger one, so that a kill meanwhile costs no more than the oldest records.
        files.turn = older.getFirst().turn();
        files.number = older.getLast().number();
        files.open();
        for (byte[] mark : kept) {
            files.write(mark);
        }
        return new Begun(files, kept);
    }

    private static List<byte[]> latest(Deque<byte[]> all, int capacity) {
        int size = 0;
        Deque<byte[]> kept = new ArrayDeque<>();
        while (!all.isEmpty() && size + all.getLast().length + HEADER <= capacity) {
            size += all.getLast().length + HEADER;
            kept.addFirst(all.removeLast());
        }
        return List.copyOf(kept);
    }

    /** {@return the file as far as it is whole} */
    private static Old read(int turn, Path file) throws IOException {
        List<byte[]> marks = new ArrayList<>();
        long number = 0;
        if (Files.exists(file)) {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                number = in.readLong();
                while (readOne(in, marks)) {
                    // until it is no record any more
                }
            } catch (EOFException end) {
                // as each file does
            }
        }
        return new Old(turn, number, marks);
    }

    private static boolean readOne(DataInputStream in, List<byte[]> target) throws IOException {
        int length = in.readInt();
        int sum = in.readInt();
        if (length < 0 || length > LARGEST) {
            return false;
        }
        byte[] mark = in.readNBytes(length);
        return mark.length == length && sum(mark) == sum && target.add(mark);
    }

    private static int sum(byte[] mark) {
        CRC32 crc = new CRC32();
        crc.update(mark);
        return (int) crc.getValue();
    }

    /** Writes a record; one that is larger than 1 MB is not kept. */
    void write(byte[] mark) throws IOException {
        if (mark.length > LARGEST) {
            return;
        }
        if (written + mark.length + HEADER > capacity) {
            FileOutputStream full = current;
            turn = 1 - turn;
            try {
                open();
            } catch (IOException e) {
                turn = 1 - turn;
                throw e;
            }
            full.close();
        }
        byte[] octets = ByteBuffer.allocate(HEADER + mark.length)
                .putInt(mark.length)
                .putInt(sum(mark))
                .put(mark)
                .array();
        // Counted first: behind half a record, nothing would be read.
        written += capacity;
        current.write(octets);
        written += octets.length - capacity;
    }

    /** The file that it replaces stays until the new one is there. */
    private void open() throws IOException {
        Path file = folder.resolve(NAMES.get(turn));
        Path fresh = folder.resolve("taken.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OwnerOnly.file(folder));
        FileOutputStream out = new FileOutputStream(fresh.toFile());
        try {
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(number + 1).array());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            out.close();
            throw e;
        }
        current = out;
        number++;
        written = Long.BYTES;
    }

    void close() throws IOException {
        current.close();
    }
}
