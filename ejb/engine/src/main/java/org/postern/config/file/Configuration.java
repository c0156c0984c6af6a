package org.postern.config.file;

import org.postern.config.Settings;
import org.postern.config.rule.ArchiveRule;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.RetryRule;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.TlsRule;
import org.postern.delivery.sts.PublishedPolicy;
import org.postern.event.StandingWish;
import org.postern.reputation.DnsList;
import org.postern.routing.Route;

import java.util.List;

/**
 * What the operator wants.
 *
 * @param settings every setting, set or not
 * @param routes the routing table; the first route that matches counts
 * @param rules what is done with which mail, in the order of the file
 * @param tlsRules what TLS is demanded; the first rule that matches counts
 * @param logins who we are for which server
 * @param retryRules when what was put off is tried again; the first that matches counts
 * @param dnsLists that are asked about strangers and their domains
 * @param scanners other programs that are asked about messages, in the order of the file
 * @param questions of which applications are asked, in the order of the file
 * @param archives to which applications what is handed over is kept for a while
 * @param stsPolicies that are published for domains of one's own
 * @param events who is always told what becomes of which submissions
 */
public record Configuration(Settings settings, List<Route> routes, List<MailRule> rules,
        List<TlsRule> tlsRules, List<LoginRule> logins, List<RetryRule> retryRules, List<DnsList> dnsLists,
        List<ScannerRule> scanners, List<QuestionRule> questions, List<ArchiveRule> archives,
        List<PublishedPolicy> stsPolicies, List<StandingWish> events) {
    public Configuration {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        tlsRules = List.copyOf(tlsRules);
        logins = List.copyOf(logins);
        retryRules = List.copyOf(retryRules);
        dnsLists = List.copyOf(dnsLists);
        scanners = List.copyOf(scanners);
        questions = List.copyOf(questions);
        archives = List.copyOf(archives);
        stsPolicies = List.copyOf(stsPolicies);
        events = List.copyOf(events);
    }
}
