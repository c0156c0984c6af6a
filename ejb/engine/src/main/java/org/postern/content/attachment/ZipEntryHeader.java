package org.postern.content.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What stands before an entry's data, or for it in the directory (APPNOTE 4.3.7, 4.3.12).
 *
 * @param name as it is written, octets that are no UTF-8 as U+FFFD; of a longer one the first 1,000 characters
 * @param nameLength octets of it
 * @param flags general purpose bits
 * @param method of compression
 * @param packed octets of data; not known yet where a descriptor follows
 * @param unpacked octets
 * @param at where the entry begins; in the directory, where it says so
 */
record ZipEntryHeader(String name, int nameLength, int flags, int method, long packed, long unpacked, long at) {
    static final long LOCAL = 0x04034b50L;
    static final long CENTRAL = 0x02014b50L;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int LONGEST_NAME = 1000;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 8;
    private static final int AES = 99;
    private static final int ZIP64 = 1;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0 || method == AES;
    }

    /** {@return whether sizes stand behind the data only} */
    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    /** Reads the header whose signature is at hand. */
    static ZipEntryHeader local(Octets octets) throws IOException {
        long at = octets.position();
        require(octets, LOCAL_LENGTH);
        int flags = octets.peek2(6);
        int method = octets.peek2(8);
        long packed = octets.peek4(18);
        long unpacked = octets.peek4(22);
        int nameLength = octets.peek2(26);
        int extraLength = octets.peek2(28);
        octets.skip(LOCAL_LENGTH);
        String name = name(octets.take(nameLength));
        byte[] extra = octets.take(extraLength);
        return new ZipEntryHeader(name, nameLength, flags, method, large(packed, extra, unpacked == IN_EXTRA ? 8 : 0),
                large(unpacked, extra, 0), at);
    }

    /** Reads an entry of the directory whose signature is at hand. */
    static ZipEntryHeader central(Octets octets) throws IOException {
        require(octets, CENTRAL_LENGTH);
        int flags = octets.peek2(8);
        int method = octets.peek2(10);
        long packed = octets.peek4(20);
        long unpacked = octets.peek4(24);
        int nameLength = octets.peek2(28);
        int extraLength = octets.peek2(30);
        int commentLength = octets.peek2(32);
        long at = octets.peek4(42);
        octets.skip(CENTRAL_LENGTH);
        String name = name(octets.take(nameLength));
        byte[] extra = octets.take(extraLength);
        octets.pass(commentLength);
        int before = unpacked == IN_EXTRA ? 8 : 0;
        return new ZipEntryHeader(name, nameLength, flags, method, large(packed, extra, before),
                large(unpacked, extra, 0),
                large(at, extra, before + (packed == IN_EXTRA ? 8 : 0)));
    }

    private static String name(byte[] octets) {
        String name = new String(octets, StandardCharsets.UTF_8);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static void require(Octets octets, int count) throws IOException {
        if (!octets.require(count)) {
            throw new Archive.NonsenseException("a header breaks off");
        }
    }

    /** {@return the number, or what stands for it in the extra field of ZIP64} */
    private static long large(long number, byte[] extra, int offset) {
        if (number != IN_EXTRA) {
            return number;
        }
        int at = 0;
        while (at + 4 <= extra.length) {
            int length = number(extra, at + 2, 2);
            if (number(extra, at, 2) == ZIP64 && offset + 8 <= length && at + 4 + offset + 8 <= extra.length) {
                return (number(extra, at + 4 + offset, 4) & IN_EXTRA)
                        | ((long) number(extra, at + 8 + offset, 4) << 32);
            }
            at += 4 + length;
        }
        return number;
    }

    private static int number(byte[] octets, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (octets[at + i] & 0xff);
        }
        return number;
    }

    /** {@return whether the directory says the same of the entry as stands before it} */
    boolean agrees(ZipEntryHeader central) {
        return name.equals(central.name) && nameLength == central.nameLength && method == central.method
                && packed == central.packed && unpacked == central.unpacked
                && isEncrypted() == central.isEncrypted();
    }

    ZipEntryHeader withSizes(long packedOctets, long unpackedOctets) {
        return new ZipEntryHeader(name, nameLength, flags, method, packedOctets, unpackedOctets, at);
    }
}
