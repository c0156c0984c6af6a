package org.postern.it.benchmark;

import java.time.Duration;

/**
 * One run of one workload on one subject, as seen.
 *
 * @param messages accepted; those of the workload
 * @param arrived at the next hop before time was up
 * @param acceptedIn until the last 250
 * @param relayedIn until the last arrival
 * @param cpu processor time of the subject, until it was quiet again
 * @param memory of the subject after the run, in KiB
 */
record Measurement(int messages, int arrived, Duration acceptedIn, Duration relayedIn, Duration cpu, long memory) {
    double acceptedPerSecond() {
        return messages / seconds(acceptedIn);
    }

    double relayedPerSecond() {
        return arrived / seconds(relayedIn);
    }

    /** {@return processor seconds for 1000 messages} */
    double cpuPerThousand() {
        return seconds(cpu) * 1000 / messages;
    }

    double memoryInMebi() {
        return memory / 1024.0;
    }

    boolean complete() {
        return arrived >= messages;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @Override
    public String toString() {
        return "accepted %.0f/s, relayed %.0f/s, %.2f CPU s per 1000, %.0f MB%s".formatted(acceptedPerSecond(),
                relayedPerSecond(), cpuPerThousand(), memoryInMebi(),
                complete() ? "" : ", only " + arrived + " of " + messages + " arrived in time");
    }
}
