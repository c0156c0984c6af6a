package org.postern.scan;

import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.WhenAbsent;

/**
 * What came of asking one of the scanners.
 *
 * @param rule what the operator has said of it
 * @param result what it has said
 */
public record Scanned(ScannerRule rule, ScanResult result) {
    /** {@return whether it has said nothing} */
    public boolean isMissed() {
        return result instanceof ScanResult.Unavailable || result instanceof ScanResult.Unwilling;
    }

    /** {@return whether it has said nothing, and the message must wait for that} */
    public boolean isAwaited() {
        return isMissed() && rule.limits().whenAbsent() == WhenAbsent.DEFER;
    }
}
