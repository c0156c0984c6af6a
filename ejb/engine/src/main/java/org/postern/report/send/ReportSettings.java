package org.postern.report.send;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.mail.Mailbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is reported to other domains, and in whose name. */
public final class ReportSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Optional<Mailbox>> FROM = LIST.setting("reports.from",
            SettingTypes.optionalMailbox(), "",
            "The address that daily reports to other domains come from, and that they name for questions. Its domain needs keys that sign"
                    + " (./postern dkim). Empty: nothing is counted for DMARC, and no report of any kind is sent.");
    public static final Setting<String> ORGANIZATION = LIST.setting("reports.organization", SettingTypes.text(), "",
            "The organization that reports. Empty: the name of the gateway.");
    public static final Setting<String> CONTACT = LIST.setting("reports.contact", SettingTypes.text(), "",
            "Another way to ask about reports, such as the address of a page. Empty: none is named.");
    public static final Setting<Boolean> DMARC = LIST.setting("reports.dmarc", SettingTypes.flag(), "true",
            "Whether aggregate reports on DMARC are sent (RFC 9990), where reports.from is set.");
    public static final Setting<Boolean> TLS = LIST.setting("reports.tls", SettingTypes.flag(), "true",
            "Whether reports on TLS are sent (RFC 8460), where reports.from is set.");
    public static final Setting<Duration> INTERVAL = LIST.setting("reports.interval",
            SettingTypes.duration("1s", "1h"), "5m",
            "How often each node looks whether reports on the day before are to be sent.");
    public static final Setting<Integer> TARGET_LIMIT = LIST.setting("reports.target-limit",
            SettingTypes.integer(1, 10_000), "10",
            "The most letters of reports on one day that go to all mailboxes of one registered domain, with its subdomains. Raise it for readers who serve many domains.");
    public static final Setting<Integer> LETTER_LIMIT = LIST.setting("reports.letter-limit",
            SettingTypes.integer(1, 10_000), "1000",
            "The most letters of reports on one day that go out at all.");
    public static final Setting<Duration> RETENTION = LIST.keeping("reports.retention",
            SettingTypes.duration("3d", "3650d"), "30d",
            "How long counts are kept, and what was sent and received.");

    private ReportSettings() {}
}
