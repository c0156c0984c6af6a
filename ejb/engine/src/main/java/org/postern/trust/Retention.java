package org.postern.trust;

import org.postern.assessment.QuarantineKind;
import org.postern.config.Setting;
import org.postern.config.Settings;

import java.time.Duration;
import java.time.Instant;

/** How long mail waits in quarantine before it is dropped. */
public record Retention(Settings settings) {
    /** {@return when mail of this kind is dropped that has waited since then} */
    public Instant end(QuarantineKind kind, Instant since) {
        return settings.end(setting(kind), since);
    }

    /** {@return what says so} */
    public static Setting<Duration> setting(QuarantineKind kind) {
        return switch (kind) {
            case SPAM -> TrustSettings.QUARANTINE_TIME;
            case MALWARE -> TrustSettings.QUARANTINE_TIME_MALWARE;
            case POLICY, RULE -> TrustSettings.QUARANTINE_TIME_POLICY;
        };
    }
}
