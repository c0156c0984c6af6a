package org.postern.it.harness;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a {@link TestDns} knows, and how it answers (RFC 1034, 4.3.2, without delegation). */
final class DnsZone {
    private static final int MAX_ALIASES = 8;

    private final Optional<ZoneSigner> signer;
    private final long ttl;
    private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
    private final Map<Name, Integer> failures = new ConcurrentHashMap<>();
    private final Set<Name> silent = ConcurrentHashMap.newKeySet();
    private final Map<Name, AtomicInteger> questions = new ConcurrentHashMap<>();

    /** @param ttl seconds for which it may be remembered that there is nothing */
    DnsZone(Optional<ZoneSigner> signer, long ttl) {
        this.signer = signer;
        this.ttl = ttl;
    }

    void clear() {
        records.clear();
        failures.clear();
        silent.clear();
    }

    void add(Record resourceRecord) {
        records.computeIfAbsent(resourceRecord.getName(), n -> new CopyOnWriteArrayList<>()).add(resourceRecord);
    }

    void fail(Name name, int rcode) {
        failures.put(name, rcode);
    }

    void silence(Name name) {
        silent.add(name);
    }

    void forget(Name name) {
        records.remove(name);
        failures.remove(name);
        silent.remove(name);
    }

    int questions(Name name) {
        return questions.getOrDefault(name, new AtomicInteger()).get();
    }

    /** {@return the answer; empty where the name is to be met with silence} */
    Optional<Message> answer(Message query) {
        Record question = query.getQuestion();
        Name name = question.getName();
        questions.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
        if (silent.contains(name)) {
            return Optional.empty();
        }
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        answer.addRecord(question, Section.QUESTION);
        fill(answer, name, question.getType());
        signer.ifPresent(root -> root.sign(query, answer));
        return Optional.of(answer);
    }

    private void fill(Message answer, Name name, int type) {
        if (failures.containsKey(name)) {
            answer.getHeader().setRcode(failures.get(name));
            return;
        }
        follow(answer, name, type).stream()
                .filter(r -> type == Type.ANY || r.getType() == type)
                .forEach(r -> answer.addRecord(r, Section.ANSWER));
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.getHeader().setRcode(exists(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
            answer.addRecord(new SOARecord(Name.root, DClass.IN, ttl, Name.root, Name.root, 1, 1, 1, 1, ttl),
                    Section.AUTHORITY);
        }
    }

    /** Puts the aliases into the answer, and {@return the records behind the last of them} */
    private List<Record> follow(Message answer, Name name, int type) {
        List<Record> found = records.getOrDefault(name, List.of());
        for (int step = 0; step < MAX_ALIASES && type != Type.CNAME; step++) {
            Optional<CNAMERecord> alias = found.stream()
                    .filter(CNAMERecord.class::isInstance)
                    .map(CNAMERecord.class::cast)
                    .findFirst();
            if (alias.isEmpty()) {
                return found;
            }
            answer.addRecord(alias.get(), Section.ANSWER);
            found = records.getOrDefault(alias.get().getTarget(), List.of());
        }
        return found;
    }

    private boolean exists(Name name) {
        return records.keySet().stream().anyMatch(known -> known.subdomain(name));
    }
}
