package org.postern.admin.domains;

import org.postern.admin.domains.DnsFinding.State;
import org.postern.auth.ResultName;
import org.postern.auth.dkim.KeyText;
import org.postern.auth.dmarc.AppliedPolicy;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.DmarcFinding;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.SpfOutcome;
import org.postern.auth.spf.SpfResult;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoAnswer;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One look at all that the DNS says of a domain's mail. For one thread. */
final class DomainDiagnosis {
    private static final Sentence.Form TAKES_NO_MAIL = Sentence.form("takesNoMail",
            "The domain takes no mail (RFC 7505).");
    private static final Sentence.Form HOST_WITHOUT_ADDRESS = Sentence.form("hostWithoutAddress",
            "A host has no address.");
    private static final Sentence.Form NOT_ALL_ADDRESSES = Sentence.form("notAllAddresses",
            "Not all addresses are known now.");
    private static final Sentence.Form MAIL_GOES_TO_THESE_HOSTS = Sentence.form("mailGoesToTheseHosts",
            "Mail goes to these hosts.");
    private static final Sentence.Form MAIL_GOES_TO_OWN_ADDRESS = Sentence.form("mailGoesToOwnAddress",
            "There is none; mail goes to the domain's own address (RFC 5321, 5.1).");
    private static final Sentence.Form NEITHER_MX_NOR_ADDRESS = Sentence.form("neitherMxNorAddress",
            "Mail goes nowhere: neither MX nor address.");
    private static final Sentence.Form SPF_SAYS = Sentence.form("spfSays",
            "The domain says who sends in its name.");
    private static final Sentence.Form NO_SPF = Sentence.form("noSpf",
            "There is none: whoever looks at SPF learns nothing.");
    private static final Sentence.Form NO_SUCH_KEY = Sentence.form("noSuchKey",
            "There is no such key.");
    private static final Sentence.Form THERE_IS_ONE = Sentence.form("thereIsOne",
            "There is one.");
    private static final Sentence.Form THERE_IS_NONE = Sentence.form("thereIsNone",
            "There is none.");
    private static final Sentence.Form NO_PTR = Sentence.form("noPtr",
            "It has no name: many servers refuse mail from such a host.");
    private static final Sentence.Form NO_NAME_LEADS_BACK = Sentence.form("noNameLeadsBack",
            "No name of it leads back to it.");
    private static final Sentence.Form SEVERAL_RECORDS = Sentence.form("severalRecords",
            "There are several records; only one may stand there.");
    private static final Sentence.Form NO_DMARC = Sentence.form("noDmarc",
            "None counts, so that nobody is told of forgeries in From: {0}.");
    private static final Sentence.Form FAULTY_DMARC = Sentence.form("faultyDmarc",
            "The record of {0} is faulty.");
    private static final Sentence.Form DMARC_WISH = Sentence.form("dmarcWish",
            "By the record of {0} what fails is for {1}.");
    private static final Sentence.Form NAME_LEADS_BACK = Sentence.form("nameLeadsBack",
            "Its name leads back to it: {0}.");
    private static final int HOSTS = 10;
    private static final int ADDRESSES = 8;
    private static final int NAMES = 4;

    private static final Sentence MX = Sentence.asItIs("MX");
    private static final Sentence DMARC = Sentence.asItIs("DMARC");
    private static final Sentence TLS_REPORTS = Sentence.form("tlsReports", "TLS reports").with();
    private static final Sentence.Form SPF_OF = Sentence.form("spfOfX", "SPF of {0}");
    private static final Sentence.Form PTR_OF = Sentence.form("ptrOfX", "PTR of {0}");
    private static final Sentence.Form BY = Sentence.form("spfByX", "by {0}");
    private static final Sentence NO_ADDRESS = Sentence.form("hasNoAddress", "no address").with();

    private final Domain domain;
    private final DnsLook look;
    private final String gateway;
    private final InstantSource clock;
    private final Set<InetAddress> hosts = new LinkedHashSet<>();

    DomainDiagnosis(Domain domain, DnsLook look, String gateway, InstantSource clock) {
        this.domain = domain;
        this.look = look;
        this.gateway = gateway;
        this.clock = clock;
    }

    List<DnsFinding> findings(Optional<Domain> selector, Optional<InetAddress> client) {
        List<DnsFinding> findings = new ArrayList<>();
        findings.add(mx());
        findings.add(spf());
        client.map(this::permission).ifPresent(findings::add);
        selector.map(this::dkim).ifPresent(findings::add);
        findings.add(dmarc());
        findings.add(policy(Sentence.asItIs("MTA-STS"), "_mta-sts." + domain, "v=STSv1"));
        findings.add(policy(TLS_REPORTS, "_smtp._tls." + domain, "v=TLSRPTv1"));
        List<InetAddress> named = client.isPresent() ? List.of(client.get()) : List.copyOf(hosts);
        named.stream().limit(ADDRESSES).map(this::ptr).forEach(findings::add);
        return findings;
    }

    private DnsFinding mx() {
        return switch (look.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> found) -> hosts(found);
            case MxAnswer.NullMx none -> new DnsFinding(MX, State.NOTE, TAKES_NO_MAIL.with(),
                    List.of(Sentence.asItIs("0 .")));
            case Temporary(Sentence reason) -> unknown(MX, reason);
            case NoAnswer none -> implicit();
        };
    }

    private DnsFinding hosts(List<MailExchanger> found) {
        List<Sentence> lines = new ArrayList<>();
        boolean lame = false;
        boolean unsure = false;
        for (MailExchanger host : found.stream()
                .sorted(Comparator.comparingInt(MailExchanger::preference))
                .limit(HOSTS)
                .toList()) {
            AddressAnswer answer = look.addresses(host.host());
            lines.add(Sentence.joined(": ",
                    List.of(Sentence.asItIs(host.preference() + " " + host.host()), words(answer))));
            lame |= !(answer instanceof AddressAnswer.Found) && !(answer instanceof Temporary);
            unsure |= answer instanceof Temporary;
        }
        if (lame) {
            return new DnsFinding(MX, State.BAD, HOST_WITHOUT_ADDRESS.with(), lines);
        }
        return unsure
                ? new DnsFinding(MX, State.UNKNOWN, NOT_ALL_ADDRESSES.with(), lines)
                : new DnsFinding(MX, State.GOOD, MAIL_GOES_TO_THESE_HOSTS.with(), lines);
    }

    private DnsFinding implicit() {
        AddressAnswer own = look.addresses(domain.key());
        Sentence words = words(own);
        return switch (own) {
            case AddressAnswer.Found found -> new DnsFinding(MX, State.NOTE,
                    MAIL_GOES_TO_OWN_ADDRESS.with(), List.of(words));
            case Temporary(Sentence reason) -> unknown(MX, reason);
            case NoAnswer none -> new DnsFinding(MX, State.BAD, NEITHER_MX_NOR_ADDRESS.with(),
                    List.of());
        };
    }

    private Sentence words(AddressAnswer answer) {
        if (answer instanceof AddressAnswer.Found(List<InetAddress> found)) {
            found.stream().limit(ADDRESSES).forEach(hosts::add);
            return Sentence.asItIs(
                    String.join(", ", found.stream().limit(ADDRESSES).map(InetAddress::getHostAddress).toList()));
        }
        return answer instanceof Temporary(Sentence reason) ? reason : NO_ADDRESS;
    }

    private DnsFinding spf() {
        return one(Sentence.asItIs("SPF"), look.texts(domain.key()), "v=spf1", SPF_SAYS.with(),
                NO_SPF.with());
    }

    /** What a text at a name is about is told by how it begins. */
    private DnsFinding one(Sentence about, TextAnswer answer, String version, Sentence good, Sentence none) {
        return switch (answer) {
            case TextAnswer.Found(List<String> texts) -> {
                List<String> records = texts.stream().filter(text -> begins(text, version)).toList();
                if (records.isEmpty()) {
                    yield new DnsFinding(about, State.NOTE, none, List.of());
                }
                yield records.size() == 1
                        ? new DnsFinding(about, State.GOOD, good, asTheyAre(records))
                        : new DnsFinding(about, State.BAD, SEVERAL_RECORDS.with(),
                                asTheyAre(records));
            }
            case Temporary(Sentence reason) -> unknown(about, reason);
            case NoAnswer missing -> new DnsFinding(about, State.NOTE, none, List.of());
        };
    }

    private static boolean begins(String text, String version) {
        String lower = text.toLowerCase(Locale.ROOT);
        String wanted = version.toLowerCase(Locale.ROOT);
        return lower.startsWith(wanted)
                && (lower.length() == wanted.length() || " ;".indexOf(lower.charAt(wanted.length())) >= 0);
    }

    private DnsFinding permission(InetAddress client) {
        SpfResult result = new Spf(look, clock, gateway)
                .check(client, domain.key(), ReversePath.of(new Mailbox("postmaster", domain)))
                .mailFrom();
        State state = switch (result.outcome()) {
            case PASS -> State.GOOD;
            case NONE, NEUTRAL -> State.NOTE;
            case FAIL, SOFTFAIL, PERMERROR -> State.BAD;
            case TEMPERROR -> State.UNKNOWN;
        };
        List<Sentence> why = new ArrayList<>();
        result.mechanism().ifPresent(text -> why.add(BY.with(text)));
        if (!result.reason().toString().isEmpty()) {
            why.add(result.reason());
        }
        result.explanation().map(Sentence::asItIs).ifPresent(why::add);
        return new DnsFinding(SPF_OF.with(client.getHostAddress()), state, Sentence.asItIs(word(result.outcome())),
                why);
    }

    private static String word(SpfOutcome outcome) {
        return "spf=" + outcome.name().toLowerCase(Locale.ROOT);
    }

    private DnsFinding dkim(Domain selector) {
        Sentence about = Sentence.asItIs("DKIM " + selector);
        return switch (look.texts(selector.key() + "._domainkey." + domain.key())) {
            case TextAnswer.Found(List<String> texts) -> {
                KeyText first = new KeyText(texts.getFirst());
                yield texts.size() > 1
                        ? new DnsFinding(about, State.BAD, SEVERAL_RECORDS.with(),
                                asTheyAre(texts))
                        : new DnsFinding(about, first.isUsable() ? State.GOOD : State.BAD,
                                first.words(), asTheyAre(texts));
            }
            case Temporary(Sentence reason) -> unknown(about, reason);
            case NoAnswer none -> new DnsFinding(about, State.BAD, NO_SUCH_KEY.with(), List.of());
        };
    }

    private DnsFinding dmarc() {
        if (look.texts("_dmarc." + domain.key()) instanceof TextAnswer.Found(List<String> texts)
                && texts.stream().filter(text -> begins(text, "v=DMARC1")).count() > 1) {
            return new DnsFinding(DMARC, State.BAD, SEVERAL_RECORDS.with(), asTheyAre(texts));
        }
        DmarcFinding finding = new Dmarc(look).look(List.of("postmaster@" + domain), Optional.empty(), List.of());
        if (finding.applied().isEmpty()) {
            return finding.result() == ResultName.TEMPERROR
                    ? unknown(DMARC, finding.reason())
                    : new DnsFinding(DMARC, State.NOTE,
                            NO_DMARC.with(finding.reason()),
                            List.of());
        }
        AppliedPolicy applied = finding.applied().get();
        List<Sentence> records = List.of(Sentence.asItIs(applied.record().text()));
        return applied.record().isFaulty()
                ? new DnsFinding(DMARC, State.BAD, FAULTY_DMARC.with(applied.domain().toString()), records)
                : new DnsFinding(DMARC, State.GOOD,
                        DMARC_WISH.with(applied.domain().toString(), applied.wish().word()),
                        records);
    }

    private DnsFinding policy(Sentence about, String name, String version) {
        return one(about, look.texts(name), version, THERE_IS_ONE.with(), THERE_IS_NONE.with());
    }

    private DnsFinding ptr(InetAddress address) {
        Sentence about = PTR_OF.with(address.getHostAddress());
        return switch (look.names(address)) {
            case NameAnswer.Found(List<String> names) -> named(about, address, names);
            case Temporary(Sentence reason) -> unknown(about, reason);
            case NoAnswer none -> new DnsFinding(about, State.BAD,
                    NO_PTR.with(), List.of());
        };
    }

    private DnsFinding named(Sentence about, InetAddress address, List<String> names) {
        for (String name : names.subList(0, Math.min(NAMES, names.size()))) {
            if (look.addresses(name) instanceof AddressAnswer.Found(List<InetAddress> found)
                    && found.contains(address)) {
                return new DnsFinding(about, State.GOOD, NAME_LEADS_BACK.with(name), asTheyAre(names));
            }
        }
        return new DnsFinding(about, State.BAD, NO_NAME_LEADS_BACK.with(), asTheyAre(names));
    }

    private static List<Sentence> asTheyAre(List<String> records) {
        return records.stream().map(Sentence::asItIs).toList();
    }

    private static DnsFinding unknown(Sentence about, Sentence reason) {
        return new DnsFinding(about, State.UNKNOWN, reason, List.of());
    }
}
