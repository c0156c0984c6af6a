package org.postern.content.attachment;

import org.postern.content.Mails;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files for tests, and mail that brings them. */
final class Files {
    static final FileTypes TYPES = new FileTypes();
    static final InstantSource CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    static final byte[] PROGRAM = program();

    private Files() {}

    private static byte[] program() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3C] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Finding> found(String name, byte[] octets) {
        return found(name, "application/octet-stream", octets);
    }

    static List<Finding> found(String name, String type, byte[] octets) {
        AttachmentInspection inspection = new AttachmentInspection(TYPES, CLOCK);
        Mails.read(mail(name, type, octets), inspection);
        return inspection.findings();
    }

    static List<Suspicion> suspicions(String name, byte[] octets) {
        return found(name, octets).stream().map(Finding::suspicion).distinct().toList();
    }

    static byte[] mail(String name, String type, byte[] octets) {
        return Mails.octets("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x\nContent-Type: " + type
                + "\nContent-Disposition: attachment; filename=\"" + name + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[]{'\n'}).encodeToString(octets) + "\n--x--\n");
    }

    static byte[] zip(Object... namesAndOctets) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (int i = 0; i < namesAndOctets.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndOctets[i]));
                zip.write((byte[]) namesAndOctets[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** {@return an archive whose entry is not compressed, and has its sizes in front} */
    static byte[] stored(String name, byte[] content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    static byte[] tar(String name, byte[] content) {
        return join(tarHeader(name, '0', content.length), padded(content, 512), new byte[1024]);
    }

    static byte[] tarHeader(String name, char type, int size) {
        byte[] header = new byte[512];
        byte[] named = text(name);
        System.arraycopy(named, 0, header, 0, Math.min(named.length, 100));
        byte[] number = text("%011o".formatted(size));
        System.arraycopy(number, 0, header, 124, number.length);
        header[156] = (byte) type;
        byte[] magic = text("ustar\00000");
        System.arraycopy(magic, 0, header, 257, magic.length);
        return header;
    }

    static byte[] ar(String name, byte[] content) {
        return join(text("!<arch>\n"),
                text("%-16s%-12s%-6s%-6s%-8s%-10d`\n".formatted(name + "/", "0", "0", "0", "100644", content.length)),
                padded(content, 2));
    }

    static byte[] cpio(String name, byte[] content) {
        return join(cpioEntry(name, content), cpioEntry("TRAILER!!!", new byte[0]));
    }

    private static byte[] cpioEntry(String name, byte[] content) {
        String header = "070701" + "%08X".formatted(1).repeat(6) + "%08X".formatted(content.length)
                + "%08X".formatted(0).repeat(4)
                + "%08X".formatted(name.length() + 1) + "00000000" + name + '\0';
        return join(padded(text(header), 4), padded(content, 4));
    }

    /** {@return a compound file as far as it is looked at: its magic, and a directory entry of this name} */
    static byte[] ole(String name) {
        byte[] octets = new byte[2048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, octets, 0, magic.length);
        byte[] named = name.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(named, 0, octets, 1024, named.length);
        octets[1024 + 64] = (byte) (named.length + 2);
        return octets;
    }

    static byte[] padded(byte[] octets, int to) {
        return Arrays.copyOf(octets, (octets.length + to - 1) / to * to);
    }

    static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
