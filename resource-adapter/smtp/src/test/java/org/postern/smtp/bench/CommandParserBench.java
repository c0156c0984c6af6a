package org.postern.smtp.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postern.mail.Domain;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.CommandParser;
import org.postern.smtp.wire.Parsed;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Command lines, as nanoseconds a line. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CommandParserBench {
    private final CommandParser parser = new CommandParser(Optional.of(new Domain("mail.test.example")), Set.of());

    /** The line. */
    @Param({"MAIL FROM:<first.last@sub.client.example> SIZE=4096 BODY=8BITMIME", "RCPT TO:<orders@test.example>",
            "DATA",
            "RCPT TO:<\"quoted local part\"@[IPv6:2001:db8::1]>"})
    public String line;

    @Benchmark
    public Parsed<Command> parse() {
        return parser.parse(line);
    }
}
