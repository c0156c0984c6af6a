package org.postern.smtp.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.postern.smtp.wire.DotDecoder;
import org.postern.smtp.wire.DotEncoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Dot-stuffing and its undoing, in segments of 16 KB, as microseconds a message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DotDecoderBench {
    private static final int SEGMENT = 16 * 1024;

    /** Octets of the message. */
    @Param({"4096", "102400", "5242880"})
    public int size;

    private byte[] octets;

    @Setup
    public void compose() {
        String line = "A line of text that is about as long as the lines of most messages are.\r\n";
        octets = (line.repeat(size / line.length()) + ".\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public boolean decode(Blackhole sink) throws IOException {
        DotDecoder decoder = new DotDecoder(1000);
        for (int at = 0; at < octets.length; at += SEGMENT) {
            ByteBuffer segment = ByteBuffer.wrap(octets, at, Math.min(SEGMENT, octets.length - at));
            decoder.decode(segment, (part, _, _) -> sink.consume(part));
        }
        return decoder.isEnded();
    }

    @Benchmark
    public void encode(Blackhole sink) throws IOException {
        DotEncoder encoder = new DotEncoder((part, _, _) -> sink.consume(part));
        for (int at = 0; at < octets.length - 3; at += SEGMENT) {
            encoder.write(octets, at, Math.min(SEGMENT, octets.length - 3 - at));
        }
        encoder.end();
    }
}
