package org.postern.it.benchmark;

import org.postern.it.harness.ProcessTree;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a subject has used so far.
 *
 * @param processes all it consists of
 * @param group the control group they run in, where there is one
 */
record Account(List<ProcessTree> processes, Optional<ControlGroup> group) {
    Account(ProcessTree processes, Optional<ControlGroup> group) {
        this(List.of(processes), group);
    }

    /** {@return processor time, user and system} */
    Duration cpu() throws IOException {
        return group.isPresent()
                ? group.get().cpu()
                : processes.stream().map(ProcessTree::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return memory in KiB, each shared page divided among those who share it} */
    long memory() {
        return processes.stream().mapToLong(ProcessTree::memory).sum();
    }
}
