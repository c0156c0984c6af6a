package org.postern.it.benchmark;

import org.postern.it.harness.ProcessTree;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a subject has used so far.
 *
 * @param processes all it consists of
 * @param group the control group they run in, where there is one
 */
record Account(ProcessTree processes, Optional<ControlGroup> group) {
    /** {@return processor time, user and system} */
    Duration cpu() throws IOException {
        return group.isPresent() ? group.get().cpu() : processes.cpu();
    }

    /** {@return memory in KiB, each shared page divided among those who share it} */
    long memory() {
        return processes.memory();
    }
}
