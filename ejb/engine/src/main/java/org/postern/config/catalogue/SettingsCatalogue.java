package org.postern.config.catalogue;

import org.postern.bounce.ReplySettings;
import org.postern.bounce.ReturnSettings;
import org.postern.config.BrokerSettings;
import org.postern.config.CertificateSettings;
import org.postern.config.ConsoleSettings;
import org.postern.config.GatewaySettings;
import org.postern.config.LogSettings;
import org.postern.config.MonitorSettings;
import org.postern.config.OpenIdSettings;
import org.postern.config.ReceiverSettings;
import org.postern.config.Setting;
import org.postern.config.SmtpSettings;
import org.postern.config.StorageSettings;
import org.postern.delivery.dane.DaneSettings;
import org.postern.delivery.gate.FairnessSettings;
import org.postern.delivery.host.HostSettings;
import org.postern.delivery.outcome.RetrySettings;
import org.postern.delivery.SenderSettings;
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
import org.postern.sink.SinkSettings;
import org.postern.trust.TrustSettings;

import java.util.List;
import java.util.Optional;

/**
 * Everything an operator can set, in the order of the documentation. {@code docs/settings.md} is this list, and a test keeps it so.
 */
public final class SettingsCatalogue {
    /** Room by room. */
    public static final List<Group> GROUPS = List.of( //
            new Group("The gateway", GatewaySettings.ALL), //
            new Group("Listeners", ReceiverSettings.ALL), //
            new Group("Certificates", CertificateSettings.ALL), //
            new Group("SMTP", SmtpSettings.ALL), //
            new Group("Logins of those who send", LoginSettings.ALL), //
            new Group("Who may send", PolicySettings.ALL), //
            new Group("Rates", RateSettings.ALL), //
            new Group("Mail of strangers", TrustSettings.ALL), //
            new Group("Digests of quarantine", DigestSettings.ALL), //
            new Group("Signatures", SigningSettings.ALL), //
            new Group("Reports to others", ReportSettings.ALL), //
            new Group("Routes and aliases", RoutingSettings.ALL), //
            new Group("DNS", NameServerSettings.ALL), //
            new Group("Hosts of others", HostSettings.ALL), //
            new Group("Shares of destinations", FairnessSettings.ALL), //
            new Group("Delivery", SenderSettings.ALL), //
            new Group("TLS to others", TlsPolicySettings.ALL), //
            new Group("DANE", DaneSettings.ALL), //
            new Group("MTA-STS", StsSettings.ALL), //
            new Group("Retries and notices", RetrySettings.ALL), //
            new Group("Return paths", ReturnSettings.ALL), //
            new Group("Replies to applications", ReplySettings.ALL), //
            new Group("Mail that waits", WaitingSettings.ALL), //
            new Group("The sink", SinkSettings.ALL), //
            new Group("Stories of messages", TraceSettings.ALL), //
            new Group("The console", ConsoleSettings.ALL), //
            new Group("Health and figures", MonitorSettings.ALL), //
            new Group("The log", LogSettings.ALL), //
            new Group("Logins by an OpenID provider", OpenIdSettings.ALL), //
            new Group("Data and database", StorageSettings.ALL), //
            new Group("Broker", BrokerSettings.ALL));

    public static final List<Setting<?>> ALL = GROUPS.stream()
            .map(Group::settings)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /**
     * The settings of one room.
     *
     * @param title for people
     */
    public record Group(String title, List<Setting<?>> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

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
