package org.postern.config.file;

import org.postern.config.Settings;
import org.postern.config.rule.HeaderRule;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.RetryRule;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.TlsRule;
import org.postern.reputation.DnsList;
import org.postern.routing.Route;

import java.util.List;

/**
 * What the operator wants.
 *
 * @param settings every setting, set or not
 * @param routes the routing table; the first route that matches counts
 * @param headerRules in the order of the file
 * @param tlsRules what TLS is demanded; the first rule that matches counts
 * @param logins who we are for which server
 * @param retryRules when what was put off is tried again; the first that matches counts
 * @param dnsLists that are asked about strangers and their domains
 * @param scanners other programs that are asked about messages, in the order of the file
 */
public record Configuration(Settings settings, List<Route> routes, List<HeaderRule> headerRules,
        List<TlsRule> tlsRules, List<LoginRule> logins, List<RetryRule> retryRules, List<DnsList> dnsLists,
        List<ScannerRule> scanners) {
    public Configuration {
        routes = List.copyOf(routes);
        headerRules = List.copyOf(headerRules);
        tlsRules = List.copyOf(tlsRules);
        logins = List.copyOf(logins);
        retryRules = List.copyOf(retryRules);
        dnsLists = List.copyOf(dnsLists);
        scanners = List.copyOf(scanners);
    }
}
