package org.postern.reputation;

import org.postern.dns.ClientName;
import org.postern.dns.ClientNames;
import org.postern.mail.Domain;
import org.postern.reputation.Begun.Asking;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Looks at a client when it comes: its name, what lists say of its address at the same time, and then of that name. Safe for many threads. */
public final class ClientLook {
    private final DnsLists lists;
    private final ClientNames names;
    private final Executor threads;
    private final InstantSource clock;

    public ClientLook(DnsLists lists, ClientNames names, Executor threads, InstantSource clock) {
        this.lists = lists;
        this.names = names;
        this.threads = threads;
        this.clock = clock;
    }

    /** {@return what is known within that time} */
    public ClientStanding look(InetAddress client, Duration time) throws InterruptedException {
        Instant end = clock.instant().plus(time);
        Begun<ListResult> ofAddress = lists.begin(client);
        try {
            ClientName name = Begun.begin(threads, clock, List.of(naming(client))).join(end).getFirst();
            List<ListResult> results = new ArrayList<>();
            if (name instanceof ClientName.Verified(String text) && !text.isEmpty()
                    && text.length() <= Domain.MAX_OCTETS) {
                results.addAll(lists.begin(List.of(new Domain(text))).join(end));
            }
            results.addAll(0, ofAddress.join(end));
            return new ClientStanding(name, DnsLists.together(results));
        } finally {
            ofAddress.cancel();
        }
    }

    private Asking<ClientName> naming(InetAddress client) {
        return new Asking<>(() -> names.of(client).orElseGet(ClientName.None::new), why -> new ClientName.Unknown());
    }
}
