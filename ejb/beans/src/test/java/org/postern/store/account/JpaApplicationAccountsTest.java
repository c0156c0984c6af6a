package org.postern.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.account.ApplicationAccount;
import org.postern.account.ApplicationAccounts;
import org.postern.store.TestDatabase;

import java.util.List;

class JpaApplicationAccountsTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private final ApplicationAccounts accounts = DATABASE.inTransactions(ApplicationAccounts.class,
            JpaApplicationAccounts::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ApplicationAccount account(String name, int perMinute, String... senders) {
        return new ApplicationAccount(name, List.of("queue:orders", "topic:prices"), List.of(senders), perMinute);
    }

    @Test
    void whatIsSaidIsKeptInTheOrderOfTheNames() {
        ApplicationAccount shop = account("shop@applications", 0, ".shop.example", "a@b.example");
        ApplicationAccount bills = account("bills@applications", 60);
        accounts.put(shop);
        accounts.put(bills);
        assertThat(accounts.all()).containsExactly(bills, shop);
    }

    @Test
    void whatIsSaidLastCounts() {
        accounts.put(account("shop@applications", 60, "a.example", "b.example"));
        ApplicationAccount changed = account("shop@applications", 5, "b.example", "c.example");
        accounts.put(changed);
        assertThat(accounts.all()).containsExactly(changed);
    }

    @Test
    void ofWhomNothingIsSaidIsForgotten() {
        accounts.put(account("shop@applications", 60, "a.example"));
        accounts.put(ApplicationAccount.unlimited("shop@applications"));
        accounts.put(ApplicationAccount.unlimited("nobody@applications"));
        assertThat(accounts.all()).isEmpty();
        assertThat(DATABASE.rows("application_sender")).isZero();
        assertThat(DATABASE.rows("application_queue")).isZero();
    }

    @Test
    void eachChangeIsAnotherVersion() {
        long before = accounts.version();
        accounts.put(account("shop@applications", 60));
        assertThat(accounts.version()).isGreaterThan(before);
    }
}
