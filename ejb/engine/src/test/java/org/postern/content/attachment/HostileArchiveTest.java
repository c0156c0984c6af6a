package org.postern.content.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.content.attachment.Files.join;
import static org.postern.content.attachment.Files.suspicions;
import static org.postern.content.attachment.Files.text;
import static org.postern.content.attachment.Files.zip;

import org.junit.jupiter.api.Test;
import org.postern.content.Mails;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Whatever a stranger packs makes findings. That it does so in bounded time shows in that these tests end. */
class HostileArchiveTest {
    private static final int SEED = 21;
    private static final int TRIES = 200;
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aFlatBombIsNotUnpacked() {
        assertThat(suspicions("a.zip", zip("zeros", new byte[30 * MEGABYTE]))).containsExactly(Suspicion.BOMB);
        assertThat(suspicions("a.gz", Files.gzip(new byte[30 * MEGABYTE]))).contains(Suspicion.BOMB);
    }

    @Test
    void moreThanAHundredMegabytesAreNotUnpackedHoweverWellTheyArePacked() {
        byte[] noise = new byte[MEGABYTE];
        new Random(SEED).nextBytes(noise);
        byte[] some = zip("noise", noise, "zeros", new byte[60 * MEGABYTE]);
        AttachmentInspection inspection = new AttachmentInspection(Files.TYPES, Files.CLOCK);
        Mails.read(Files.mail("a.zip", "application/zip", some), inspection);
        assertThat(inspection.findings()).isEmpty();
        Mails.read(Files.mail("b.zip", "application/zip", some), inspection);
        assertThat(inspection.findings())
                .containsExactly(new Finding(Suspicion.BOMB, "b.zip: more than 100 MB unpacked"));
    }

    @Test
    void aNestedBombIsNotUnpacked() {
        byte[] bomb = zip("zeros", new byte[5 * MEGABYTE]);
        byte[] more = zip("a.zip", bomb, "b.zip", bomb, "c.zip", bomb);
        assertThat(suspicions("d.zip", zip("x.zip", more, "y.zip", more))).contains(Suspicion.BOMB);
    }

    @Test
    void archivesInArchivesAreNotFollowedForEver() {
        byte[] deep = zip("a.exe", Files.PROGRAM);
        for (int i = 0; i < 50; i++) {
            deep = zip("a.zip", deep);
        }
        assertThat(suspicions("a.zip", deep)).containsExactly(Suspicion.DEEP);
        byte[] gzip = text("words");
        for (int i = 0; i < 50; i++) {
            gzip = Files.gzip(gzip);
        }
        assertThat(suspicions("a.gz", gzip)).contains(Suspicion.DEEP);
    }

    @Test
    void moreThanAThousandEntriesAreNotLookedAt() {
        Object[] entries = new Object[3000];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "f" + i;
            entries[i + 1] = new byte[0];
        }
        assertThat(suspicions("a.zip", zip(entries))).containsExactly(Suspicion.EXCESSIVE);
    }

    @Test
    void whatTakesTooLongIsLeft() {
        AtomicLong seconds = new AtomicLong();
        InstantSource slow = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
        AttachmentInspection inspection = new AttachmentInspection(Files.TYPES, slow);
        Mails.read(Files.mail("a.zip", "application/zip",
                zip("a", text("a"), "b", text("b"), "c", text("c"), "d", text("d"))), inspection);
        assertThat(inspection.findings()).containsExactly(new Finding(Suspicion.EXCESSIVE, "a.zip: more than 2 s"));
    }

    /** As the quoted-overlap construction does: the directory gives many names to what is there once. */
    @Test
    void entriesThatOverlapAreFound() {
        byte[] zip = Files.stored("a.txt", text("some words"));
        int directory = directory(zip);
        byte[] entry = Arrays.copyOfRange(zip, directory, directory + 46 + 5);
        byte[] overlapping = join(Arrays.copyOf(zip, directory), entry, entry, entry,
                Arrays.copyOfRange(zip, directory + 51, zip.length));
        assertThat(suspicions("a.zip", overlapping)).containsExactly(Suspicion.AMBIGUOUS);
        overlapping[directory + 51 + 42] = 3;
        assertThat(suspicions("a.zip", overlapping)).containsExactly(Suspicion.AMBIGUOUS);
    }

    @Test
    void anArchiveThatShowsOneThingAndGivesAnotherIsFound() {
        byte[] zip = Files.stored("a.txt", text("some words"));
        byte[] renamed = zip.clone();
        byte[] name = text("a.exe");
        System.arraycopy(name, 0, renamed, directory(zip) + 46, name.length);
        assertThat(suspicions("a.zip", renamed)).containsExactly(Suspicion.AMBIGUOUS, Suspicion.DANGEROUS_NAME);
        byte[] other = zip("b.exe", Files.PROGRAM);
        assertThat(suspicions("a.zip", join(zip, other))).contains(Suspicion.AMBIGUOUS);
        byte[] unlisted = join(Arrays.copyOf(zip, directory(zip)), other);
        assertThat(suspicions("a.zip", unlisted)).contains(Suspicion.AMBIGUOUS, Suspicion.PROGRAM);
    }

    private static int directory(byte[] zip) {
        ByteBuffer octets = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        return octets.getInt(zip.length - 6);
    }

    @Test
    void anArchiveThatBreaksOffIsFound() {
        byte[] zip = zip("a.txt", text("some words, and some more"), "b.txt", text("others"));
        for (int length = 31; length < directory(zip); length++) {
            assertThat(suspicions("a.zip", Arrays.copyOf(zip, length))).containsExactly(Suspicion.BROKEN);
        }
    }

    @Test
    void tarMayHaveLongNamesWithoutEnd() {
        byte[] header = Files.tarHeader("././@LongLink", 'L', 0);
        byte[] chain = new byte[512 * 20_000];
        for (int i = 0; i < chain.length; i += 512) {
            System.arraycopy(header, 0, chain, i, 512);
        }
        assertThat(suspicions("a.tar", chain)).isEmpty();
        assertThat(suspicions("a.tar.gz", Files.gzip(chain))).contains(Suspicion.BOMB);
        byte[] endless = join(Files.tarHeader("././@LongLink", 'L', 20 * MEGABYTE), new byte[10 * MEGABYTE]);
        assertThat(suspicions("a.tar", endless)).containsExactly(Suspicion.BROKEN);
    }

    @Test
    void aSingleOctetChangedMakesNoException() {
        List<byte[]> archives = List.of(
                zip("a.txt", text("some words"), "b.doc", Files.ole("_VBA_PROJECT"), "c.zip", zip("d", text("x"))),
                Files.stored("a.txt", text("some words")), Files.tar("a.txt", text("some words")),
                Files.gzip(Files.tar("a.txt", text("some words"))),
                Files.ar("a.txt", text("some words")), Files.cpio("a.txt", text("some words")),
                Files.ole("_VBA_PROJECT"));
        Random random = new Random(SEED);
        for (byte[] archive : archives) {
            for (int i = 0; i < TRIES; i++) {
                byte[] changed = Arrays.copyOf(archive,
                        random.nextInt(8) == 0 ? random.nextInt(archive.length) : archive.length);
                for (int changes = random.nextInt(1, 6); changes > 0 && changed.length > 0; changes--) {
                    changed[random.nextInt(Math.min(changed.length, 600))] = (byte) random.nextInt(256);
                }
                assertThat(suspicions("a.bin", changed).size()).isLessThanOrEqualTo(Suspicion.values().length);
            }
        }
    }
}
