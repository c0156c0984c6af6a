package org.postern.config.catalogue;

import org.postern.bounce.ReturnSettings;
import org.postern.config.BrokerSettings;
import org.postern.config.CertificateSettings;
import org.postern.config.ConsoleSettings;
import org.postern.config.GatewaySettings;
import org.postern.config.ReceiverSettings;
import org.postern.config.Setting;
import org.postern.config.SmtpSettings;
import org.postern.config.StorageSettings;
import org.postern.delivery.SenderSettings;
import org.postern.delivery.dane.DaneSettings;
import org.postern.delivery.gate.FairnessSettings;
import org.postern.delivery.host.HostSettings;
import org.postern.delivery.outcome.RetrySettings;
import org.postern.delivery.sts.StsSettings;
import org.postern.delivery.tls.TlsPolicySettings;
import org.postern.digest.DigestSettings;
import org.postern.dns.NameServerSettings;
import org.postern.event.TraceSettings;
import org.postern.limit.LoginSettings;
import org.postern.policy.check.PolicySettings;
import org.postern.policy.check.RateSettings;
import org.postern.queue.WaitingSettings;
import org.postern.report.send.ReportSettings;
import org.postern.routing.RoutingSettings;
import org.postern.signing.SigningSettings;
import org.postern.trust.TrustSettings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything an operator can set, in the order of the documentation. {@code docs/settings.md} is this list, and a test keeps it so.
 */
public final class SettingsCatalogue {
    public static final List<Setting<?>> ALL = Stream.of( //
            GatewaySettings.ALL, //
            ReceiverSettings.ALL, //
            CertificateSettings.ALL, //
            SmtpSettings.ALL, //
            LoginSettings.ALL, //
            PolicySettings.ALL, //
            RateSettings.ALL, //
            TrustSettings.ALL, //
            DigestSettings.ALL, //
            SigningSettings.ALL, //
            ReportSettings.ALL, //
            RoutingSettings.ALL, //
            NameServerSettings.ALL, //
            HostSettings.ALL, //
            FairnessSettings.ALL, //
            SenderSettings.ALL, //
            TlsPolicySettings.ALL, //
            DaneSettings.ALL, //
            StsSettings.ALL, //
            RetrySettings.ALL, //
            ReturnSettings.ALL, //
            WaitingSettings.ALL, //
            TraceSettings.ALL, //
            ConsoleSettings.ALL, //
            StorageSettings.ALL, //
            BrokerSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private SettingsCatalogue() {}

    /** {@return the setting with this key} */
    public static Optional<Setting<?>> find(String key) {
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
