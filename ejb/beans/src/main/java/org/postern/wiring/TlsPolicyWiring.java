package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.DaneUse;
import org.postern.config.GatewayName;
import org.postern.config.GatewaySettings;
import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.config.file.Configuration;
import org.postern.config.rule.LoginRule;
import org.postern.delivery.dane.DanePolicies;
import org.postern.delivery.dane.DaneSettings;
import org.postern.delivery.report.TlsTally;
import org.postern.delivery.sts.KnownPolicies;
import org.postern.delivery.sts.OwnPolicies;
import org.postern.delivery.sts.PolicyBook;
import org.postern.delivery.sts.StsPolicies;
import org.postern.delivery.sts.StsSettings;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.delivery.tls.TlsForLogins;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.delivery.tls.TlsPolicySettings;
import org.postern.net.HttpsPolicyFetcher;
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.net.dns.NameServers;
import org.postern.net.dns.ValidatingDns;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who decides about TLS to the next server: the operator's tables first, then DANE, then MTA-STS, then what is usual. */
@ApplicationScoped
public class TlsPolicyWiring {
    @Produces
    @Singleton
    TlsTally tally(InstantSource clock, Settings settings) {
        return new TlsTally(clock, settings.get(GatewaySettings.NODE));
    }

    @Produces
    @Singleton
    PolicyBook policyBook(Settings settings, DnsJavaMailDns dns, KnownPolicies known, TlsTally tally,
            InstantSource clock) {
        return new PolicyBook(dns, dns, new HttpsPolicyFetcher(file(settings, TlsPolicySettings.AUTHORITIES),
                settings.get(StsSettings.PROXY).stream().findFirst()), known, tally, clock);
    }

    @Produces
    @Singleton
    TlsPolicies tlsPolicies(Configuration configuration, NameServers servers, PolicyBook book, InstantSource clock) {
        Settings settings = configuration.settings();
        TlsPolicies usual = ConfiguredTlsPolicies.usual(settings.get(TlsPolicySettings.TLS));
        TlsPolicies published = switch (settings.get(TlsPolicySettings.TLS)) {
            case NONE -> usual;
            case MAY, ENCRYPT, VERIFY -> dane(settings, servers,
                    settings.get(StsSettings.USE) ? new StsPolicies(book, usual) : usual, clock);
        };
        return new TlsForLogins(new ConfiguredTlsPolicies(configuration.tlsRules(), published),
                configuration.logins().stream().map(LoginRule::host).collect(Collectors.toUnmodifiableSet()));
    }

    private static TlsPolicies dane(Settings settings, NameServers servers, TlsPolicies otherwise,
            InstantSource clock) {
        DaneUse use = settings.get(DaneSettings.USE);
        return use == DaneUse.OFF
                ? otherwise
                : new DanePolicies(
                        new ValidatingDns(servers, use, file(settings, DaneSettings.ANCHORS), clock),
                        otherwise);
    }

    @Produces
    @Singleton
    OwnPolicies ownPolicies(Configuration configuration, GatewayName gateway) {
        return new OwnPolicies(configuration.stsPolicies(), gateway);
    }

    /** {@return the file that a setting names} */
    static Optional<Path> file(Settings settings, Setting<String> setting) {
        return Optional.of(settings.get(setting)).filter(name -> !name.isEmpty()).map(Path::of);
    }
}
