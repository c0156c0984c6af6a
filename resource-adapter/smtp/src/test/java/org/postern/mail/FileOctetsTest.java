package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class FileOctetsTest {
    private static final byte[] OCTETS = new byte[100_000];

    static {
        new Random(7).nextBytes(OCTETS);
    }

    @TempDir
    private Path folder;
    private FileChannel file;

    @BeforeEach
    void open() throws IOException {
        file = FileChannel.open(Files.write(folder.resolve("content"), OCTETS));
    }

    @AfterEach
    void release() throws IOException {
        file.close();
    }

    private InputStream stream() {
        return new FileOctets(file::read, OCTETS.length);
    }

    @Test
    void areTheFileFromItsFirstToItsLast() throws IOException {
        assertThat(stream().readAllBytes()).isEqualTo(OCTETS);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        assertThat(stream().transferTo(target)).isEqualTo(OCTETS.length);
        assertThat(target.toByteArray()).isEqualTo(OCTETS);
    }

    @Test
    void areReadByManyAtOnceEachAtItsOwnPosition() throws IOException {
        InputStream ahead = stream();
        InputStream behind = stream();
        ahead.skipNBytes(50_000);
        assertThat(behind.read()).isEqualTo(OCTETS[0] & 0xff);
        assertThat(ahead.read()).isEqualTo(OCTETS[50_000] & 0xff);
        assertThat(behind.read()).isEqualTo(OCTETS[1] & 0xff);
    }

    @Test
    void goWhereTheyAreAskedFor() throws IOException {
        byte[] target = new byte[10];
        assertThat(stream().read(target, 4, 3)).isEqualTo(3);
        assertThat(target).containsExactly(0, 0, 0, 0, OCTETS[0], OCTETS[1], OCTETS[2], 0, 0, 0);
        assertThat(stream().read(target, 10, 0)).isZero();
    }

    @Test
    void tellHowManyAreLeft() throws IOException {
        InputStream octets = stream();
        assertThat(octets.available()).isEqualTo(OCTETS.length);
        assertThat(octets.skip(99_999)).isEqualTo(99_999);
        assertThat(octets.available()).isEqualTo(1);
        assertThat(octets.read()).isNotNegative();
        assertThat(octets.available()).isZero();
        assertThat(octets.skip(1)).isZero();
    }

    @Test
    void endWithTheContent() throws IOException {
        InputStream some = new FileOctets(file::read, 3);
        assertThat(some.readAllBytes()).containsExactly(OCTETS[0], OCTETS[1], OCTETS[2]);
        assertThat(some.read()).isEqualTo(-1);
        assertThat(some.read(new byte[8])).isEqualTo(-1);
    }

    @Test
    void ofALargeFileAreMoreThanANumberCanSay() throws IOException {
        assertThat(new FileOctets(file::read, 1L << 40).available()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void leaveTheFileOpen() throws IOException {
        stream().close();
        assertThat(stream().read()).isNotNegative();
    }

    @Test
    void cannotBeReadOnceTheFileIsReleased() throws IOException {
        InputStream octets = stream();
        octets.skipNBytes(10);
        file.close();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(octets::read);
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> octets.read(new byte[8]));
    }
}
