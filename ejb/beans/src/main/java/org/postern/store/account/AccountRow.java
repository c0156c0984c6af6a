package org.postern.store.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.postern.account.ApplicationAccount;

import java.util.HashSet;
import java.util.Set;

/** What an account of an application may do. */
@Entity
@Table(name = "application_account")
class AccountRow {
    @Id
    private String name;
    @Column(name = "per_minute")
    private int perMinute;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "application_sender", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "sender")
    private Set<String> senders = new HashSet<>();
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "application_queue", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "queue")
    private Set<String> queues = new HashSet<>();

    protected AccountRow() {}

    AccountRow(String name) {
        this.name = name;
    }

    void become(ApplicationAccount account) {
        perMinute = account.perMinute();
        senders.retainAll(account.senders());
        senders.addAll(account.senders());
        queues.retainAll(account.queues());
        queues.addAll(account.queues());
    }

    ApplicationAccount toAccount() {
        return new ApplicationAccount(name, queues.stream().sorted().toList(), senders.stream().sorted().toList(),
                perMinute);
    }
}
