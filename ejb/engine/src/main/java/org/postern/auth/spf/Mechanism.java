package org.postern.auth.spf;

import java.net.InetAddress;
import java.util.Optional;

/** What makes a client one that a record speaks of (RFC 7208, 5). A target that is left out is the current domain. */
sealed interface Mechanism {
    record All() implements Mechanism {}

    record Include(MacroString target) implements Mechanism {}

    record Address(Optional<MacroString> target, DualCidr lengths) implements Mechanism {}

    record Exchangers(Optional<MacroString> target, DualCidr lengths) implements Mechanism {}

    record Names(Optional<MacroString> target) implements Mechanism {}

    record Network(InetAddress base, int length) implements Mechanism {}

    record Exists(MacroString target) implements Mechanism {}
}
