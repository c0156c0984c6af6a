package org.postern.trust;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.mail.Domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far mail of strangers is believed. */
public final class TrustSettings {
    private static final int MOST_NAMES = 1000;
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Boolean> AUTHENTICATION = LIST.setting("trust.authentication", SettingTypes.flag(),
            "true",
            "Whether SPF, DKIM, ARC and DMARC are looked at, for mail of clients that are not trusted and have not logged in.");
    public static final Setting<Boolean> FILES = LIST.live("trust.files", SettingTypes.flag(), "true",
            "Whether the files in a message are looked into, archives included, where its sender is looked at.");
    public static final Setting<Boolean> LEARNING = LIST.setting("trust.learning", SettingTypes.flag(), "true",
            "Whether content is judged by what people have taught, where its sender is looked at. Does nothing before 100 messages of"
                    + " each kind were taught.");
    public static final Setting<Duration> LEARNING_INTERVAL = LIST.setting("trust.learning-interval",
            SettingTypes.duration("1s", "1d"), "1m",
            "How often is looked whether something was taught, and how old the knowledge of a node can be.");
    public static final Setting<Optional<String>> SERVER = LIST.setting("trust.authserv-id",
            SettingTypes.optionalDomain(), "",
            "The name under which Authentication-Results are written (RFC 8601, 2.5). Empty: the gateway's. Fields of strangers"
                    + " that bear it are cut out.");
    public static final Setting<DmarcUse> DMARC = LIST.setting("trust.dmarc", SettingTypes.choice(DmarcUse.class),
            "follow",
            "What becomes of mail that fails the policy of its author's domain: it is noted, or the domain's wish is followed as far as"
                    + " RFC 9989 lets a receiver.");
    public static final Setting<Boolean> REFUSE_SPF_FAIL = LIST.setting("trust.refuse-spf-fail", SettingTypes.flag(),
            "false",
            "Whether mail is refused whose reverse-path is of a domain that does not let the client send. Refuses honest mail that is"
                    + " forwarded, too.");
    public static final Setting<List<Domain>> SEALERS = LIST.setting("trust.sealers",
            SettingTypes.list(SettingTypes.domain(), MOST_NAMES), "",
            "Domains of mailing lists whose seals are believed (RFC 8617): what they send on is not treated as its author's domain wishes.");
    public static final Setting<List<Domain>> FORWARDERS = LIST.setting("trust.forwarders",
            SettingTypes.list(SettingTypes.domain(), MOST_NAMES), "",
            "Domains of servers that send on for others: likewise, where SPF passes or the client's name leads back.");
    public static final Setting<List<Weights.Weight>> WEIGHTS = LIST.setting("trust.weights",
            SettingTypes.list(Weights.type(), MOST_NAMES), "",
            "What symbols weigh in place of what docs/trust.md says, such as SPF_FAIL=2.5.");
    public static final Setting<Integer> MARK = LIST.live("trust.mark", SettingTypes.integer(1, 1000), "5",
            "The score from which a message is marked by a field on top.");
    public static final Setting<Integer> QUARANTINE = LIST.live("trust.quarantine", SettingTypes.integer(1, 1000),
            "10", "The score from which a message is taken, and waits for a person.");
    public static final Setting<Integer> REFUSE = LIST.live("trust.refuse", SettingTypes.integer(1, 1000), "20",
            "The score from which a message is refused.");
    public static final Setting<Integer> QUARANTINE_MOST = LIST.setting("trust.quarantine-most",
            SettingTypes.integer(1, 1_000_000), "10000",
            "Messages that wait in quarantine at most; what comes beyond that hears 452.");
    public static final Setting<Long> QUARANTINE_SIZE = LIST.setting("trust.quarantine-size",
            SettingTypes.octets("1M", "10000G"), "2G",
            "Octets that wait in quarantine at most; likewise.");
    public static final Setting<Duration> QUARANTINE_TIME = LIST.keeping("trust.quarantine-time",
            SettingTypes.duration("1h", "365d"), "14d",
            "How long a message waits in quarantine because of its score, before it is dropped.");
    public static final Setting<Duration> QUARANTINE_TIME_MALWARE = LIST.keeping("trust.quarantine-time-malware",
            SettingTypes.duration("1h", "365d"), "7d",
            "The same, where a scanner has found something or a file in it is dangerous.");
    public static final Setting<Duration> QUARANTINE_TIME_POLICY = LIST.keeping("trust.quarantine-time-policy",
            SettingTypes.duration("1h", "365d"), "30d",
            "The same, where its author's domain wishes that it be set aside (DMARC), or a rule of the operator.");
    public static final Setting<Integer> REFUSE_LISTED = LIST.setting("trust.refuse-listed",
            SettingTypes.integer(0, 1000), "0",
            "The sum of what lists in the DNS say of a client (tables [[dns-list]]) from which it may write to nobody but the postmaster."
                    + " 0: never.");
    public static final Setting<Duration> GREET_DELAY = LIST.setting("trust.greet-delay",
            SettingTypes.duration("0s", "30s"), "0s",
            "How long strangers wait for the greeting: who speaks before it is no mail server (EARLY_TALKER). 0s: who has spoken by then"
                    + " is seen, and nobody waits.");
    public static final Setting<Boolean> REFUSE_EARLY = LIST.setting("trust.refuse-early", SettingTypes.flag(), "false",
            "Whether strangers who speak before the greeting hear 554 in its place.");
    public static final Setting<Boolean> GREYLIST = LIST.live("trust.greylist", SettingTypes.flag(), "false",
            "Whether suspicious mail hears 451 until its sender comes again (RFC 6647).");
    public static final Setting<Integer> GREYLIST_SCORE = LIST.live("trust.greylist-score",
            SettingTypes.integer(1, 1000), "4", "The score from which mail is suspicious.");
    public static final Setting<Duration> GREYLIST_PAUSE = LIST.live("trust.greylist-pause",
            SettingTypes.duration("1s", "1h"), "5m",
            "How long after its first try such mail is taken; it has two days to come, and is known for 35 days after each time.");
    public static final Setting<Duration> WAIT = LIST.setting("trust.wait",
            SettingTypes.duration("100ms", "1m"), "5s",
            "How long the end of a message waits for what the DNS has not said yet; what is not known then is held against nobody.");

    private TrustSettings() {}

    /** What is made of DMARC. */
    public enum DmarcUse {
        NOTE, FOLLOW
    }
}
